import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryDisk } from './memory-disk.ts';
import { contents, openOn, putNote } from './on-disk.ts';
import { cutAnywhere, numbers, wrongAfter } from './power-cuts.ts';

test('after a power failure at any moment everything acknowledged is there, and every transaction whole or not at all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const moments = await cutAnywhere(seed);
      expect(moments.length).toBeGreaterThan(60);
      for (const moment of moments) expect(await wrongAfter(moment)).toEqual([]);
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
