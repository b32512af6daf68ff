import type { Candidate } from '../document.ts';
import { isPossessive } from '../letters.ts';
import { countBelow } from '../ranges.ts';
import { counts, past, thirdPerson } from '../words/letters-and-calls.ts';
import { wordSet } from '../words/list.ts';
import { clientWords, kinLabels } from '../words/people.ts';
import type { Word } from './word.ts';

/** Behind "saw A". */
const timeBehind = wordSet('last today yesterday tonight again weekly twice once recently alone');
const meets = wordSet('saw see seeing met meet meeting treat treated treating');
const joints = wordSet('and & + or vs');

const isLetter = (word: Word): boolean => word.kind === 'word' && word.capital && /^\p{Lu}$/u.test(word.text);

/** Part of something longer: "K-12", "X-ray", "Q&A", "S/O", "U.S." and the "S:" of a note. */
function isInLarger(words: readonly Word[], { index }: Word): boolean {
  const [before, next, second] = [words[index - 1], words[index + 1], words[index + 2]];
  const joins = (mark: Word | undefined) => mark !== undefined && /^[-/&.+#*=]$/.test(mark.text);
  if (words[index]?.glued && before !== undefined && !/^["'“‘([]$/.test(before.text)) return true;
  // "T 78": a score. "K 34F" is a person.
  if (next?.kind === 'number' && (next.glued || !/^(?:m|f|yo|y)$/.test(second?.low ?? ''))) return true;
  if (next?.text === ':' || next?.text === '=') return true;
  return joins(next) && next?.glued === true && second?.glued === true;
}

const isPersonBehind = (next: Word | undefined, verbs: (low: string) => boolean): boolean =>
  next !== undefined && ((isPossessive(next.text) && next.glued) || verbs(next.low));

/** Whether a letter is somebody where it stands. A and I are words besides: only what no article or pronoun can be counts. */
function isNoun(words: readonly Word[], word: Word): boolean {
  const [before, next] = [words[word.index - 1], words[word.index + 1]];
  if (isInLarger(words, word)) return false;
  if (before && !word.newLine && (counts.has(before.low) || before.kind === 'number')) return false;
  if (joints.has(before?.low ?? '') && /^[qbm]$/.test(words[word.index - 2]?.low ?? '')) return false;
  if (word.text === 'I') return isPersonBehind(next, (low) => thirdPerson.has(low) && !/^was/.test(low));
  if (word.text !== 'A') return true;
  // "A levels": a noun behind it is what the letter counts.
  if (!word.opening && (next?.kind !== 'word' || next.grammar || timeBehind.has(next.low))) return true;
  return isPersonBehind(next, (low) => thirdPerson.has(low) || past.has(low));
}

/** "Client A", "saw A last week": no other layer asks about the letters that are words. */
function isIntroduced(words: readonly Word[], word: Word): boolean {
  const before = words[word.index - 1];
  if ((word.text !== 'A' && word.text !== 'I') || before?.kind !== 'word' || word.opening) return false;
  const isCue = clientWords.has(before.low) || kinLabels.has(before.low);
  return (isCue || (word.text === 'A' && meets.has(before.low))) && isNoun(words, word);
}

/** The letters that a finding makes people: "K", and both of "T & B"; "J. M." is one person. */
function lettersOf(words: readonly Word[], starts: readonly number[], { start, end }: Candidate): Word[] {
  const inside = words.slice(countBelow(starts, start), countBelow(starts, end));
  const letters = inside.filter(isLetter);
  const others = inside.filter((word) => !isLetter(word) && word.text !== '.');
  const isPair = letters.length === 2 && others.length === 1 && joints.has(others[0]?.low ?? '');
  return isPair || (letters.length === 1 && others.length === 0) ? letters : [];
}

/**
 * Single letters that stand for people, wherever else they stand as one: "Client K called. K's mom came." A letter left in beside
 * its placeholder would tell what that stands for.
 */
export function letterPeople(words: readonly Word[], found: readonly Candidate[]): Candidate[] {
  const starts = words.map((word) => word.start);
  const people = new Map<string, Candidate>();
  const add = (letter: string, one: Candidate): void => {
    if (one.tier === 'remove' || !people.has(letter)) people.set(letter, one);
  };
  for (const one of found)
    if (one.type === 'NAME' && one.end - one.start < longestPair)
      for (const { text } of lettersOf(words, starts, one)) add(text, one);
  for (const word of words)
    if (isLetter(word) && isIntroduced(words, word))
      add(word.text, { start: word.start, end: word.end, type: 'NAME', reason: 'initials', tier: 'check' });
  return words.flatMap((word) => {
    const person = isLetter(word) ? people.get(word.text) : undefined;
    return person && isNoun(words, word) ? [{ ...person, start: word.start, end: word.end }] : [];
  });
}

/** No longer than "T. and B." */
const longestPair = 12;

/** "takes vitamin B", "hepatitis C": what a letter behind such a word was taken for is no person. */
export function withoutCounts(words: readonly Word[], found: readonly Candidate[]): Candidate[] {
  const starts = words.map((word) => word.start);
  return found.filter((one) => {
    if (one.type !== 'NAME' || one.end - one.start > 1) return true;
    const at = countBelow(starts, one.start);
    const before = words[at - 1];
    return before?.kind !== 'word' || words[at]?.newLine === true || !labels.has(before.low);
  });
}

const labels = wordSet('vitamin vit type cluster axis criterion plan hepatitis hep phase stage grade group option');
