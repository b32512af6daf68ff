import { beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/index.ts';
import { shipped } from './cases.ts';
import { repeatedPieces } from './repeated.ts';

const sizes = [1000, 10_000, 100_000] as const;
/** How much more time a letter of a longer text may take. */
const most = 3;
/** Work shorter than this, in microseconds of this process, is not measured but guessed. */
const measurable = 8000;

const textOf = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Processor time of this process, which other processes do not add to. */
function timeOf(text: string): number {
  const before = process.cpuUsage();
  scan(text, shipped());
  const { user, system } = process.cpuUsage(before);
  return Math.max(measurable, user + system);
}

/** How many times more a letter costs in the longer text. What is linear shows it in one of a few tries, what is not never does. */
function growth(piece: string, [short, long]: readonly [number, number]): number {
  let least = Number.POSITIVE_INFINITY;
  let quickest = 0;
  for (let tries = 0; tries < 4 && least > most; tries++) {
    quickest = Math.max(quickest, timeOf(textOf(piece, short)));
    least = Math.min(least, timeOf(textOf(piece, long)) / long / (quickest / short));
  }
  return least;
}

// The first texts of a process cost more than all later ones.
beforeAll(() => {
  for (const piece of repeatedPieces) scan(textOf(piece, 300), shipped());
});

describe('a scan takes time in proportion to the length of its text', () => {
  it('has a hundred pieces to repeat', () => expect(new Set(repeatedPieces).size).toBeGreaterThanOrEqual(100));

  it.each(repeatedPieces.map((piece) => [JSON.stringify(piece), piece] as const))(
    'over %s without end',
    { timeout: 120_000 },
    (_, piece) => {
      expect(growth(piece, [sizes[0], sizes[1]])).toBeLessThanOrEqual(most);
      expect(growth(piece, [sizes[1], sizes[2]])).toBeLessThanOrEqual(most);
    },
  );
});
