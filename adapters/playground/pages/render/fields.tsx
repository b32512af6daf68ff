import type { Child, FC } from 'hono/jsx';
import { type Field, shownZone } from '../../../../src/index.ts';
import { pageWords } from '../words.ts';
import { Choice } from './blocks.tsx';
import { type Reader, words } from './reader.ts';

type Of<K extends Field['is']> = FC<{ reader: Reader; field: Extract<Field, { is: K }> }>;

/** A field that takes more characters than this may hold case text; a shorter one is a setting or a credential. */
const shortText = 100;

/** Fields long enough that somebody may reach their end. */
const counted = (field: Field): boolean => field.is === 'text' && field.max > shortText;

/**
 * One field. Names tell the script how to send it: `typed:` free text, `one:` a single value, `many:` values joined by
 * commas, `flag:` yes or no. Nothing here limits what can be typed: the core answers with what does not fit.
 */
export const FieldView: FC<{ reader: Reader; field: Field }> = ({ reader, field }) => {
  switch (field.is) {
    case 'text':
      return <TextField reader={reader} field={field} />;
    case 'pick':
      return <PickField reader={reader} field={field} />;
    case 'people':
      return <PeopleField reader={reader} field={field} />;
    case 'scale':
      return <ScaleField reader={reader} field={field} />;
    case 'date':
      return <DateField reader={reader} field={field} />;
    case 'switch':
      return <SwitchField reader={reader} field={field} />;
  }
};

const idOf = (field: Field): string => `field-${field.name}`;

/** What describes a control to a screen reader: its hint and what is wrong with it. */
function described(field: Field) {
  const ids = [
    field.hint === null ? '' : `${idOf(field)}-hint`,
    field.error === null ? '' : `${idOf(field)}-error`,
    counted(field) ? `${idOf(field)}-count` : '',
  ];
  const by = ids.filter((id) => id !== '').join(' ');
  return {
    ...(by === '' ? {} : { 'aria-describedby': by }),
    ...(field.error === null ? {} : { 'aria-invalid': 'true' as const }),
    ...(field.required ? { 'aria-required': 'true' as const } : {}),
  };
}

const Notes: FC<{ reader: Reader; field: Field }> = ({ reader, field }) => (
  <>
    {field.hint === null ? null : (
      <span class="hint" id={`${idOf(field)}-hint`}>
        {words(reader, field.hint)}
      </span>
    )}
    {field.error === null ? null : (
      <span class="error" id={`${idOf(field)}-error`}>
        {words(reader, field.error)}
      </span>
    )}
  </>
);

const Label: FC<{ reader: Reader; field: Field }> = ({ reader, field }) => (
  <>
    {words(reader, field.label)}
    {field.required ? <span class="required"> ({pageWords.required})</span> : null}
  </>
);

const Single: FC<{ reader: Reader; field: Field; children?: Child }> = ({ reader, field, children }) => (
  <div class="field">
    <label class="label" for={idOf(field)}>
      <Label reader={reader} field={field} />
    </label>
    <Notes reader={reader} field={field} />
    {children}
  </div>
);

const Several: FC<{ reader: Reader; field: Field; row?: boolean; children?: Child }> = ({
  reader,
  field,
  row,
  children,
}) => (
  <fieldset class={row ? 'field row' : 'field'} id={idOf(field)} tabindex={-1} {...describedGroup(field)}>
    <legend class="label">
      <Label reader={reader} field={field} />
    </legend>
    <Notes reader={reader} field={field} />
    <div class="choices">{children}</div>
  </fieldset>
);

/** A group takes a description, but neither `aria-invalid` nor `aria-required` (WAI-ARIA 1.2). */
function describedGroup(field: Field) {
  const { 'aria-describedby': by } = described(field);
  return {
    ...(by === undefined ? {} : { 'aria-describedby': by }),
    ...(field.error === null ? {} : { 'data-wrong': '' }),
  };
}

