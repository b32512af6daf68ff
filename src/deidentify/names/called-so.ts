import type { Candidate } from '../document.ts';
import { feelings } from '../words/frame-words.ts';
import { noName } from '../words/letters-and-calls.ts';
import { wordSet } from '../words/list.ts';
import { clientWords, kinLabels, personVerbs } from '../words/people.ts';
import type { Word } from './word.ts';

const anyone = wordSet('a an another one');
const someone = wordSet('the my our his her their this that');
const owners = wordSet("his her their my whose 's");
/** As many words as stand between "a" and who it is: "a very tired night nurse". */
const adjectives = 3;
const noNameEnding = /(?:ing|ly|ed)$/;

/** Who bears the name before the word at `index`: one of many ("a teen"), somebody known ("my client"), or nobody. */
function bearerBefore(words: readonly Word[], index: number): 'any' | 'known' | undefined {
  const bearer = words[index - 1];
  if (bearer?.kind !== 'word' || bearer.capital) return undefined;
  if (!bearer.role && !clientWords.has(bearer.low) && !kinLabels.has(bearer.low)) return undefined;
  for (let at = index - 2; at >= 0 && at >= index - 2 - adjectives; at--) {
    const low = words[at]?.low ?? '';
    if (anyone.has(low)) return 'any';
    if (someone.has(low)) return 'known';
    if (words[at]?.kind !== 'word') return undefined;
  }
  return undefined;
}

const couldBeName = (word: Word | undefined): word is Word =>
  word?.kind === 'word' &&
  word.text.length > 2 &&
  !(word.capital || word.grammar || word.role || word.newLine) &&
  !noName.has(word.low) &&
  !(word.first === 0 && (noNameEnding.test(word.low) || feelings.has(word.low)));

/** What stands behind somebody: "who", what people do, an age. */
const isPersonAhead = (next: Word | undefined): boolean =>
  next !== undefined && /^(?:who|whose)$|^\d{1,2}$/.test(next.low) ? true : personVerbs.has(next?.low ?? '');

const endsClause = (next: Word | undefined): boolean => next === undefined || /^[.;:!?)]$/.test(next.text);

/** "a teen named sky", but not "the teen named fear": there the bearer names something. */
function isNamedSo(words: readonly Word[], index: number): boolean {
  const [verb, word] = [words[index - 1], words[index]];
  const next = words[index + 1];
  if (!couldBeName(word) || !/^(?:named|called)$/.test(verb?.low ?? '') || next?.low === 'as') return false;
  const bearer = bearerBefore(words, index - 1);
  if (bearer === undefined) return false;
  const known = word.first > 0;
  if (bearer === 'known') return known && isPersonAhead(next);
  return known || (verb?.low === 'named' && (endsClause(next) || isPersonAhead(next)));
}

/** "whose name is dawn", "her name is sky and": nothing else is said with these words. */
function isNameOf(words: readonly Word[], index: number): boolean {
  const word = words[index];
  const [copula, name, owner] = [words[index - 1], words[index - 2], words[index - 3]];
  return (
    couldBeName(word) &&
    /^(?:is|was|'s)$/.test(copula?.low ?? '') &&
    name?.low === 'name' &&
    owners.has(owner?.low ?? '') &&
    (word.first > 0 || endsClause(words[index + 1]))
  );
}

/**
 * Names in small letters that are ordinary words, behind the words that say so: a list of words and the weights know "sky" and
 * "cliff" as what they mostly are. Whoever wrote it is asked.
 */
export const calledSo = (words: readonly Word[]): Candidate[] =>
  words
    .filter((word) => isNamedSo(words, word.index) || isNameOf(words, word.index))
    .map(({ start, end }) => ({ start, end, type: 'NAME', tier: 'check', reason: 'namedPerson' }));
