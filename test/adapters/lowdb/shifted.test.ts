import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DataRefusal } from '../../../adapters/lowdb/index.ts';
import { MemoryDisk } from './memory-disk.ts';
import { contents, folder, openOn, putNote } from './on-disk.ts';

const journal = `${folder}/store-000001.journal`;

/** A journal of `count` documents, as a clean stop leaves it, or as it is the moment after the last was acknowledged. */
async function written(count: number, stop: 'clean' | 'killed', seed: number): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const store = await openOn(disk);
  for (let i = 0; i < count; i += 1) await putNote(store, `note ${i}`, 'word '.repeat((seed + i * 7) % 60));
  if (stop === 'killed') return disk.copy();
  await store.close();
  return disk.copy();
}

const damages: { readonly [name: string]: (bytes: Buffer, at: number, seed: number) => Buffer } = {
  'a flipped bit': (bytes, at, seed) => {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (seed % 8));
    return bytes;
  },
  'a byte removed': (bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
  'a byte inserted': (bytes, at, seed) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.of(seed % 256), bytes.subarray(at)]),
  '512 bytes removed': (bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 512)]),
  '512 bytes zeroed': (bytes, at) => bytes.fill(0, at, Math.min(bytes.length, at + 512)),
  'LF turned into CRLF from there on': (bytes, at) => {
    const rest = bytes.subarray(at).toString('latin1').replaceAll('\n', '\r\n');
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(rest, 'latin1')]);
  },
  'CR dropped from there on': (bytes, at) => {
    const rest = bytes.subarray(at).toString('latin1').replaceAll('\r', '');
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(rest, 'latin1')]);
  },
  'the end cut off': (bytes, at) => bytes.subarray(0, at),
  'a piece repeated': (bytes, at) =>
    Buffer.concat([bytes.subarray(0, at), bytes.subarray(at - 200, at), bytes.subarray(at)]),
};

test.each(Object.entries(damages))(
  '%s in a journal, anywhere, is refused by file and offset or loses nothing',
  async (_, damage) => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 40 }),
        fc.nat(),
        fc.nat({ max: 10_000 }),
        async (count, place, seed) => {
          const disk = await written(count, 'clean', seed);
          const file = disk.names.get(journal);
          if (file === undefined) throw new Error('no journal');
          file.bytes = damage(file.bytes, place % file.bytes.length, seed);
          const damaged = Buffer.from(file.bytes);
          const names = [...disk.names.keys()];
          try {
            const store = await openOn(disk);
            expect((await contents(store)).size).toBe(count);
            await store.close();
          } catch (error) {
            if (!(error instanceof DataRefusal)) throw error;
            expect(error).toMatchObject({
              code: 'corrupt',
              message: expect.stringMatching(/store-000001\.journal is damaged at byte \d+/),
            });
            expect(file.bytes.equals(damaged)).toBe(true);
            expect([...disk.names.keys()]).toEqual(names);
            refused += 1;
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(refused).toBeGreaterThan(20);
  },
);

test('damage before the last batch is refused also when the process was killed right after that one', async () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const disk = await written(12, 'killed', seed);
    const file = disk.names.get(journal);
    if (file === undefined) throw new Error('no journal');
    // The last frame of these is 110 bytes or longer.
    const at = 3 * 4096 + ((seed * 31) % (file.bytes.length - 3 * 4096 - 110));
    file.bytes = Buffer.concat([file.bytes.subarray(0, at), file.bytes.subarray(at + 1)]);
    await expect(openOn(disk)).rejects.toMatchObject({ code: 'corrupt' });
  }
});

test('a copy of a journal in use, whose beginning is older than its end, opens; what it does not hold whole is refused', async () => {
  const disk = new MemoryDisk();
  const store = await openOn(disk);
  await putNote(store, 'first');
  const beginning = Buffer.from(disk.names.get(journal)?.bytes.subarray(0, 3 * 4096) ?? []);
  for (let i = 0; i < 9; i += 1) await putNote(store, `later ${i}`, 'some words');
  const copy = disk.copy();
  await store.close();
  const file = copy.names.get(journal);
  if (file === undefined) throw new Error('no journal');
  beginning.copy(file.bytes);
  const cut = copy.copy();
  const again = await openOn(copy);
  expect((await contents(again)).size).toBe(10);
  await again.close();
  const short = cut.names.get(journal);
  if (short === undefined) throw new Error('no journal');
  short.bytes = short.bytes.subarray(0, short.bytes.length - 5);
  await expect(openOn(cut)).rejects.toMatchObject({ code: 'corrupt' });
});

test('what never finished is set aside, for this user only, before it is cut off; no more than one batch is', async () => {
  const disk = await written(3, 'clean', 1);
  const file = disk.names.get(journal);
  if (file === undefined) throw new Error('no journal');
  const whole = file.bytes.length;
  file.bytes = Buffer.concat([file.bytes, Buffer.alloc(1000, 5)]);
  const tooLong = disk.copy();
  const twice = disk.copy();
  twice.names.set(`${journal}.torn-at-${whole}`, { bytes: Buffer.from('earlier'), durable: Buffer.from('earlier') });
  const store = await openOn(disk);
  expect((await contents(store)).size).toBe(3);
  await store.close();
  const aside = disk.names.get(`${journal}.torn-at-${whole}`);
  expect(aside?.bytes.equals(Buffer.alloc(1000, 5))).toBe(true);

  await (await openOn(twice)).close();
  expect(twice.names.get(`${journal}.torn-at-${whole}`)?.bytes.toString()).toBe('earlier');
  expect(twice.names.get(`${journal}.torn-at-${whole}-2`)?.bytes).toHaveLength(1000);

  const long = tooLong.names.get(journal);
  if (long === undefined) throw new Error('no journal');
  long.bytes = Buffer.concat([long.bytes, Buffer.alloc(17 * 1024 * 1024, 5)]);
  await expect(openOn(tooLong)).rejects.toMatchObject({ code: 'corrupt' });
});

test('an erasure takes what was set aside with it', async () => {
  const disk = await written(3, 'clean', 1);
  const file = disk.names.get(journal);
  if (file === undefined) throw new Error('no journal');
  file.bytes = Buffer.concat([file.bytes, Buffer.alloc(1000, 5)]);
  const store = await openOn(disk);
  expect([...disk.names.keys()].some((name) => name.includes('torn'))).toBe(true);
  await store.compact();
  expect([...disk.names.keys()].some((name) => name.includes('torn'))).toBe(false);
  await store.close();
});

test('a transaction too large for one batch is refused, and nothing of it is kept', async () => {
  const disk = new MemoryDisk();
  const store = await openOn(disk);
  await expect(putNote(store, 'large', 'x'.repeat(17 * 1024 * 1024))).rejects.toThrow('is the most');
  await putNote(store, 'small');
  expect([...(await contents(store)).keys()]).toEqual(['small']);
  await store.close();
});
