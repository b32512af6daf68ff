import type { Candidate } from '../document.ts';
import { countBelow } from '../ranges.ts';
import { vehicles } from '../words/vehicles.ts';
import type { Word } from './reading.ts';

/**
 * "a Bandura", "a blue Bandura": one of many, so what was taken for a name is hardly a person's, and isn't called one. Of a car many
 * have the same, and it tells nothing: "a blue Camry" is left out.
 */
export function withThings(words: readonly Word[], found: readonly Candidate[]): Candidate[] {
  const starts = words.map((word) => word.start);
  return found.flatMap((one) => {
    if (one.label !== undefined || one.type === 'DATE') return one;
    const index = countBelow(starts, one.start);
    const isThing =
      (isArticle(words[index - 1]) && isEnglish(words[index - 2])) ||
      (isPlain(words[index - 1]) && isArticle(words[index - 2]));
    if (isThing && vehicles.has(words[index]?.low ?? '')) return [];
    return isThing && one.type === 'NAME' ? { ...one, reason: 'unclear', label: 'Name' } : one;
  });
}

const isArticle = (word: Word | undefined): boolean => word?.low === 'a' || word?.low === 'an';
/** "Atiendo a Paco": before another language's word it is no article. */
const isEnglish = (word: Word | undefined): boolean =>
  word?.kind !== 'word' || word.common > 0 || word.grammar || word.role;
/** "blue", and neither "client" nor "Dr.". */
const isPlain = (word: Word | undefined): boolean =>
  word?.kind === 'word' && !word.capital && !word.grammar && !word.role && word.common > 0;
