import { basename, join } from 'node:path';
import { createJournal } from './create-file.ts';
import { filePath, generationsOf } from './file-names.ts';
import type { Files } from './files.ts';
import { hasMark, sealFrame } from './frame.ts';
import type { JournalFile, JournalLocation } from './journal-file.ts';
import type { Recovered } from './recover.ts';
import { copyBytes, setAside } from './torn-tail.ts';

/** What was done to a folder before its store could open. */
export interface Repaired {
  readonly found: Recovered;
  /** The file into which the end of the journal was copied before it was cut off, or null. */
  readonly aside: string | null;
  /** The format from which the files were upgraded, with a copy kept, or null. */
  readonly upgradedFrom: number | null;
}

/**
 * Makes what was read ready to be continued: sets an unfinished last write aside and cuts it off, deletes what a finished
 * compaction left behind, and goes over to a journal of today's format.
 */
export async function repair(location: JournalLocation, found: Recovered): Promise<Repaired> {
  const { files, folder, name } = location;
  const { journal, last } = found;
  const isOld = !hasMark({ type: 'journal', version: found.format });
  if (isOld) await copyFormat(location, found);
  const isTorn = last.read.unread > 0;
  const aside = isTorn ? await setAside(files, folder, last) : null;
  if (isTorn) await journal.file.truncate(last.read.end);
  // What is counted next must be durable, and a killed process may have left frames that are in memory only.
  if (isTorn || last.read.frames > journal.mark.frames) await journal.file.sync();
  await deleteOlder(files, folder, name, found.first);
  if (!isOld) {
    await writeEmptyBatch(journal);
    return { found, aside, upgradedFrom: null };
  }
  const next = await (await createJournal(location, journal.generation + 1, journal.frames))();
  await journal.file.close();
  return { found: { ...found, journal: next }, aside, upgradedFrom: found.format };
}

/** A disk that takes no more is found at the start, and not by the first person who asks for something. */
async function writeEmptyBatch(journal: JournalFile): Promise<void> {
  const frame = sealFrame(journal.key, journal.position, '[]');
  await journal.file.write(journal.position, frame);
  await journal.file.sync();
  journal.position += frame.length;
  journal.frames += 1;
}

/** Keeps a copy of every file beside it, `<file>.format-<n>`. One that a stopped process left unfinished is made again. */
async function copyFormat({ files, folder, name }: JournalLocation, { paths, format }: Recovered): Promise<void> {
  const there = generationsOf(name, await files.names(folder)).copies;
  for (const path of paths) {
    const copy = `${path}.format-${format}`;
    if (there.includes(basename(copy))) continue;
    if (there.includes(`${basename(copy)}.new`)) await files.remove(`${copy}.new`);
    const file = await files.openToRead(path);
    await copyBytes(files, file, 0, `${copy}.new`).finally(() => file.close());
    await files.rename(`${copy}.new`, copy);
  }
  await files.syncFolder(folder);
}

/** Deletes the copies that `repair` kept: what is erased must not survive in them. */
export async function deleteCopies({ files, folder, name }: JournalLocation): Promise<void> {
  const { copies } = generationsOf(name, await files.names(folder));
  for (const copy of copies) await files.remove(join(folder, copy));
  if (copies.length > 0) await files.syncFolder(folder);
}

/** Deletes everything before a generation, and what was left unfinished. */
export async function deleteOlder(files: Files, folder: string, name: string, generation: number): Promise<void> {
  const found = generationsOf(name, await files.names(folder));
  const old = [
    ...found.unfinished.map((file) => join(folder, file)),
    ...found.snapshots.filter((g) => g < generation).map((g) => filePath(folder, name, g, 'snapshot')),
    ...found.journals.filter((g) => g < generation).map((g) => filePath(folder, name, g, 'journal')),
  ];
  for (const path of old) await files.remove(path);
  if (old.length > 0) await files.syncFolder(folder);
}
