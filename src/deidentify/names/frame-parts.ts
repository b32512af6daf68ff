import { pronouns, statesOf, tellingVerbs, timeWords, wishes } from '../words/frame-words.ts';
import { wordSet } from '../words/list.ts';
import { clientWords, titles } from '../words/people.ts';
import type { Word } from './word.ts';

/** A word in small letters; an empty text past either end. */
export const at = (words: readonly Word[], index: number): string => words[index]?.low ?? '';

const openers = wordSet(`" ' ( * _ ~`);
export const copulas = wordSet("is was 's");
export const possessives = wordSet("' 's");
const auxiliaries = wordSet('has had is was');
const ages = wordSet('m f yo y yr yrs year years nb');
const agesAhead = wordSet('m f nb male female age aged');
const closesAge = wordSet(', ; . )');
const opensAge = wordSet(', ; : (');

/** Index of the word before, across quotes, brackets and the point of "Dr.". */
export function prior(words: readonly Word[], index: number): number {
  let before = index - 1;
  while (before >= 0 && openers.has(at(words, before))) before--;
  if (at(words, before) === '.' && titles.has(at(words, before - 1))) before--;
  return before;
}

/** "told me", "is 15", "has been sober", "wants her file": what a text says of somebody it knows. */
export function objectOf(words: readonly Word[], verb: number): number {
  const low = at(words, verb);
  const object = at(words, verb + 1);
  if (tellingVerbs.has(low)) return /^(?:me|us)$/.test(object) ? 2.5 : pronouns.has(object) ? 1.5 : 0;
  if (copulas.has(low) && words[verb + 1]?.kind === 'number')
    return /^(?:and|,|\.|with|now)$/.test(at(words, verb + 2)) && object.length < 3 ? 3.5 : 2;
  if (copulas.has(low) && isKind(words, verb + 1)) return 2.5;
  if (copulas.has(low) && isLate(words, verb + 1)) return 2.5;
  if (auxiliaries.has(low) && statesOf.has(object)) return 1;
  if (wishes.has(low)) return pronouns.has(object) || /^(?:to|me|a|an|the|every)$/.test(object) ? 2 : 1;
  return 0;
}

/** "was ten minutes late", "is late again": said of no author; "was an early reader of Freud" is said of what follows. */
function isLate(words: readonly Word[], from: number): boolean {
  const said = [from, from + 1, from + 2].find((index) => /^(?:late|early)$/.test(at(words, index)));
  const next = said === undefined ? undefined : words[said + 1];
  return said !== undefined && !(next?.kind === 'word' && !next.grammar && !timeWords.has(next.low));
}

/** "is a toddler here", "is my new client", "was a man of great calm": what somebody is. */
function isKind(words: readonly Word[], article: number): boolean {
  if (!/^(?:a|an|my|our)$/.test(at(words, article))) return false;
  for (let index = article + 1; index <= article + 3; index++) {
    const word = words[index];
    if (word?.kind !== 'word' || word.grammar) return false;
    if (clientWords.has(word.low)) return true;
  }
  return false;
}

/** ", 41," "(29f" " 24m" "; 31;" – and no score, year or share. */
export function isAge(words: readonly Word[], next: number): boolean {
  const marked = opensAge.has(at(words, next));
  const number = words[marked ? next + 1 : next];
  const after = words[marked ? next + 2 : next + 1];
  // "wells, f 41", "Rollnick, age 20": what says so stands before the figure.
  if (agesAhead.has(number?.low ?? '') && after?.kind === 'number' && after.text.length < 3) return true;
  if (number?.kind !== 'number' || number.text.length > 2) return false;
  if (ages.has(after?.low ?? '')) return true;
  return marked && (after === undefined || closesAge.has(after.text));
}
