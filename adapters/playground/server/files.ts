import { z } from 'zod';
import type { RenderedFile } from '../../documents/index.ts';
import { actorOf } from '../chat/cast.ts';
import type { World } from '../chat/world.ts';
import { readerOf } from '../pages/page-data.ts';

/** Whose private card a file is on, and which block of it: its id in the page. */
export const FileAddress = z.object({ as: z.string().max(40), block: z.string().regex(/^card-[\w-]{1,64}-\d{1,3}$/) });

/** The file of a block on somebody's private card; null when the card is gone, or was never theirs. */
export async function fileAt(
  world: World,
  { as, block }: z.output<typeof FileAddress>,
  locale: string,
  zone: string,
): Promise<RenderedFile | null> {
  const actor = actorOf(as);
  const [, card = '', n = ''] = /^card-(.+)-(\d+)$/.exec(block) ?? [];
  const found = world.cards.find(await world.refOf(actor), card)?.view.blocks[Number(n)];
  if (found?.is !== 'file') return null;
  const reader = await readerOf(world, actor, locale, zone);
  return world.documents.render(found.document, found.format, reader, world.clock.now());
}
