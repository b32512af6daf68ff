import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkWritten, fingerprint, readContents, writeContents } from '../../lowdb/copy.ts';
import { allDocuments, type Held } from '../../lowdb/documents.ts';
import { storeLocation } from '../../lowdb/index.ts';
import { generationsOf, isFileOf } from '../../lowdb/journal/file-names.ts';
import type { JournalLocation } from '../../lowdb/journal/journal-file.ts';
import { nodeFiles } from '../../lowdb/journal/node-files.ts';
import { rewrapped } from '../../lowdb/rekey.ts';
import { vaultLocation } from '../../lowdb/vault.ts';
import { peopleIn, refuseHalfRestored, refuseNoData, rekeyIn } from '../folder-integrity.ts';
import { decodedKey } from '../key.ts';

/** Where a change of key stands once everything is written under the new one: only files are left to be moved. */
interface Ready {
  /** Files of a generation below these are of the old key. */
  readonly store: number;
  readonly people: number;
}

export interface RekeyFiles {
  readonly folder: string;
  /** The file of the key. Beside it, `.new` is the next one and `.before-<time>` the last one. */
  readonly keyFile: string;
}

/**
 * Changes the key of an installation: everything is written anew under another one beside the old files, read back, and put
 * in their place. Stopped at any moment, it goes on where it was when it is run again; until then nothing else starts.
 * `oldKey` is asked for only where something is still to be written. Resolves to where the old key lies now.
 */
export async function rekey(
  files: RekeyFiles,
  oldKey: () => Promise<Buffer>,
  now: number,
  step: (name: string) => void = () => {},
): Promise<string> {
  const { folder, keyFile } = files;
  await refuseHalfRestored(folder);
  if ((await readyIn(folder)) === null) await refuseNoData(folder, await oldKey());
  const unlock = await nodeFiles.lock(folder, 'store');
  try {
    if ((await readyIn(folder)) === null) await write(files, await oldKey(), step);
    return await moveInto(folder, keyFile, now, step);
  } finally {
    await unlock();
  }
}

const readyFile = (folder: string): string => join(rekeyIn(folder), 'ready');

async function readyIn(folder: string): Promise<Ready | null> {
  const text = await readFile(readyFile(folder), 'utf8').catch(absent);
  return text === null ? null : (JSON.parse(text) as Ready);
}

async function write({ folder, keyFile }: RekeyFiles, from: Buffer, step: (name: string) => void): Promise<void> {
  const part = rekeyIn(folder);
  await rm(part, { recursive: true, force: true });
  const to = await nextKey(`${keyFile}.new`);
  step('key made');
  await mkdir(peopleIn(part), { recursive: true, mode: 0o700 });
  const store = await readContents(storeLocation(folder, from));
  const people = await readContents(vaultLocation(peopleIn(folder), from));
  if (store === null || people === null) throw new Error('the data went while its key was changed');
  const ready: Ready = { store: store.generation + 1, people: people.generation + 1 };
  await writeAll(storeLocation(part, to), allDocuments(store.data), ready.store);
  step('store written');
  await writeAll(vaultLocation(peopleIn(part), to), rewrapped(people.data, from, to), ready.people);
  step('people written');
  await writeFile(`${readyFile(folder)}.new`, JSON.stringify(ready), { flush: true, mode: 0o600 });
  await rename(`${readyFile(folder)}.new`, readyFile(folder));
  await nodeFiles.syncFolder(part);
  await nodeFiles.syncFolder(folder);
  step('ready');
}

async function writeAll(location: JournalLocation, documents: readonly Held[], generation: number): Promise<void> {
  await writeContents(location, documents, generation);
  await checkWritten(location, fingerprint(documents));
}

/** The key that an earlier try made, or a new one: durable before anything is written under it. */
async function nextKey(file: string): Promise<Buffer> {
  const made = await readFile(file, 'utf8').catch(absent);
  if (made?.endsWith('\n')) return decodedKey(made, file);
  await rm(file, { force: true });
  const key = randomBytes(32);
  const handle = await open(file, 'wx', 0o600);
  await handle.writeFile(`${key.toString('base64')}\n`);
  await handle.sync();
  await handle.close();
  await nodeFiles.syncFolder(dirname(file));
  return key;
}

/** Only moves and deletes: each may be done again. */
async function moveInto(folder: string, keyFile: string, now: number, step: (name: string) => void): Promise<string> {
  const ready = await readyIn(folder);
  if (ready === null) throw new Error('nothing is ready to be moved');
  const part = rekeyIn(folder);
  await moveHalf(part, folder, 'store', ready.store, step);
  await moveHalf(peopleIn(part), peopleIn(folder), 'vault', ready.people, step);
  const before = `${keyFile}.before-${new Date(now).toISOString().slice(0, 10)}-${randomBytes(2).toString('hex')}`;
  const isNew = await exists(`${keyFile}.new`);
  if (isNew && (await exists(keyFile))) await rename(keyFile, before);
  step('old key aside');
  if (isNew) await rename(`${keyFile}.new`, keyFile);
  await nodeFiles.syncFolder(dirname(keyFile));
  step('new key in place');
  await rm(part, { recursive: true });
  await nodeFiles.syncFolder(folder);
  const kept = (await readdir(dirname(keyFile))).filter((name) =>
    join(dirname(keyFile), name).startsWith(`${keyFile}.before-`),
  );
  return join(dirname(keyFile), kept.sort().at(-1) ?? '');
}

async function moveHalf(
  from: string,
  to: string,
  name: string,
  first: number,
  step: (name: string) => void,
): Promise<void> {
  for (const file of await readdir(from)) if (isFileOf(name, file)) await rename(join(from, file), join(to, file));
  await nodeFiles.syncFolder(to);
  step(`${name} moved`);
  for (const file of await readdir(to))
    if (isFileOf(name, file) && generationOf(name, file) < first) await rm(join(to, file));
  await nodeFiles.syncFolder(to);
  step(`old ${name} deleted`);
}

/** Copies and unfinished files count as old: the new ones have none. */
function generationOf(name: string, file: string): number {
  const { snapshots, journals } = generationsOf(name, [file]);
  return snapshots[0] ?? journals[0] ?? 0;
}

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(absent)) !== null;

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
