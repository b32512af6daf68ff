import { expect, test } from 'vitest';
import { MemoryDisk } from './memory-disk.ts';
import { contents, key, openOn, putNote } from './on-disk.ts';

test('after a failed sync it takes no more writes, goes on reading what is durable, and never syncs again', async () => {
  const disk = new MemoryDisk();
  const store = await openOn(disk);
  await putNote(store, 'before');
  disk.faults.syncsBeforeFailure = 0;
  await expect(putNote(store, 'lost')).rejects.toMatchObject({ name: 'StoreUnavailable' });
  disk.faults.syncsBeforeFailure = 100;
  await expect(putNote(store, 'later')).rejects.toMatchObject({ name: 'StoreUnavailable' });
  await expect(store.compact()).rejects.toMatchObject({ name: 'StoreUnavailable' });
  expect([...(await contents(store)).keys()]).toEqual(['before']);
  await store.close();
  expect(disk.faults.syncsBeforeFailure).toBe(100);
  const again = await openOn(disk);
  expect([...(await contents(again)).keys()]).toEqual(['before']);
  await again.close();
});

test('every command that shared the failed batch is refused, and no read shows any of them', async () => {
  const disk = new MemoryDisk();
  const store = await openOn(disk);
  disk.faults.syncsBeforeFailure = 0;
  const writes = Array.from({ length: 10 }, (_, i) => putNote(store, String(i)));
  const read = contents(store);
  for (const { status } of await Promise.allSettled(writes)) expect(status).toBe('rejected');
  const shown = await read.catch(() => 'refused');
  if (shown !== 'refused') expect(shown).toEqual(new Map());
  expect(await contents(store)).toEqual(new Map());
  await store.close();
});

test('a full disk stops writes with a sentence that says so; nothing of the refused write comes back', async () => {
  const disk = new MemoryDisk();
  const store = await openOn(disk);
  await putNote(store, 'before');
  disk.faults.room = 50;
  await expect(putNote(store, 'lost', 'x'.repeat(500))).rejects.toThrow(/disk .* is full/);
  await store.close();
  delete disk.faults.room;
  const again = await openOn(disk);
  expect([...(await contents(again)).keys()]).toEqual(['before']);
  await putNote(again, 'after');
  await again.close();
});

test('a compaction that finds no room leaves everything as it was, and commands go on', async () => {
  const disk = new MemoryDisk();
  const store = await openOn(disk);
  for (let i = 0; i < 20; i += 1) await putNote(store, String(i), 'x'.repeat(100));
  disk.faults.room = 1000;
  await expect(store.compact()).rejects.toMatchObject({ name: 'StoreUnavailable' });
  delete disk.faults.room;
  await putNote(store, 'after');
  await store.close();
  const again = await openOn(disk);
  expect((await contents(again)).size).toBe(21);
  await again.close();
});

test('an erasure that a crash cut short is finished at the next start', async () => {
  const disk = new MemoryDisk();
  const store = await openOn(disk);
  await putNote(store, 'a');
  disk.faults.room = 180;
  await expect(store.compact()).rejects.toMatchObject({ name: 'StoreUnavailable' });
  await store.close();
  delete disk.faults.room;
  const before = [...disk.names.keys()];
  const again = await openOn(disk);
  await again.close();
  expect([...disk.names.keys()].some((name) => before.includes(name))).toBe(false);
});

test('a full or read-only disk and a wrong key are refused at the start, each with what to do', async () => {
  const disk = new MemoryDisk();
  await (await openOn(disk)).close();
  disk.faults.readOnly = true;
  await expect(openOn(disk)).rejects.toMatchObject({
    code: 'read-only',
    message: expect.stringContaining('CURBSIDE_DATA'),
  });
  disk.faults.readOnly = false;
  disk.faults.room = 0;
  await expect(openOn(disk)).rejects.toMatchObject({
    code: 'full',
    message: expect.stringContaining('Free some space'),
  });
  await expect(openOn(new MemoryDisk(), { files: disk.files })).rejects.toMatchObject({ code: 'full' });
  delete disk.faults.room;
  const otherKey = Buffer.from(key).fill(1);
  await expect(openOn(disk, { key: otherKey })).rejects.toMatchObject({
    code: 'wrong-key',
    message: expect.stringContaining('CURBSIDE_KEY'),
  });
  await (await openOn(disk)).close();
});
