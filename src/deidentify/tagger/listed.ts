import { agencies } from '../words/agencies.ts';
import { authors } from '../words/authors.ts';
import { brands } from '../words/brands.ts';
import { citedAuthors } from '../words/cited-authors.ts';
import { shortNames } from '../words/instruments.ts';
import { medicines } from '../words/medicines.ts';
import { peoples } from '../words/peoples.ts';
import { stories } from '../words/stories.ts';
import { topics } from '../words/topics.ts';

const lists = [authors, citedAuthors, medicines, shortNames, peoples, agencies, brands, stories, topics];

const kinds: ReadonlyMap<string, number> = (() => {
  const table = new Map<string, number>();
  for (const [at, list] of lists.entries()) for (const low of list) if (!table.has(low)) table.set(low, at + 1);
  return table;
})();

/** Which curated list holds a lower-case word, from 1 in the order above; 0 when none does. Evidence, like a band of the word lists. */
export const listKind = (low: string): number => kinds.get(low) ?? 0;
