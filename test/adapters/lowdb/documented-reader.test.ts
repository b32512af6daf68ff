import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLowdbStore } from '../../../adapters/lowdb/index.ts';
import { openVault } from '../../../adapters/lowdb/vault.ts';
import type { Store } from '../../../src/index.ts';
import { Note, note } from '../../contract/store-kinds.ts';
import { documentsIn, type Folder } from './documented-reader.ts';

const key = Buffer.alloc(32, 3);
let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'curbside-reader-'));
});
afterEach(() => rm(path, { recursive: true, force: true }));

const folder = (): Folder => ({ names: readdirSync(path), read: (name) => readFileSync(join(path, name)) });
const words = () =>
  new Map(
    [...documentsIn(folder(), 'store', key)].map(([id, doc]) => [id, (JSON.parse(doc) as { words: string[] }).words]),
  );
const put = (store: Store, from: number, upTo: number) =>
  store.transact('s', async (tx) => {
    for (let i = from; i < upTo; i += 1) await tx.put(Note, note(`n${i}`, { words: [`ü ${i}`] }));
  });

it('reads what the store acknowledged, while it runs, after compactions, and after it stopped', async () => {
  const expected = new Map<string, string[]>();
  const store = await openLowdbStore({ folder: path, key });
  for (let round = 0; round < 6; round += 1) {
    await put(store, round * 10, round * 10 + 10);
    for (let i = round * 10; i < round * 10 + 10; i += 1) expected.set(`s note n${i}`, [`ü ${i}`]);
    await store.transact('s', (tx) => tx.remove(Note, `n${round * 10 + 3}`));
    expected.delete(`s note n${round * 10 + 3}`);
    expect(words()).toEqual(expected);
    if (round % 2 === 1) await store.compact();
    expect(words()).toEqual(expected);
  }
  await store.close();
  expect(words()).toEqual(expected);
});

it('reads a vault with the key of its own', async () => {
  const vault = await openVault({ folder: path, key });
  const ref = await vault.refFor({ platform: 'square', id: 'ada' });
  await vault.close();
  expect([...documentsIn(folder(), 'vault', key).keys()]).toEqual([`vault person ${ref}`]);
  expect(() => documentsIn(folder(), 'vault', Buffer.alloc(32, 4))).toThrow(/another key/);
});

it('agrees with the store on every byte that may be flipped: both refuse, or both read the same', async () => {
  const store = await openLowdbStore({ folder: path, key });
  await put(store, 0, 3);
  await put(store, 3, 6);
  await put(store, 6, 9);
  await store.close();
  const file = readdirSync(path).find((name) => name.endsWith('.journal')) ?? '';
  const whole = readFileSync(join(path, file));
  const all = words();
  // The header, both marks, and every seventh byte of the frames: what lies in between is nothing.
  const places = [...Array(64).keys(), ...Array(24).keys()].map((n, i) => (i < 64 ? n : 4096 + n));
  for (let at = 12_288; at < whole.length; at += 7) places.push(at);
  for (const at of places) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    await writeFile(join(path, file), bytes);
    const read = attempt(words);
    const opened = await openLowdbStore({ folder: path, key, readOnly: true }).then(
      async (readOnly) => {
        const found = await readOnly.read('s', (r) => r.find(Note, 'id', { all: true }));
        return new Map(found.docs.map((doc) => [`s note ${doc.id}`, doc.words]));
      },
      () => null,
    );
    expect(opened, `byte ${at}`).toEqual(read);
    // Everything was acknowledged, so that nothing less may ever be read.
    if (read !== null) expect(read, `byte ${at}`).toEqual(all);
  }
});

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
