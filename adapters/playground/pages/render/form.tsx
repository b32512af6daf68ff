import type { FC } from 'hono/jsx';
import type { Form, Msg, Values } from '../../../../src/index.ts';
import { pageWords } from '../words.ts';
import { Blocks } from './blocks.tsx';
import { FieldView } from './fields.tsx';
import { type Reader, words } from './reader.ts';
import { partsOf, Table } from './table.tsx';

/**
 * A form for the dialog. `note` says what is wrong as a whole, after a submission that did not go through; `given` is what
 * Curbside wrote into its fields: left as it is, nobody typed it.
 */
export const FormView: FC<{ reader: Reader; form: Form; note: Msg | null; given?: Values }> = ({
  reader,
  form,
  note,
  given = {},
}) => (
  <form
    class="form"
    data-do={form.do}
    data-with={JSON.stringify(form.with)}
    data-given={JSON.stringify(given)}
    novalidate
    aria-labelledby="form-title"
  >
    <div class="dialog-head">
      <h2 id="form-title">
        {form.of === undefined ? '' : `${words(reader, form.of)} · `}
        {words(reader, form.title)}
      </h2>
      <button type="button" class="icon-button" data-close aria-label={pageWords.closeForm}>
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
          <path d="m5 5 10 10M15 5 5 15" />
        </svg>
      </button>
    </div>
    <div class="dialog-body">
      <div id="form-refusal" role="alert" />
      {note === null ? null : (
        <p class={form.fields.some(({ error }) => error !== null) ? 'note wrong' : 'note'} role="alert">
          {words(reader, note)}
        </p>
      )}
      <Blocks reader={reader} blocks={form.intro} id="intro" heading="h3" />
      {partsOf(form.fields).map((part) =>
        Array.isArray(part) ? <Table reader={reader} fields={part} /> : <FieldView reader={reader} field={part} />,
      )}
    </div>
    <div class="dialog-foot">
      <p id="form-trouble" role="alert" hidden />
      <button type="button" class="button plain" data-close>
        {pageWords.cancel}
      </button>
      <button type="submit" class="button main">
        {words(reader, form.submit)}
      </button>
    </div>
  </form>
);
