import type { Candidate } from '../document.ts';
import { familyVerbs, personalThings } from '../words/frame-words.ts';
import { wordSet } from '../words/list.ts';
import { methodWords } from '../words/method-words.ts';
import { kinLabels } from '../words/people.ts';
import type { Word } from './reading.ts';

const person = { type: 'NAME', reason: 'lastName', label: 'Family' } as const;

/** Names with an s that is no part of them: "the Smiths came in", "the Bakers' son", "Yolandas ex keeps driving past". */
export function families(words: readonly Word[], look: (low: string) => { first: number; last: number }): Candidate[] {
  const found: Candidate[] = [];
  for (const word of words) {
    if (word.kind !== 'word' || word.text.length < 4 || !word.low.endsWith('s')) continue;
    const { start, end } = word;
    const single = look(word.low.replace(/(?<=s|x|z|ch|sh)es$|s$/, ''));
    if (isFamily(words, word, single.last) || isSeveral(words, word, single.first))
      found.push({ ...person, start, end, tier: 'check' });
    else if (isOwner(words, word, single.first))
      found.push({ ...person, reason: 'firstName', start, end, tier: 'check' });
  }
  return found;
}

/** "the" and a capital before, and behind it what families do or have; the singular is a surname. */
function isFamily(words: readonly Word[], word: Word, last: number): boolean {
  const [article, next] = [words[word.index - 1], words[word.index + 1]];
  if (article?.low !== 'the' || last === 0 || !word.capital || word.safety === 'safe') return false;
  if (next === undefined || /^[',.;!?]$/.test(next.text)) return true;
  // "the Walkers communicate by throwing things": what a list of verbs has not.
  return (
    familyVerbs.has(next.low) || next.kind === 'mark' || (!next.capital && !next.newLine && !methodWords.has(next.low))
  );
}

/** "two Graces", "both Johns": several who are called so. */
const several = wordSet('two three both four');
const isSeveral = (words: readonly Word[], word: Word, first: number): boolean =>
  first > 1 && word.capital && several.has(words[word.index - 1]?.low ?? '');

/** "Yolandas ex", "sarahs sister": a given name, then kin or something that people have. */
function isOwner(words: readonly Word[], word: Word, first: number): boolean {
  const next = words[word.index + 1];
  if (first < 2 || word.common > 0 || word.first > 1 || next?.kind !== 'word') return false;
  return kinLabels.has(next.low) || personalThings.has(next.low);
}
