import type { FC } from 'hono/jsx';
import type { Card, Home, Msg } from '../../../src/index.ts';
import { Blocks, type Heading } from './render/blocks.tsx';
import { type Reader, words } from './render/reader.ts';

export { FormView } from './render/form.tsx';
export type { Reader } from './render/reader.ts';

interface ViewProps {
  readonly reader: Reader;
  readonly view: Card | Home;
  readonly note: Msg | null;
  readonly id: string;
  /** The level of its titles: one below the heading that it stands under. */
  readonly heading?: Heading;
  /** The id of the heading that it stands under, where other views have buttons of the same name. */
  readonly under?: string;
}

/**
 * A card or home page as HTML. Total: every block, field and span has a form here, and typed text is only ever escaped
 * text. `id` must be unique in the page and stable from one rendering to the next, so that focus stays where it is.
 */
export const ViewBody: FC<ViewProps> = ({ reader, view, note, id, heading = 'h3', under }) => {
  const at = note === null ? null : controlOf(note, view);
  return (
    <>
      {note === null || at !== null ? null : <p class="note">{words(reader, note)}</p>}
      <Blocks
        reader={reader}
        blocks={view.blocks}
        id={id}
        heading={heading}
        missing={at === null ? null : note}
        {...(under === undefined ? {} : { under })}
      />
    </>
  );
};

/** The control that a note asks for, by its route, where the view has it: the note stands there, and the focus goes there. */
export function controlOf(note: Msg, view: Card | Home): string | null {
  const route = noteAt.get(note.key);
  return route !== undefined && view.blocks.some((block) => block.is === 'switch' && block.do === route) ? route : null;
}

const noteAt: ReadonlyMap<Msg['key'], string> = new Map([['refusal.attestFirst', 'consult.attest']]);
