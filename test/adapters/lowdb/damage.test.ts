import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { DataRefusal } from '../../../adapters/lowdb/index.ts';
import { MemoryDisk } from './memory-disk.ts';
import { contents, folder, openOn, putNote } from './on-disk.ts';

/** Where the frames of a journal begin: after its header and two high-water marks. */
const framesAt = 3 * 4096;

let whole: MemoryDisk;
let expected: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  const disk = new MemoryDisk();
  const store = await openOn(disk);
  for (let i = 0; i < 5; i += 1) await putNote(store, `old ${i}`, 'some words');
  await store.compact();
  for (let i = 0; i < 8; i += 1) await putNote(store, `new ${i}`, 'x'.repeat(i * 5));
  expected = await contents(store);
  await store.close();
  whole = disk.copy();
});

/** The refusal, or what the store shows when it opens. */
async function outcome(disk: MemoryDisk): Promise<DataRefusal | ReadonlyMap<string, readonly string[]>> {
  try {
    const store = await openOn(disk);
    const found = await contents(store);
    await store.close();
    return found;
  } catch (error) {
    if (error instanceof DataRefusal) return error;
    throw error;
  }
}

function damaged(path: string, change: (bytes: Buffer) => Buffer): MemoryDisk {
  const disk = whole.copy();
  const file = disk.names.get(path);
  if (file === undefined) throw new Error('no such file');
  file.bytes = change(file.bytes);
  return disk;
}

const flip = (at: number, bit: number) => (bytes: Buffer) => {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  return bytes;
};

test('a flipped bit in any byte of any file is refused or changes nothing', async () => {
  let refused = 0;
  for (const [path, file] of whole.names) {
    for (let at = 0; at < file.bytes.length; at += 1) {
      // Between header, marks and frames lie thousands of zeros that nobody reads: a few of them will do.
      if (file.bytes.subarray(Math.max(0, at - 40), at + 40).every((byte) => byte === 0) && at % 97 !== 0) continue;
      const found = await outcome(damaged(path, flip(at, at % 8)));
      if (found instanceof DataRefusal) refused += 1;
      else expect(found).toEqual(expected);
    }
  }
  expect(refused).toBeGreaterThan(1000);
});

test('bytes overwritten anywhere are refused or change nothing', async () => {
  const paths = [...whole.names.keys()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.nat(),
      fc.uint8Array({ minLength: 1, maxLength: 64 }),
      async (path, at, bytes) => {
        const found = await outcome(
          damaged(path, (old) => {
            Buffer.from(bytes).copy(old, at % old.length);
            return old;
          }),
        );
        if (!(found instanceof DataRefusal)) expect(found).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});

test('damage in the middle names the file and the offset', async () => {
  const journal = `${folder}/store-000002.journal`;
  const found = await outcome(damaged(journal, flip(framesAt + 300, 3)));
  expect(found).toMatchObject({ code: 'corrupt' });
  expect((found as DataRefusal).message).toMatch(/store-000002\.journal is damaged at byte \d+/);
});

test('damage to the last acknowledged batch is not taken for an unfinished write', async () => {
  const disk = new MemoryDisk();
  const store = await openOn(disk);
  await putNote(store, 'only');
  await store.close();
  const path = `${folder}/store-000001.journal`;
  const file = disk.names.get(path);
  if (file === undefined) throw new Error('no journal');
  flip(file.bytes.length - 1, 0)(file.bytes);
  expect(await outcome(disk)).toMatchObject({ code: 'corrupt' });
});

test('a snapshot that is cut short is refused at whatever length', async () => {
  const path = `${folder}/store-000002.snapshot`;
  const { length } = whole.names.get(path)?.bytes ?? Buffer.alloc(0);
  for (let keep = 0; keep < length; keep += 1) {
    expect(await outcome(damaged(path, (bytes) => bytes.subarray(0, keep)))).toMatchObject({ code: 'corrupt' });
  }
});

test('a journal that is missing, renamed or taken from elsewhere is refused', async () => {
  const journal = `${folder}/store-000002.journal`;
  const missing = whole.copy();
  missing.names.delete(journal);
  expect(await outcome(missing)).toMatchObject({ code: 'corrupt' });

  const renamed = whole.copy();
  const file = renamed.names.get(journal);
  if (file !== undefined) renamed.names.set(`${folder}/store-000003.journal`, file);
  expect(await outcome(renamed)).toMatchObject({ code: 'corrupt' });

  const swapped = whole.copy();
  const snapshot = swapped.names.get(`${folder}/store-000002.snapshot`);
  if (snapshot !== undefined) swapped.names.set(journal, snapshot);
  expect(await outcome(swapped)).toMatchObject({ code: 'corrupt' });
});
