import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLowdbStore } from '../../../adapters/lowdb/index.ts';
import { openVault } from '../../../adapters/lowdb/vault.ts';
import { MemoryDisk } from './memory-disk.ts';
import { contents, folder, key, openOn, putNote } from './on-disk.ts';

/** A data folder written by the first version: a store with a snapshot and a journal, and a vault. */
const fixture = join(import.meta.dirname, 'format-1');
const expected = JSON.parse(readFileSync(join(fixture, 'expected.json'), 'utf8')) as Record<
  'ref' | 'scope' | 'sealed',
  string
>;
const ids = [
  'new 0',
  'new 1',
  'new 2',
  'new 3',
  'new 4',
  'new 5',
  'new 6',
  'new 7',
  'old 1',
  'old 2',
  'old 3',
  'old 4',
];
const journal = 'store-000002.journal';
const copies = ['store-000002.journal.format-1', 'store-000002.snapshot.format-1'];

let top: string;
beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'curbside-format-1-'));
  cpSync(fixture, top, { recursive: true });
});
afterEach(() => rm(top, { recursive: true }));

function inMemory(): MemoryDisk {
  const disk = new MemoryDisk();
  for (const name of readdirSync(fixture).filter((file) => file.startsWith('store-'))) {
    const bytes = readFileSync(join(fixture, name));
    disk.names.set(`${folder}/${name}`, { bytes, durable: Buffer.from(bytes) });
  }
  return disk;
}

function withJournal(change: (bytes: Buffer) => Buffer): MemoryDisk {
  const disk = inMemory();
  const file = disk.names.get(`${folder}/${journal}`);
  if (file === undefined) throw new Error('no journal');
  file.bytes = change(file.bytes);
  return disk;
}

test('a store of format 1 opens, is written in the new format from then on, and keeps its old files as copies', async () => {
  const store = await openLowdbStore({ folder: top, key });
  expect([...(await contents(store)).keys()].sort()).toEqual(ids);
  await putNote(store, 'after');
  await store.close();
  for (const copy of copies)
    expect(readFileSync(join(top, copy)).equals(readFileSync(join(fixture, copy.replace('.format-1', ''))))).toBe(true);
  const again = await openLowdbStore({ folder: top, key });
  expect([...(await contents(again)).keys()].sort()).toEqual(['after', ...ids]);
  await again.compact();
  expect((await readdir(top)).filter((name) => name.includes('format-1'))).toEqual([]);
  await again.close();
});

test('the copies alone are a folder that the first version can open', async () => {
  await (await openLowdbStore({ folder: top, key })).close();
  const back = join(top, 'back');
  for (const copy of copies) await cp(join(top, copy), join(back, copy.replace('.format-1', '')));
  const store = await openLowdbStore({ folder: back, key, readOnly: true });
  expect([...(await contents(store)).keys()].sort()).toEqual(ids);
});

test('a vault of format 1 knows its people, and opens what was sealed for them', async () => {
  const vault = await openVault({ folder: join(top, 'people'), key });
  const person = { platform: 'square', id: 'rowan' };
  expect(await vault.refFor(person)).toBe(expected.ref);
  expect(await vault.scopeFor({ platform: 'square', id: 'team' })).toBe(expected.scope);
  expect((await vault.identity(expected.ref))?.open('box', expected.sealed)).toBe('what was sealed');
  await vault.forget(expected.ref);
  await vault.close();
  expect((await readdir(join(top, 'people'))).filter((name) => name.includes('format'))).toEqual([]);
});

test('a power failure at any moment of the upgrade leaves what the next start goes on with', async () => {
  for (const keep of [() => true, () => false]) {
    const disk = new MemoryDisk(inMemory().names);
    const moments: MemoryDisk[] = [];
    disk.beforeChange = () => moments.push(disk.afterPowerFailure(keep));
    await (await openOn(disk)).close();
    expect(moments.length).toBeGreaterThan(10);
    for (const moment of moments) {
      const store = await openOn(moment);
      expect([...(await contents(store)).keys()].sort()).toEqual(ids);
      await store.close();
      expect([...moment.names.keys()].filter((name) => name.endsWith('.new'))).toEqual([]);
    }
  }
});

test('a torn last write of format 1 is set aside', async () => {
  const disk = withJournal((bytes) => Buffer.concat([bytes, Buffer.alloc(100, 3)]));
  const store = await openOn(disk);
  expect([...(await contents(store)).keys()].sort()).toEqual(ids);
  await store.close();
  expect([...disk.names.keys()].some((name) => name.includes(`${journal}.torn-at-1096`))).toBe(true);
});

test('bytes removed or inserted in the middle of a journal of format 1 are refused', async () => {
  for (let at = 60; at < 1000; at += 7) {
    for (const change of [
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(at + 512, 1050))]),
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, at), Buffer.of(at % 256), bytes.subarray(at)]),
    ]) {
      const disk = withJournal(change);
      const before = [...disk.names.keys()];
      await expect(openOn(disk)).rejects.toMatchObject({ code: 'corrupt' });
      expect([...disk.names.keys()]).toEqual(before);
    }
  }
});
