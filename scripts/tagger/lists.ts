import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageDataFolder } from '../../adapters/node/package-data.ts';
import { eachWord } from '../../adapters/node/word-file.ts';
import { lexiconFiles } from '../../adapters/node/word-lists.ts';
import { type Chance, pick } from './random.ts';

/** The words of one list by band (1 rare … 3 very common); index 0 stays empty. */
export type Banded = readonly (readonly string[])[];

export const readBanded = (kind: keyof typeof lexiconFiles): Banded => {
  const bands: string[][] = [[], [], [], []];
  eachWord(readFileSync(join(packageDataFolder(), lexiconFiles[kind])), (letters, length, band) => {
    bands[band]?.push(String.fromCharCode(...letters.subarray(0, length)));
  });
  return bands;
};

/** The word lists that the makers draw from. */
export interface Lists {
  readonly first: Banded;
  readonly last: Banded;
  readonly place: Banded;
  readonly english: Banded;
}

export const readLists = (): Lists => ({
  first: readBanded('firstName'),
  last: readBanded('lastName'),
  place: readBanded('place'),
  english: readBanded('word'),
});

/** Half common, a third middling, the rest rare: rare names must be learned too, but common ones are what people have. */
export const drawBanded = (random: Chance, list: Banded): string => {
  const roll = random();
  return pick(random, list[roll < 0.45 ? 3 : roll < 0.8 ? 2 : 1] ?? []);
};

const small = new Set([
  'of',
  'the',
  'de',
  'la',
  'del',
  'and',
  'on',
  'in',
  'am',
  'an',
  'der',
  'di',
  'les',
  'las',
  'los',
]);

/** Capital letters as in a name: `winston salem` → `Winston Salem`, `truth or consequences` → `Truth or Consequences`. */
export const titleCase = (words: string): string =>
  words
    .split(' ')
    .map((word, i) => (i > 0 && small.has(word) ? word : word.replace(/^\p{L}/u, (letter) => letter.toUpperCase())))
    .join(' ');
