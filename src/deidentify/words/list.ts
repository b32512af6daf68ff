import { tokenize } from '../tokens.ts';

/** Words of a white-space separated list. */
export function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(/\s+/)).filter((word) => word !== ''));
}

/** Phrases as their words, by the first of them. */
export type PhraseTable = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Phrases of a list separated by bars, by their first word, longest first, so that a scan can look ahead once. */
export function phraseTable(list: string): PhraseTable {
  const table = new Map<string, string[][]>();
  for (const phrase of list.split('|')) {
    // Cut as the text is, so that "st. john's wort" and "dix-hallpike" can be written as they are.
    const words = tokenize(phrase).map((token) => token.low);
    const first = words[0];
    if (first === undefined || first === '') continue;
    table.set(
      first,
      [...(table.get(first) ?? []), words].sort((a, b) => b.length - a.length),
    );
  }
  return table;
}

/** "a kindle", "the kindle", "her kindle" …: each noun behind each determiner, as phrases separated by bars. */
export function determined(
  nouns: string,
  determiners = 'a an the this that his her their my our your old new',
): string {
  return nouns
    .split(/\s+/)
    .flatMap((noun) => determiners.split(' ').map((word) => `${word} ${noun}`))
    .join('|');
}
