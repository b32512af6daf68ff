import { allDocuments, type Data, type Held, inOrder } from '../documents.ts';
import { createFile, createJournal, type NewFile } from './create-file.ts';
import { sealFrame } from './frame.ts';
import type { GroupCommit } from './group-commit.ts';
import type { JournalLocation } from './journal-file.ts';
import { deleteOlder } from './repair.ts';
import { sortInTurns } from './sort-in-turns.ts';

/** Text in one frame of a snapshot. Commands wait for one of these to be encrypted at most. */
const frameChars = 256 * 1024;

/** So much is written between two syncs: a sync of the journal may have to wait for whatever is left. */
const syncBytes = 4 * 1024 * 1024;

/**
 * Writes all documents as they are now into a new snapshot and deletes the older files. Commands go on meanwhile, in a
 * new journal. Resolves to the size of the snapshot when the old bytes are deleted.
 *
 * The snapshot shows memory at the moment of the change-over, which is ahead of the disk by what waits to be written. So
 * it gets its name only when that is durable too; replaying the new journal over it changes nothing.
 */
export async function compact(location: JournalLocation, data: Data, commits: GroupCommit): Promise<number> {
  let documents: readonly Held[] = [];
  let seenIsDurable: Promise<void> = Promise.resolve();
  await commits.switchJournal(async () => {
    const { file, generation, frames } = commits.journal;
    const goOver = await createJournal(location, generation + 1, frames);
    return async () => {
      const journal = await goOver();
      await file.close();
      documents = allDocuments(data);
      seenIsDurable = commits.waiting();
      return journal;
    };
  });
  const { generation, base } = commits.journal;
  const snapshot = await createFile(location, { type: 'snapshot', generation, base });
  try {
    for (const { docs } of documents) await sortInTurns(docs);
    const size = await writeSnapshot(snapshot, documents);
    await seenIsDurable;
    await snapshot.publish();
    await snapshot.file.close();
    await deleteOlder(location.files, location.folder, location.name, generation);
    return size;
  } catch (error) {
    await snapshot.discard();
    throw error;
  }
}

/** Writes documents into a file that has no name yet; resolves to its size. `each` is called after every frame, with how many are in it. */
export async function writeSnapshot(
  { file, key, start }: NewFile,
  documents: readonly Held[],
  each: (documents: number) => void = () => {},
): Promise<number> {
  let position = start;
  let synced = position;
  let frames = 0;
  let lines: string[] = [];
  let chars = 0;
  const write = async (body: string): Promise<void> => {
    const frame = sealFrame(key, position, body);
    await file.write(position, frame);
    position += frame.length;
    frames += 1;
    if (position - synced < syncBytes) return;
    await file.sync();
    synced = position;
  };
  for (const document of inOrder(documents)) {
    const line = JSON.stringify(document);
    lines.push(line);
    chars += line.length;
    if (chars < frameChars) continue;
    each(lines.length);
    await write(`[${lines.join()}]`);
    lines = [];
    chars = 0;
  }
  each(lines.length);
  if (lines.length > 0) await write(`[${lines.join()}]`);
  // Without this last frame a snapshot is not whole, see `recover.ts`.
  await write(String(frames));
  await file.sync();
  return position;
}
