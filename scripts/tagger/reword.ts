import { cuesOf } from '../../src/deidentify/tagger/cue-words.ts';
import { assemble, type Example, type Part, partsOf } from './example.ts';
import type { Banded } from './lists.ts';
import { type Chance, pick } from './random.ts';

const ending = 3;

/** English words by band and last letters, so that one can stand for another without a change of grammar. */
export type Rhymes = ReadonlyMap<string, readonly string[]>;

export const rhymesOf = (english: Banded): Rhymes => {
  const rhymes = new Map<string, string[]>();
  for (const [band, words] of english.entries()) {
    for (const word of words) {
      if (word.length < 5 || word.includes(' ')) continue;
      const key = `${band}${word.slice(-ending)}`;
      const list = rhymes.get(key) ?? [];
      list.push(word);
      rhymes.set(key, list);
    }
  }
  return rhymes;
};

export const bandsOf = (english: Banded): ReadonlyMap<string, number> =>
  new Map(english.flatMap((words, band) => words.map((word) => [word, band] as const)));

/** Exchanges ordinary words outside identifiers for others of the same ending and frequency, `share` of them. */
export const reword = (
  example: Example,
  random: Chance,
  rhymes: Rhymes,
  bands: ReadonlyMap<string, number>,
  share: number,
): Example =>
  assemble(
    example.id,
    partsOf(example).map(
      ([text, type]): Part =>
        type
          ? [text, type]
          : [
              text.replace(/\b[a-z]{5,}\b/g, (word) => {
                const others = rhymes.get(`${bands.get(word) ?? 0}${word.slice(-ending)}`);
                return others && others.length > 3 && cuesOf(word) === 0 && random() < share
                  ? pick(random, others)
                  : word;
              }),
            ],
    ),
  );
