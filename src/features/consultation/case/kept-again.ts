import { type Fields, type Lexicon, scanned, wordKey } from '../../../deidentify/index.ts';
import type { Raw } from './review.ts';

/** A redacted text, the words kept in it as `wordKey`s, and what memory still holds of what was typed. */
interface Before {
  readonly fields: Fields;
  readonly keep: readonly string[];
  readonly raw: Raw | null;
}

/**
 * Words kept before that still count. Once memory has let go, what was kept is read from the old text: a doubt in another
 * spelling is a new word, as "Mark" is where "mark" was kept.
 */
export function keptAgain(fields: Fields, before: Before, lexicon: Lexicon): readonly string[] {
  if (before.raw !== null || before.keep.length === 0) return before.keep;
  const old = doubtsIn(before.fields, lexicon);
  const spelled = new Set(old);
  const known = new Set(old.map(wordKey));
  const anew = doubtsIn(fields, lexicon).filter((surface) => known.has(wordKey(surface)) && !spelled.has(surface));
  const asked = new Set(anew.map(wordKey));
  return before.keep.filter((key) => !asked.has(key));
}

/** What the filter doubts in a text, as it is spelled there. */
const doubtsIn = (fields: Fields, lexicon: Lexicon): string[] =>
  Object.entries(scanned(fields, lexicon)).flatMap(([field, found]) =>
    found.flatMap(({ tier, start, end }) => (tier === 'check' ? [(fields[field] ?? '').slice(start, end)] : [])),
  );
