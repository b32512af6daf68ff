import { fold } from '../../adapters/node/fold.ts';
import { citiesWithoutPopulation, citiesWithPopulation, counties } from './sources.ts';

/** English-speaking countries: their towns come up sooner, so a smaller one counts as well known. */
const nearby = new Set(['US', 'CA', 'GB', 'IE', 'AU', 'NZ']);
const countyCountries = /^(US|GB|IE)\./;

/** Longer names are nobody's way of telling where they live, and the file format ends at 63 letters. */
const longestName = 63;

const bandOf = (population: number, country: string): number => {
  const [large, middling] = nearby.has(country) ? [50_000, 5000] : [500_000, 50_000];
  return population >= large ? 3 : population >= middling ? 2 : 1;
};

/** Ways of writing that a gazetteer lists once: St and Saint, Ft and Fort, Mt and Mount, and "City" left out. */
const spellings = (name: string): string[] => {
  const folded = fold(name.replace(/\(.*?\)|[,/].*$/g, ' '));
  const pairs = [
    ['saint', 'st'],
    ['sainte', 'ste'],
    ['fort', 'ft'],
    ['mount', 'mt'],
  ] as const;
  const also = pairs.flatMap(([long, short]) => [
    folded.replace(new RegExp(`\\b${long} `), `${short} `),
    folded.replace(new RegExp(`^${short} `), `${long} `),
  ]);
  const bare = folded.replace(/^city of | city$/, '');
  return [folded, ...also, bare].filter((spelling) => spelling.length > 1 && spelling.length <= longestName);
};

/** Places smaller than a state: towns, boroughs and districts with 1,000 inhabitants or more, and counties. */
export const places = (words: ReadonlyMap<string, number>): Map<string, number> => {
  const bands = new Map<string, number>();
  const add = (name: string, band: number): void => {
    for (const spelling of spellings(name)) {
      // Villages named like a very common word ("Most", "As", "Ham") would make every sentence a place.
      if (band === 1 && words.get(spelling) === 3) continue;
      bands.set(spelling, Math.max(bands.get(spelling) ?? 0, band));
    }
  };
  for (const city of citiesWithPopulation()) add(city.name, bandOf(city.population, city.country));
  for (const city of citiesWithoutPopulation()) add(city.name, 1);
  for (const county of counties()) {
    if (!countyCountries.test(county.code)) continue;
    add(county.name, 2);
    add(county.name.replace(/ (County|Parish|Borough)$/, ''), 1);
  }
  return bands;
};
