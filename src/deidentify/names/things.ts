import type { Candidate } from '../document.ts';
import { countBelow } from '../ranges.ts';
import { familyWords } from '../words/frame-words.ts';
import { wordSet } from '../words/list.ts';
import { vehicles } from '../words/vehicles.ts';
import type { Word } from './reading.ts';

/**
 * "a Bandura", "a blue Bandura", "the Bandura": one of many, so what was taken for a name is hardly a person's, and isn't called one. Of
 * a car many have the same, and it tells nothing: "a blue Camry" and "the Camry" are left out.
 */
export function withThings(words: readonly Word[], found: readonly Candidate[]): Candidate[] {
  const starts = words.map((word) => word.start);
  return found.flatMap((one) => {
    if (one.label !== undefined || one.type === 'DATE') return one;
    const index = countBelow(starts, one.start);
    const isThing =
      (isArticle(words[index - 1]) && isEnglish(words[index - 2])) ||
      (isPlain(words[index - 1]) && isArticle(words[index - 2])) ||
      isOne(words, index, one);
    // "in Calgary, Alberta": a state or a province, which stays, behind the town that does not.
    if (
      isState(words, index, one) &&
      found.some(({ type, end }) => type === 'LOCATION' && end === words[index - 1]?.start)
    )
      return [];
    if (isThing && vehicles.has(words[index]?.low ?? '')) return [];
    return isThing && one.type === 'NAME' ? { ...one, reason: 'unclear', label: 'Name' } : one;
  });
}

/** States and provinces that people are called after. */
const states = wordSet('georgia virginia alberta carolina dakota montana victoria');
function isState(words: readonly Word[], index: number, { start, end }: Candidate): boolean {
  const word = words[index];
  return word?.start === start && word.end === end && states.has(word.low) && words[index - 1]?.text === ',';
}

/** "The Camry was stolen", and not "the Smiths", "the Novaco family": nobody is called with an article. */
function isOne(words: readonly Word[], index: number, { end }: Candidate): boolean {
  const [article, word, next] = [words[index - 1], words[index], words[index + 1]];
  const isAlone = word !== undefined && word.end === end && !word.low.endsWith('s') && word.first < 3;
  return article?.low === 'the' && isAlone && !familyWords.has(next?.low ?? '');
}

const isArticle = (word: Word | undefined): boolean => word?.low === 'a' || word?.low === 'an';
/** "Atiendo a Paco": before another language's word it is no article. */
const isEnglish = (word: Word | undefined): boolean =>
  word?.kind !== 'word' || word.common > 0 || word.grammar || word.role;
/** "blue", and neither "client" nor "Dr.". */
const isPlain = (word: Word | undefined): boolean =>
  word?.kind === 'word' && !word.capital && !word.grammar && !word.role && word.common > 0;
