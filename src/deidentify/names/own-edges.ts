import type { Candidate } from '../document.ts';

/** "works at The Sidings": with a capital inside a sentence, the article is a part of the name. */
const before = /[\p{L}\p{N},]["'(]?\s{1,2}(The\s{1,2})$/u;
const reach = 10;
/** "the Stockman Cafe", "on the 9th of June": it is none. */
const within = /^(?:on\s{1,2})?the\s{1,2}(?=[\p{L}\p{N}])/u;

/** What begins a sentence behind a point. */
const newSentence = /^\s+["'“(]?\p{Lu}|^\s*$/u;

/** Without the point that ends a sentence: "on Nov 17. Her ex". */
const endOf = (text: string, { start, end }: Candidate): number =>
  text[end - 1] === '.' && end - start > 2 && newSentence.test(text.slice(end, end + 4)) ? end - 1 : end;

/** What was found with the article that belongs to it, and without the one and the point that do not. */
export const withOwnEdges = (text: string, found: readonly Candidate[]): Candidate[] =>
  found.map((whole) => {
    const one = { ...whole, end: endOf(text, whole) };
    const { type, start, end } = one;
    if (type === 'OTHER') return one;
    const lead = within.exec(text.slice(start, Math.min(end, start + reach)))?.[0];
    if (lead) return { ...one, start: start + lead.length };
    const own =
      type === 'ORG' || type === 'LOCATION'
        ? before.exec(text.slice(Math.max(0, start - reach), start))?.[1]
        : undefined;
    return own ? { ...one, start: start - own.length } : one;
  });
