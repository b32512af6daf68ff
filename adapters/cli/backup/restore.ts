import { mkdir, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Contents, checkWritten, fingerprint, readContents, writeContents } from '../../lowdb/copy.ts';
import { allDocuments } from '../../lowdb/documents.ts';
import { storeLocation } from '../../lowdb/index.ts';
import { nodeFiles } from '../../lowdb/journal/node-files.ts';
import { vaultLocation } from '../../lowdb/vault.ts';
import { peopleIn } from '../folder-integrity.ts';
import { makeDataFolder } from '../make-folder.ts';
import { InputRefused } from '../settings.ts';
import { halves } from './layout.ts';

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
    throw error;
  });
  if (found === null) throw new InputRefused(`There is no backup in ${folder}.`);
  return found;
}

/** `curbside verify`: what a backup holds, in words. */
export async function verify(backup: string, key: Buffer, say: (line: string) => void): Promise<void> {
  const { store, people } = await readBackup(backup, key);
  const communities = [...store.data.scopes.keys()].filter((scope) => scope.includes('.')).length;
  say(`Every byte of ${backup} was read and is as it was written.`);
  say(`Communities: ${communities}. Documents: ${fingerprint(allDocuments(store.data)).documents}.`);
  say(`People and communities in the vault: ${fingerprint(allDocuments(people.data)).documents}.`);
}

/** Writes a backup into a data folder that is empty or not there, and reads it back. */
export async function restore(
  backup: string,
  data: { readonly folder: string; readonly key: Buffer },
  say: (line: string) => void,
): Promise<void> {
  const there = await readdir(data.folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (there.length > 0)
    throw new InputRefused(
      `${data.folder} isn’t empty. Nothing was changed. Move it away first: mv ${data.folder} ${data.folder}.before`,
    );
  const { store, people } = await readBackup(backup, data.key);
  await makeDataFolder(data.folder);
  const unlock = await nodeFiles.lock(data.folder, 'store');
  try {
    await mkdir(peopleIn(data.folder), { mode: 0o700 });
    // The people first: a folder that has them, but not their data, does not start.
    for (const [contents, location] of [
      [people, vaultLocation(peopleIn(data.folder), data.key)],
      [store, storeLocation(data.folder, data.key)],
    ] as const) {
      const documents = allDocuments(contents.data);
      await writeContents(location, documents);
      await checkWritten(location, fingerprint(documents));
    }
    await nodeFiles.syncFolder(data.folder);
  } finally {
    await unlock();
  }
  say(`Restored ${backup} into ${data.folder}.`);
}
