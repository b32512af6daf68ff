import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { scan } from '../../src/index.ts';
import { shipped } from './cases.ts';

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

/**
 * How many times more a letter costs in a text than in the next shorter one, at the worst size. What is linear shows it in one
 * of a few tries, what is not never does.
 */
function growth(piece: string): number {
  const [first, ...longer] = sizes.map((size) => textOf(piece, size)) as [string, ...string[]];
  let worst = 0;
  let short = first;
  let ofShort = timeOf(short);
  for (const long of longer) {
    let [least, ofLong] = [Number.POSITIVE_INFINITY, 0];
    for (let tries = 0; tries < 6 && least > most; tries++) {
      if (tries > 0) ofShort = Math.max(ofShort, timeOf(short));
      const time = timeOf(long);
      least = Math.min(least, time / long.length / (ofShort / short.length));
      ofLong = Math.max(ofLong, time);
    }
    worst = Math.max(worst, least);
    [short, ofShort] = [long, ofLong];
  }
  return worst;
}

/** A test for each piece: repeated without end, it takes a scan time in proportion to the length of the text. */
export function eachLinear(pieces: readonly string[]): void {
  // The first texts of a process cost more than all later ones.
  beforeAll(() => {
    for (const piece of pieces) scan(textOf(piece, 300), shipped());
  });

  it.each(pieces.map((piece) => [JSON.stringify(piece), piece] as const))(
    'over %s without end, a scan takes time in proportion to the length of its text',
    async (_, piece) => {
      let worst = growth(piece);
      // What the process does besides, such as clearing memory, weighs on one moment; what is not linear is so at every one.
      for (let again = 0; again < 4 && worst > most; again++) {
        await pause(1000);
        worst = growth(piece);
      }
      expect(worst).toBeLessThanOrEqual(most);
    },
  );
}
