import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLowdbStore } from '../../../adapters/lowdb/index.ts';
import { Note } from '../../contract/store-kinds.ts';
import { putNote } from './on-disk.ts';
import { readable as readableOf } from './readable.ts';

const readable = (folder: string, key: Buffer): Promise<string> =>
  readableOf(folder, 'store', Buffer.from(hkdfSync('sha256', key, '', 'curbside store 1', 32)));

test('a removed or replaced document is in no file any more once compaction has ended', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'curbside-erase-'));
  const key = randomBytes(32);
  const store = await openLowdbStore({ folder, key });
  await putNote(store, 'kept', 'heron');
  await putNote(store, 'replaced', 'first wording');
  await putNote(store, 'removed', 'magpie');
  await putNote(store, 'replaced', 'second wording');
  await store.transact('s', (tx) => tx.remove(Note, 'removed'));
  expect(await readable(folder, key)).toContain('magpie');
  await store.compact();
  const left = await readable(folder, key);
  expect(left).toContain('heron');
  expect(left).toContain('second wording');
  expect(left).not.toContain('magpie');
  expect(left).not.toContain('first wording');
  await store.close();
  await rm(folder, { recursive: true });
});

test('after compaction the files do not tell in which order documents were written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'curbside-order-'));
  const key = randomBytes(32);
  const store = await openLowdbStore({ folder, key });
  for (const id of ['m', 'z', 'a', 'q']) await putNote(store, id, `words of ${id}`);
  await store.compact();
  const left = await readable(folder, key);
  expect([...left.matchAll(/words of (\w)/g)].map((m) => m[1])).toEqual(['a', 'm', 'q', 'z']);
  await store.close();
  await rm(folder, { recursive: true });
});

test('nothing lies on the disk in clear', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'curbside-clear-'));
  const store = await openLowdbStore({ folder, key: randomBytes(32) });
  await putNote(store, 'plain', 'kingfisher');
  await store.close();
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name));
    expect(bytes.includes('kingfisher')).toBe(false);
    expect(bytes.includes('note')).toBe(false);
  }
  await rm(folder, { recursive: true });
});
