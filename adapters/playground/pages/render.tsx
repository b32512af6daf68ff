import type { FC } from 'hono/jsx';
import type { Card, Home, Msg } from '../../../src/index.ts';
import { Blocks } from './render/blocks.tsx';
import { type Reader, words } from './render/reader.ts';

export { FormView } from './render/form.tsx';
export type { Reader } from './render/reader.ts';

/**
 * A card or home page as HTML. Total: every block, field and span has a form here, and typed text is only ever escaped
 * text. `id` must be unique in the page and stable from one rendering to the next, so that focus stays where it is.
 */
export const ViewBody: FC<{ reader: Reader; view: Card | Home; note: Msg | null; id: string }> = ({
  reader,
  view,
  note,
  id,
}) => (
  <>
    {note === null ? null : <p class="note">{words(reader, note)}</p>}
    <Blocks reader={reader} blocks={view.blocks} id={id} />
  </>
);
