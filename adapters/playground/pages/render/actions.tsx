import type { FC } from 'hono/jsx';
import type { Action, Msg } from '../../../../src/index.ts';
import { type Reader, words } from './reader.ts';

/** A button that the page's script sends: `do` with the `with` values, after a question where there is one. */
const ActionButton: FC<{ reader: Reader; action: Action; id: string; under?: string | undefined }> = ({
  reader,
  action,
  id,
  under,
}) => (
  <button
    type="button"
    id={id}
    class={`button ${action.tone}`}
    data-do={action.do}
    data-with={JSON.stringify(action.with)}
    {...(under !== undefined && saysLittle.has(action.label.key) ? { 'aria-labelledby': `${id} ${under}` } : {})}
    {...(action.confirm === null ? {} : { 'data-confirm': words(reader, action.confirm) })}
    {...(action.yes === undefined ? {} : { 'data-yes': words(reader, action.yes) })}
  >
    {words(reader, action.label)}
  </button>
);

/** Labels that say nothing by themselves: read out with the heading that they stand under. */
const saysLittle: ReadonlySet<Msg['key']> = new Set(['case.more']);

export const Actions: FC<{ reader: Reader; actions: readonly Action[]; id: string; under?: string | undefined }> = ({
  reader,
  actions,
  id,
  under,
}) =>
  actions.length === 0 ? null : (
    <div class="actions">
      {actions.map((action, i) => (
        <ActionButton reader={reader} action={action} id={`${id}-${i}`} under={under} />
      ))}
    </div>
  );
