import { expect, test } from 'vitest';
import { frameHeadBytes, maxBodyBytes } from '../../../adapters/lowdb/journal/frame.ts';
import { MemoryDisk } from './memory-disk.ts';
import { contents, folder, openOn, putNote } from './on-disk.ts';

const journal = `${folder}/store-000001.journal`;
const bytesIn = (disk: MemoryDisk): Buffer => disk.names.get(journal)?.bytes ?? Buffer.alloc(0);
const zerosAtEnd = (bytes: Buffer): number => bytes.length - 1 - bytes.findLastIndex((byte) => byte !== 0);

test('most writes find the journal filled ahead, by no more than it holds', async () => {
  const disk = new MemoryDisk();
  const store = await openOn(disk);
  const sizes = new Set<number>();
  for (let i = 0; i < 100; i += 1) {
    await putNote(store, String(i), 'x'.repeat(300));
    sizes.add(bytesIn(disk).length);
    expect(zerosAtEnd(bytesIn(disk))).toBeLessThanOrEqual(Math.max(4096, bytesIn(disk).length - 12_288));
  }
  expect(sizes.size).toBeLessThan(10);
  await store.close();
  expect(zerosAtEnd(bytesIn(disk))).toBeLessThan(10);
});

test('the zeros of a journal whose process was killed are room, and a write that never finished before them is set aside without them', async () => {
  const disk = new MemoryDisk();
  const store = await openOn(disk);
  for (let i = 0; i < 24; i += 1) await putNote(store, String(i), 'x'.repeat(300));
  const killed = disk.copy();
  await store.close();
  expect(zerosAtEnd(bytesIn(killed))).toBeGreaterThan(1000);
  const torn = killed.copy();
  const again = await openOn(killed);
  expect((await contents(again)).size).toBe(24);
  await putNote(again, 'after');
  // Only the newest journal may end with them.
  await again.compact();
  await again.close();
  expect((await contents(await openOn(killed))).size).toBe(25);
  expect([...killed.names.keys()].filter((name) => name.includes('torn'))).toEqual([]);

  const bytes = bytesIn(torn);
  bytes.fill(7, bytes.length - zerosAtEnd(bytes), bytes.length - zerosAtEnd(bytes) + 50);
  expect((await contents(await openOn(torn))).size).toBe(24);
  const aside = [...torn.names].filter(([name]) => name.includes('torn-at'));
  expect(aside.map(([, file]) => file.bytes.length)).toEqual([50]);
});

test('a full disk refuses no write that still fits, and more zeros than any write is long are no damage', async () => {
  const disk = new MemoryDisk();
  const store = await openOn(disk);
  await putNote(store, 'before');
  disk.faults.room = 200;
  await putNote(store, 'fits', 'x'.repeat(3000));
  await store.close();
  delete disk.faults.room;
  const file = disk.names.get(journal);
  if (file === undefined) throw new Error('no journal');
  file.bytes = Buffer.concat([file.bytes, Buffer.alloc(maxBodyBytes + frameHeadBytes + 1)]);
  expect([...(await contents(await openOn(disk))).keys()]).toEqual(['before', 'fits']);
});
