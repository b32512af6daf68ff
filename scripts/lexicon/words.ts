import { fold } from '../../adapters/node/fold.ts';
import { wordsOfLevel } from './sources.ts';

/**
 * SCOWL levels as bands. The package lists words in lower case only where they are ordinary words; names that it lists
 * with a capital are left out, since a name is what this list has to be told apart from.
 */
const levels: ReadonlyArray<readonly [level: number, band: number]> = [
  [10, 3],
  [20, 3],
  [35, 2],
  [40, 2],
  [50, 1],
  [55, 1],
  [60, 1],
  [70, 1],
];

/** Ordinary English words: about 10,000 very common ones, 40,000 common, the rest rare. */
export const words = (): Map<string, number> => {
  const bands = new Map<string, number>();
  for (const [level, band] of levels) {
    for (const word of wordsOfLevel(level)) {
      if (word !== word.toLowerCase() || word.endsWith("'s")) continue;
      const folded = fold(word);
      if (folded.length > 1 && !bands.has(folded)) bands.set(folded, band);
    }
  }
  return bands.set('a', 3).set('i', 3);
};
