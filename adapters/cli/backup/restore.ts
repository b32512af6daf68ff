import { mkdir, readdir, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type Contents, checkWritten, fingerprint, readContents, writeContents } from '../../lowdb/copy.ts';
import { allDocuments } from '../../lowdb/documents.ts';
import { storeLocation } from '../../lowdb/index.ts';
import { nodeFiles } from '../../lowdb/journal/node-files.ts';
import { vaultLocation } from '../../lowdb/vault.ts';
import { asRefusal, DataRefusal } from '../../node/data-refusal.ts';
import { ownFiles, peopleIn, restoringIn } from '../folder-integrity.ts';
import { makeDataFolder } from '../make-folder.ts';
import { InputRefused } from '../settings.ts';
import { communitiesOf, halves, replacedBy } from './layout.ts';

interface Whole {
  readonly store: Contents;
  readonly people: Contents;
}

/** Reads a backup to its last byte and changes nothing. Throws a `DataRefusal` or `InputRefused` that says what is wrong. */
export async function readBackup(backup: string, key: Buffer): Promise<Whole> {
  const [store, people] = halves(resolve(backup), key);
  const found = await whole(store.folder, () => readContents(store));
  return { store: found, people: await whole(people.folder, () => readContents(people)) };
}

async function whole(folder: string, read: () => Promise<Contents | null>): Promise<Contents> {
  const found = await read().catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw ofBackup(error, folder);
  });
  if (found !== null) return found;
  const old = replacedBy(folder);
  if (await stat(old).catch(() => null))
    throw new InputRefused(
      `${folder} is missing, because a backup was interrupted. Make a new backup. If you can’t, use the one before: mv ${old} ${folder}`,
    );
  throw new InputRefused(`There is no backup in ${folder}.`);
}

/** What is said of a data folder reads wrong of a backup: neither its key nor what mends it is the same. */
function ofBackup(error: unknown, folder: string): unknown {
  if (!(error instanceof DataRefusal)) return error;
  if (error.code === 'wrong-key')
    return new DataRefusal(
      'wrong-key',
      `The backup in ${folder} was written with another key. Set CURBSIDE_KEY or CURBSIDE_KEY_FILE to the key this backup was made with.`,
      { cause: error },
    );
  const asBackup = error.message.replace('Restore the whole data folder from a backup.', 'Use another backup.');
  return new DataRefusal(error.code, asBackup, { cause: error });
}

/** `curbside verify`: what a backup holds, in words. */
export async function verify(backup: string, key: Buffer, say: (line: string) => void): Promise<void> {
  const { store, people } = await readBackup(backup, key);
  say(`Every byte of ${backup} was read and is as it was written.`);
  say(`Communities: ${communitiesOf(store)}. Documents: ${fingerprint(allDocuments(store.data)).documents}.`);
  say(`People and communities in the vault: ${fingerprint(allDocuments(people.data)).documents}.`);
}

/**
 * Writes a backup into a data folder that is empty or not there, and reads it back. Cut short, nothing opens the folder until it
 * is done again; where it fails, what it wrote goes. `step` is told how far it is.
 */
export async function restore(
  backup: string,
  data: { readonly folder: string; readonly key: Buffer },
  say: (line: string) => void,
  step: (name: string) => void = () => {},
): Promise<void> {
  // A folder in use is never to be moved away, which is what is advised of one that is not empty.
  await nodeFiles.checkUnlocked(data.folder);
  await refuseFilled(data.folder);
  const whole = await readBackup(backup, data.key);
  await makeDataFolder(data.folder);
  const unlock = await nodeFiles.lock(data.folder, 'store');
  try {
    await refuseFilled(data.folder);
    await begin(data.folder);
    step('begun');
    await write(whole, data, step);
    await unlink(restoringIn(data.folder));
    await nodeFiles.syncFolder(data.folder);
  } catch (error) {
    // Where even that fails, the mark stays, and with it the refusal.
    if (!(error instanceof InputRefused)) await clear(data.folder).catch(() => {});
    throw asRefusal(error, data.folder);
  } finally {
    await unlock();
  }
  say(`Restored ${backup} into ${data.folder}.`);
}

/** An earlier try that was cut short is no obstacle, as long as nothing else lies there; nor is the lock of a process that ended. */
async function refuseFilled(folder: string): Promise<void> {
  const names = await namesIn(folder);
  const isPart = names.includes(basename(restoringIn(folder)));
  const own = isPart ? [...(await ownFiles(nodeFiles, folder)), restoringIn(folder), peopleIn(folder)] : [];
  if (names.some((name) => !name.startsWith('lock.') && !own.includes(join(folder, name))))
    throw new InputRefused(
      `${folder} isn’t empty. Nothing was changed. Move it away first: mv ${folder} ${folder}.before`,
    );
}

/** Makes the mark durable before anything else is there. */
async function begin(folder: string): Promise<void> {
  await writeFile(restoringIn(folder), '', { flush: true, mode: 0o600 });
  await nodeFiles.syncFolder(folder);
  await clearFiles(folder);
  await mkdir(peopleIn(folder), { recursive: true, mode: 0o700 });
}

/** The people first: a folder that has them, but not their data, does not start. */
async function write(
  { people, store }: Whole,
  { folder, key }: { readonly folder: string; readonly key: Buffer },
  step: (name: string) => void,
): Promise<void> {
  for (const [contents, location] of [
    [people, vaultLocation(peopleIn(folder), key)],
    [store, storeLocation(folder, key)],
  ] as const) {
    const documents = allDocuments(contents.data);
    await writeContents(location, documents, 1, () => step(`writing ${location.name}`));
    await checkWritten(location, fingerprint(documents));
    step(`wrote ${location.name}`);
  }
  await nodeFiles.syncFolder(folder);
}

/** Takes away what a restore wrote; the mark goes last. */
async function clear(folder: string): Promise<void> {
  await clearFiles(folder);
  await rm(restoringIn(folder), { force: true });
  await nodeFiles.syncFolder(folder);
}

async function clearFiles(folder: string): Promise<void> {
  const locks = join(folder, 'lock.');
  for (const path of await ownFiles(nodeFiles, folder)) if (!path.startsWith(locks)) await unlink(path);
  if ((await namesIn(peopleIn(folder))).length === 0) await rm(peopleIn(folder), { recursive: true, force: true });
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}
