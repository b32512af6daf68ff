import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sortInTurns } from '../../../adapters/lowdb/journal/sort-in-turns.ts';

const docs = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: createHash('sha256').update(`${i}`).digest('hex') }));

test.each([0, 1, 4096, 4097, 20_001])(
  '%i documents are in order afterwards, with turns of others in between',
  async (count) => {
    const sorted = docs(count);
    let turns = 0;
    let going = true;
    const others = (): void => {
      turns += 1;
      if (going) setImmediate(others);
    };
    setImmediate(others);
    await sortInTurns(sorted);
    going = false;
    expect(sorted).toEqual(docs(count).sort((a, b) => (a.id < b.id ? -1 : 1)));
    expect(turns).toBeGreaterThanOrEqual(Math.floor(count / 4096) - 1);
  },
);
