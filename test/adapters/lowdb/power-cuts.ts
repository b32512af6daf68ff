import { Note, note } from '../../contract/store-kinds.ts';
import type { Folder } from './documented-reader.ts';
import { documentsIn } from './documented-reader.ts';
import { MemoryDisk } from './memory-disk.ts';
import { contents, folder, key, openOn } from './on-disk.ts';

export const folderOf = (disk: MemoryDisk): Folder => ({
  names: [...disk.names.keys()].map((path) => path.slice(folder.length + 1)),
  read: (name) => disk.names.get(`${folder}/${name}`)?.bytes ?? Buffer.alloc(0),
});

/** Numbers from 0 to 1 that follow from a seed, so that a failing run can be repeated (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Moment {
  readonly disk: MemoryDisk;
  readonly acknowledged: number;
  readonly started: number;
  readonly erased: boolean;
}

/** Writes pairs of documents with several writers and cuts the power before every single change of the disk. */
export async function cutAnywhere(seed: number): Promise<readonly Moment[]> {
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

/** What is wrong with what a start finds after such a cut; empty when nothing is. */
export async function wrongAfter({ disk, acknowledged, started, erased }: Moment): Promise<string[]> {
  const read = documentsIn(folderOf(disk), 'store', key);
  const store = await openOn(disk);
  const found = await contents(store);
  await store.close();
  const wrong: string[] = [];
  // What the page on the format leads to is what the store finds.
  const described = JSON.stringify([...read.keys()].sort());
  if (described !== JSON.stringify([...found.keys()].map((id) => `s note ${id}`).sort())) wrong.push('read otherwise');
  for (let n = 0; n < 40; n += 1) {
    const isThere = found.has(`left ${n}`);
    if (isThere !== found.has(`right ${n}`)) wrong.push(`half of ${n}`);
    if (n < acknowledged && !isThere) wrong.push(`${n} was acknowledged`);
    if (n >= started && isThere) wrong.push(`${n} was never written`);
  }
  if (erased && found.has('forget me')) wrong.push('not erased');
  return wrong;
}
