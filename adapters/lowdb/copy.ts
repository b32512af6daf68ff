import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { DataRefusal } from '../node/data-refusal.ts';
import { allDocuments, type Data, type Held, inOrder } from './documents.ts';
import { writeSnapshot } from './journal/compaction.ts';
import { createFile, createJournal } from './journal/create-file.ts';
import type { JournalLocation } from './journal/journal-file.ts';
import { recover } from './journal/recover.ts';

/** How often a journal in use is read anew when it changed under the reader, and the pause in between (ms). */
const tries = 10;
const pauseMs = 100;

export interface Contents {
  readonly data: Data;
  /** The generation in which it goes on. */
  readonly generation: number;
}

/**
 * Everything that is durable in a journal at some moment of the call, also while another process writes to it. Changes
 * nothing. Null when the folder holds no such journal. Throws a `DataRefusal`.
 */
export async function readContents(location: JournalLocation): Promise<Contents | null> {
  for (let left = tries; ; left -= 1) {
    try {
      const found = await recover(location, true);
      await found?.journal.file.close();
      return found && { data: found.data, generation: found.journal.generation };
    } catch (error) {
      // A compaction took a file away, or a count was written just then.
      const mayPass = (error as { code?: string }).code === 'ENOENT' || (error as DataRefusal).code === 'corrupt';
      if (!mayPass || left <= 1) throw error;
      await delay(pauseMs);
    }
  }
}

/**
 * Writes documents as a journal of their own, in a folder that is there and holds none. Durable when it resolves. The snapshot
 * comes first: cut short, the folder holds a snapshot without its journal, which does not open, and never a journal without it.
 */
export async function writeContents(
  location: JournalLocation,
  documents: readonly Held[],
  generation = 1,
  each: (documents: number) => void = () => {},
): Promise<void> {
  const snapshot = await createFile(location, { type: 'snapshot', generation, base: 0 });
  try {
    await writeSnapshot(snapshot, documents, each);
    await snapshot.publish();
    await snapshot.file.close();
  } catch (error) {
    await snapshot.discard();
    throw error;
  }
  const journal = await (await createJournal(location, generation, 0))();
  await journal.file.close();
}

export interface Fingerprint {
  readonly documents: number;
  /** The same for the same documents, in whatever files they lie. */
  readonly digest: string;
}

export function fingerprint(documents: readonly Held[]): Fingerprint {
  const hash = createHash('sha256');
  let count = 0;
  const sorted = [...documents].sort((a, b) => (`${a.scope} ${a.kind}` < `${b.scope} ${b.kind}` ? -1 : 1));
  for (const document of inOrder(sorted)) {
    hash.update(JSON.stringify(document));
    count += 1;
  }
  return { documents: count, digest: hash.digest('hex') };
}

/** Reads a journal back and compares it with what was written. Throws a `DataRefusal` when anything differs. */
export async function checkWritten(location: JournalLocation, expected: Fingerprint): Promise<void> {
  const found = await readContents(location);
  if (found === null || fingerprint(allDocuments(found.data)).digest !== expected.digest)
    throw new DataRefusal(
      'disk',
      `${location.folder} doesn’t hold what was written to it. Check the disk, then try again.`,
    );
}
