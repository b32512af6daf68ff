import type { RawFile } from 'discord.js';
import type { Block, Log } from '../../../src/index.ts';
import type { Documents } from '../../documents/index.ts';
import { limits } from '../limits.ts';
import type { Pictures } from './media-gallery.ts';
import type { Reader } from './text.ts';

export interface FileParts {
  readonly documents: Documents | null;
  readonly now: number;
  readonly log: Log;
}

/**
 * Makes the files among these blocks: they go with an ephemeral answer, which only one person sees and which Discord does not keep.
 * What could not be made is left out, and its block says so.
 */
export async function filesOf(
  blocks: readonly Block[],
  { locale, people }: Reader,
  { documents, now, log }: FileParts,
): Promise<Pictures> {
  const made = new Map<Block, RawFile>();
  const reader = { locale, zone: 'UTC', name: (who: string) => people(who).name };
  for (const block of blocks.filter((one) => one.is === 'file').slice(0, limits.files)) {
    try {
      const file = await documents?.render(block.document, block.format, reader, now);
      if (file !== undefined)
        made.set(block, { name: file.name, data: Buffer.from(file.bytes), contentType: file.type });
    } catch (error) {
      log.warn('discord.file_not_made', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }
  return made;
}
