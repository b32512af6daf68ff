import { fold } from '../../adapters/node/fold.ts';
import { birthsByName, censusSurnames, type FakerLocale, fakerLocales } from './sources.ts';

/** What the birth register holds where no name was given. */
const notNames = new Set([
  'unknown',
  'baby',
  'infant',
  'male',
  'female',
  'unnamed',
  'notnamed',
  'babyboy',
  'babygirl',
  'test',
  'child',
  'boy',
  'girl',
]);

/** Children who must have got a word as a name for it to count as one, by how common the word is (0 not a word … 3). */
const leastBirths = [10, 25, 400, 2500];
/** The lowest rank among the census surnames with which a word still counts as a surname. */
const lastRank = [Number.POSITIVE_INFINITY, 60_000, 25_000, 9000];

/** Given names: band 3 for 20,000 births or more, 2 for 1,000; a name of another country's list counts as common there. */
export const firstNames = async (words: ReadonlyMap<string, number>): Promise<Map<string, number>> => {
  const bands = new Map<string, number>();
  for (const [name, births] of birthsByName()) {
    const folded = fold(name);
    if (folded === '' || notNames.has(folded) || births < (leastBirths[words.get(folded) ?? 0] ?? 0)) continue;
    bands.set(folded, births >= 20_000 ? 3 : births >= 1000 ? 2 : 1);
  }
  return addLocales(bands, words, (locale) => locale.person?.first_name);
};

/** Surnames: band 3 for the commonest 2,000 of the census, 2 for the next 18,000. */
export const lastNames = async (words: ReadonlyMap<string, number>): Promise<Map<string, number>> => {
  const bands = new Map<string, number>();
  for (const [rank, name] of (await censusSurnames()).entries()) {
    const folded = fold(name);
    if (folded.length < 2 || rank > (lastRank[words.get(folded) ?? 0] ?? 0)) continue;
    bands.set(folded, rank < 2000 ? 3 : rank < 20_000 ? 2 : 1);
  }
  return addLocales(bands, words, (locale) => locale.person?.last_name);
};

const addLocales = async (
  bands: Map<string, number>,
  words: ReadonlyMap<string, number>,
  pick: (locale: FakerLocale) => Readonly<Record<string, readonly unknown[] | null | undefined>> | null | undefined,
): Promise<Map<string, number>> => {
  for (const locale of await fakerLocales()) {
    for (const name of Object.values(pick(locale) ?? {}).flatMap((list) => list ?? [])) {
      if (typeof name !== 'string') continue;
      const folded = fold(name);
      // Another language's name that is an English word ("Most", "Read") would cost more than it finds.
      if (folded.length < 2 || folded.split(' ').length > 3 || (words.get(folded) ?? 0) >= 2) continue;
      bands.set(folded, Math.max(bands.get(folded) ?? 0, 2));
    }
  }
  return bands;
};
