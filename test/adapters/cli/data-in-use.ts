import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { openFolder } from '../../../adapters/cli/open-parts.ts';
import { createLog } from '../../../adapters/node/log.ts';
import { Note, note } from '../../contract/store-kinds.ts';

export const key: Buffer = Buffer.alloc(32, 9);
const log = createLog('silent');

export const opened = (folder: string, own = key) => openFolder(folder, { key: own, file: null, made: false }, log);

/** A folder in use, with one community, one person and notes. */
export async function inUse(folder: string, notes: number) {
  const parts = await opened(folder);
  const scope = await parts.vault.scopeFor({ platform: 'square', id: 'team' });
  const who = await parts.vault.refFor({ platform: 'square', id: 'ada' });
  const put = (from: number, upTo: number) =>
    parts.store.transact(scope, async (tx) => {
      for (let i = from; i < upTo; i += 1) await tx.put(Note, note(`n${i}`, { words: [`word ${i}`] }));
    });
  await put(0, notes);
  const close = async () => {
    await parts.store.close();
    await parts.vault.close();
  };
  return { ...parts, scope, who, put, close };
}

/** What a folder holds, and what follows from its keys. */
export async function idsIn(
  folder: string,
  own = key,
): Promise<{ ids: string[]; person: string | null; digest: string }> {
  const { store, vault } = await opened(folder, own);
  const scope = await vault.scopeFor({ platform: 'square', id: 'team' });
  const found = await store.read(scope, (read) => read.find(Note, 'id', { all: true }, { limit: 1000 }));
  const person = await vault.known({ platform: 'square', id: 'ada' });
  const sealed = person === null ? null : await vault.identity(person);
  const digest = await vault.digest('anything');
  await store.close();
  await vault.close();
  return { ids: found.docs.map(({ id }) => id), person: sealed?.token('x') ?? null, digest };
}

/** Folders for the data and for its backups, of their own for each test of a file, and what is said meanwhile. */
export function foldersOfATest() {
  const folders = { top: '', data: '', backups: '' };
  const said: string[] = [];
  beforeEach(async () => {
    const top = await mkdtemp(join(tmpdir(), 'curbside-backup-'));
    Object.assign(folders, { top, data: join(top, 'data'), backups: join(top, 'backups') });
    said.length = 0;
  });
  afterEach(() => rm(folders.top, { recursive: true, force: true }));
  return { folders, said, say: (line: string) => void said.push(line) };
}
