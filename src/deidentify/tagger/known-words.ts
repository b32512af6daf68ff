import { knownWords } from '../words/known-words.ts';

const kinds: ReadonlyMap<string, number> = (() => {
  const table = new Map<string, number>();
  for (const [at, list] of Object.values(knownWords).entries()) {
    for (const known of list.split(' ')) if (!table.has(known)) table.set(known, at + 1);
  }
  return table;
})();

/** The kind of a lower-case word, from 1 in the order of `knownWords`; 0 when it is none of them. */
export const knownKind = (lower: string): number => kinds.get(lower) ?? 0;
