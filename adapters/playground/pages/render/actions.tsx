import type { FC } from 'hono/jsx';
import type { Action } from '../../../../src/index.ts';
import { type Reader, words } from './reader.ts';

/** A button that the page's script sends: `do` with the `with` values, after a question where there is one. */
const ActionButton: FC<{ reader: Reader; action: Action; id: string }> = ({ reader, action, id }) => (
  <button
    type="button"
    id={id}
    class={`button ${action.tone}`}
    data-do={action.do}
    data-with={JSON.stringify(action.with)}
    {...(action.confirm === null ? {} : { 'data-confirm': words(reader, action.confirm) })}
    {...(action.yes === undefined ? {} : { 'data-yes': words(reader, action.yes) })}
  >
    {words(reader, action.label)}
  </button>
);

export const Actions: FC<{ reader: Reader; actions: readonly Action[]; id: string }> = ({ reader, actions, id }) =>
  actions.length === 0 ? null : (
    <div class="actions">
      {actions.map((action, i) => (
        <ActionButton reader={reader} action={action} id={`${id}-${i}`} />
      ))}
    </div>
  );
