import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Note, note } from '../../contract/store-kinds.ts';
import { documentsIn, type Folder } from './documented-reader.ts';
import { MemoryDisk } from './memory-disk.ts';
import { contents, folder, key, openOn, putNote } from './on-disk.ts';

const folderOf = (disk: MemoryDisk): Folder => ({
  names: [...disk.names.keys()].map((path) => path.slice(folder.length + 1)),
  read: (name) => disk.names.get(`${folder}/${name}`)?.bytes ?? Buffer.alloc(0),
});

/** Numbers from 0 to 1 that follow from a seed, so that a failing run can be repeated (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Moment {
  readonly disk: MemoryDisk;
  readonly acknowledged: number;
  readonly started: number;
  readonly erased: boolean;
}

/** Writes pairs of documents with several writers and cuts the power before every single change of the disk. */
async function run(seed: number): Promise<readonly Moment[]> {
  const random = numbers(seed);
  const disk = new MemoryDisk();
  const moments: Moment[] = [];
  const done = new Set<number>();
  let started = 0;
  let erased = false;
  const acknowledged = () => {
    let all = 0;
    while (done.has(all)) all += 1;
    return all;
  };
  const store = await openOn(disk, { compactAfter: 1500 });
  await store.transact('s', (tx) => tx.put(Note, note('forget me')));
  disk.beforeChange = () =>
    moments.push({ disk: disk.afterPowerFailure(() => random() < 0.5), acknowledged: acknowledged(), started, erased });

  const writer = async (): Promise<void> => {
    while (started < 40) {
      const n = started;
      started += 1;
      await store.transact('s', async (tx) => {
        await tx.put(Note, note(`left ${n}`, { words: ['x'.repeat(Math.floor(random() * 200))] }));
        await tx.put(Note, note(`right ${n}`));
        if (n === 20) await tx.remove(Note, 'forget me');
      });
      done.add(n);
      if (n !== 20) continue;
      await store.compact();
      erased = true;
    }
  };
  await Promise.all([writer(), writer(), writer()]);
  await store.close();
  return moments;
}

test('after a power failure at any moment everything acknowledged is there, and every transaction whole or not at all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const moments = await run(seed);
      expect(moments.length).toBeGreaterThan(60);
      for (const moment of moments) {
        const read = documentsIn(folderOf(moment.disk), 'store', key);
        const store = await openOn(moment.disk);
        const found = await contents(store);
        // What the page on the format leads to is what the store finds.
        expect([...read.keys()].sort()).toEqual([...found.keys()].map((id) => `s note ${id}`).sort());
        for (let n = 0; n < 40; n += 1) {
          expect(found.has(`left ${n}`)).toBe(found.has(`right ${n}`));
          if (n < moment.acknowledged) expect(found.has(`left ${n}`)).toBe(true);
          if (n >= moment.started) expect(found.has(`left ${n}`)).toBe(false);
        }
        if (moment.erased) expect(found.has('forget me')).toBe(false);
        await store.close();
      }
    }),
    { numRuns: 8 },
  );
});

test('a store that survived a power failure can be written and survives the next one', async () => {
  const random = numbers(1);
  const keep = () => random() < 0.5;
  let disk = new MemoryDisk();
  for (let round = 0; round < 30; round += 1) {
    const store = await openOn(disk);
    expect((await contents(store)).size).toBeGreaterThanOrEqual(round);
    await putNote(store, `acknowledged ${round}`);
    const current = disk;
    const cut = new Promise<MemoryDisk>((resolve) => {
      current.beforeChange = () => resolve(current.afterPowerFailure(keep));
    });
    const lost = putNote(store, `in flight ${round}`, 'x'.repeat(500));
    disk = await cut;
    await lost;
    await store.close();
  }
});

test('a power failure at any moment of the very first start leaves what the next one can begin with', async () => {
  for (const keep of [() => true, () => false]) {
    const disk = new MemoryDisk();
    const moments: MemoryDisk[] = [];
    disk.beforeChange = () => moments.push(disk.afterPowerFailure(keep));
    await (await openOn(disk)).close();
    expect(moments.length).toBeGreaterThan(5);
    for (const moment of moments) {
      const store = await openOn(moment);
      await putNote(store, 'first');
      await store.close();
      expect((await contents(await openOn(moment))).has('first')).toBe(true);
      expect([...moment.names.keys()].filter((name) => name.endsWith('.new'))).toEqual([]);
    }
  }
});
