import type { Token } from '../tokens.ts';
import { authors, eponyms } from './authors.ts';
import { calendarWords } from './days.ts';
import { clinicalShort } from './function-words.ts';
import { shortNames } from './instruments.ts';
import { medicines } from './medicines.ts';
import { peoples } from './peoples.ts';
import { safePhrases, topics } from './topics.ts';

/** What the clinical safe list says about a word: always fine, or a known author or eponym that may still be a person. */
export type Safety = 'safe' | 'author' | undefined;

const alwaysSafe = [clinicalShort, medicines, calendarWords, topics];

/** Looks every word up once, single words and phrases. Index i answers for token i. */
export function safetyOf(tokens: readonly Token[], isGivenName: (low: string) => boolean): Safety[] {
  const safety: Safety[] = tokens.map((token) => {
    if (token.kind !== 'word') return undefined;
    // "JASPER" is a therapy and "Jasper" a person: short names that are also given names need their capitals.
    if (shortNames.has(token.low) && (token.text === token.text.toUpperCase() || !isGivenName(token.low)))
      return 'safe';
    if (peoples.has(token.low) || alwaysSafe.some((list) => list.has(token.low))) return 'safe';
    return authors.has(token.low) || eponyms.has(token.low) ? 'author' : undefined;
  });
  tokens.forEach((token, i) => {
    const phrase = safePhrases.get(token.low)?.find((words) => words.every((word, k) => tokens[i + k]?.low === word));
    phrase?.forEach((_, k) => {
      safety[i + k] = 'safe';
    });
  });
  return safety;
}