const TextField: Of<'text'> = ({ reader, field }) => {
  const shared = {
    id: idOf(field),
    name: `${field.max > shortText ? 'typed' : 'one'}:${field.name}`,
    ...described(field),
  };
  return (
    <Single reader={reader} field={field}>
      {/* HTML drops a line break right after <textarea>, so one of ours goes first. */}
      {field.lines > 1 ? (
        <textarea {...shared} rows={field.lines}>
          {`\n${field.value}`}
        </textarea>
      ) : (
        <input
          type="text"
          autocomplete="off"
          value={field.suggest === null ? field.value : shownZone(field.value, reader.locale)}
          {...shared}
          {...(field.suggest === null ? {} : { list: `${idOf(field)}-list` })}
        />
      )}
      {counted(field) ? (
        <span class="counter" id={`${idOf(field)}-count`} data-counts={idOf(field)} data-max={field.max}>
          {pageWords.count(field.value.length, field.max)}
        </span>
      ) : null}
      {field.suggest === null ? null : (
        <datalist id={`${idOf(field)}-list`}>
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option value={shownZone(zone, reader.locale)} />
          ))}
        </datalist>
      )}
    </Single>
  );
};

const PickField: Of<'pick'> = ({ reader, field }) => (
  <Several reader={reader} field={field}>
    {field.options.map((option, i) => (
      <Choice
        reader={reader}
        option={option}
        name={`${field.many ? 'many' : 'one'}:${field.name}`}
        many={field.many}
        checked={field.value.split(',').includes(option.value)}
        id={`${idOf(field)}-${i}`}
      />
    ))}
  </Several>
);

const PeopleField: Of<'people'> = ({ reader, field }) => (
  <Several reader={reader} field={field}>
    {/* A single choice cannot be taken back otherwise. */}
    {field.max > 1 || field.required ? null : (
      <Choice
        reader={reader}
        option={{ value: '', label: { typed: pageWords.noOne }, hint: null }}
        name={`one:${field.name}`}
        many={false}
        checked={field.value === ''}
        id={`${idOf(field)}-none`}
      />
    )}
    {reader.people
      .filter((p) => !(field.others && p.ref === reader.me))
      .map((person, i) => (
        <Choice
          reader={reader}
          option={{ value: person.ref, label: { typed: person.name }, hint: null }}
          name={`${field.max > 1 ? 'many' : 'one'}:${field.name}`}
          many={field.max > 1}
          checked={field.value.split(',').includes(person.ref)}
          id={`${idOf(field)}-${i}`}
        />
      ))}
  </Several>
);

const ScaleField: Of<'scale'> = ({ reader, field }) => (
  <Several reader={reader} field={field} row={true}>
    {Array.from({ length: field.to - field.from + 1 }, (_, i) => {
      const value = String(field.from + i);
      const word = field.words[i];
      const label = { typed: word === undefined ? value : `${value}\u00a0${words(reader, word)}` };
      return (
        <Choice
          reader={reader}
          option={{ value, label, hint: null }}
          name={`one:${field.name}`}
          many={false}
          checked={field.value === value}
          id={`${idOf(field)}-${i}`}
        />
      );
    })}
  </Several>
);

/** A date that a date control cannot show is kept as text, so that what was typed stays. */
const DateField: Of<'date'> = ({ reader, field }) => (
  <Single reader={reader} field={field}>
    <input
      type={field.value === '' || /^\d{4}-\d{2}-\d{2}$/.test(field.value) ? 'date' : 'text'}
      id={idOf(field)}
      name={`one:${field.name}`}
      value={field.value}
      {...described(field)}
    />
  </Single>
);

const SwitchField: Of<'switch'> = ({ reader, field }) => (
  <div class="field">
    <p class="choice">
      <input
        type="checkbox"
        id={idOf(field)}
        name={`flag:${field.name}`}
        value="yes"
        checked={field.value === 'yes'}
        {...described(field)}
      />
      <label for={idOf(field)}>
        <Label reader={reader} field={field} />
      </label>
    </p>
    <Notes reader={reader} field={field} />
  </div>
);
