import { authorsDo, familyMethods, familyWords, personalThings, quoting, wouldVerbs } from '../words/frame-words.ts';
import { wordSet } from '../words/list.ts';
import { methodWords, writings } from '../words/method-words.ts';
import { clientWords, kinLabels } from '../words/people.ts';
import { at, isAge, objectOf, possessives, prior } from './frame-parts.ts';
import type { Word } from './word.ts';

const isAnd = (low: string): boolean => low === 'and' || low === '&';
const asking = wordSet('how what where why as');
const knowing = wordSet('experience experienced familiar familiarity');
const listing = wordSet('and & vs versus or / - ,');

/** What is said of authors, methods, instruments and conditions only, from 0. */
export function asWork(words: readonly Word[], from: number, to: number): number {
  let sum = 0;
  let next = to + 1;
  if (possessives.has(at(words, next))) next++;
  const low = at(words, next);
  // "Okafor Test results are back": somebody's results.
  const results = haveResults(words, to);
  if ((methodWords.has(low) && !results) || (low === '-' && words[next]?.glued && words[next + 1]?.glued)) sum += 3;
  else if (next > to + 1 && isWriting(words, next)) sum += 2.5;
  // "the Bowen family systems view".
  if (familyWords.has(low) && familyMethods.has(at(words, next + 1))) sum += 3;
  if (low === 'et' || (low === '(' && /^(?:19|20)\d\d$/.test(at(words, next + 1)))) sum += 4;
  if (authorsDo.has(low) && objectOf(words, next) === 0) sum += 1;
  // "Perry's \"What Happened to You?\"", "Hayes's ACT": what is quoted or written in capitals is somebody's work.
  if (
    next > to + 1 &&
    (at(words, next) === '"' || at(words, next) === '“' || (words[next]?.acronym && !personalThings.has(low)))
  )
    sum += 2.5;
  if (isPair(words, from, to)) sum += 1.5;
  if (isBracketed(words, from, to)) sum += 1.5;
  const before = prior(words, from);
  if (asking.has(at(words, before)) && authorsDo.has(low)) sum += 1.5;
  if (low === 'would' && wouldVerbs.has(at(words, next + 1))) sum += 1;
  if (quoting.has(at(words, before)) || (at(words, before) === 'to' && at(words, before - 1) === 'according')) sum += 2;
  // "Who has experience with Capgras?": what colleagues know of.
  if (at(words, before) === 'with' && knowing.has(at(words, before - 1))) sum += 2;
  if (words[next]?.kind === 'number' && next === to + 1 && !isAge(words, next)) sum += 1;
  if (isListed(words, from - 1, from - 2)) sum += 1.5;
  if (isListed(words, to + 1, to + 2)) sum += 1.5;
  return sum;
}

/** "Shaw's NICU-trauma protocol", "Winell's religious trauma work": what is owned is written, also behind two words and a hyphen. */
function isWriting(words: readonly Word[], index: number): boolean {
  for (let noun = index; noun <= index + 4; noun++) {
    const word = words[noun];
    if (word === undefined || word.newLine || (word.kind === 'mark' && word.text !== '-')) return false;
    if (kinLabels.has(word.low) || word.grammar) return false;
    if (writings.has(word.low) || methodWords.has(word.low)) return !personalThings.has(word.low);
  }
  return false;
}

/** "(Oettingen)", "(Butow, Sharpe)", "(copeland)": a bracket with surnames and nothing else, not behind kin or a client. */
function isBracketed(words: readonly Word[], from: number, to: number): boolean {
  let open = from - 1;
  let close = to + 1;
  const inner = (index: number): boolean => listing.has(at(words, index)) || isSurname(words[index]);
  for (let steps = 0; steps < 8 && inner(open); steps++) open--;
  for (let steps = 0; steps < 8 && inner(close); steps++) close++;
  if (at(words, open) !== '(' || !/^[),]$/.test(at(words, close))) return false;
  if (at(words, close) === ',' && words[close + 1]?.kind !== 'number') return false;
  const before = words[open - 1];
  return (
    before !== undefined &&
    (!before.capital || before.acronym) &&
    !clientWords.has(before.low) &&
    !kinLabels.has(before.low)
  );
}

const isSurname = (word: Word | undefined): boolean =>
  word?.kind === 'word' && word.capital && word.first < 2 && !word.grammar;

/** An author beside it: "Stolorow, Atwood". */
const isListed = (words: readonly Word[], mark: number, other: number): boolean =>
  listing.has(at(words, mark)) && words[other]?.safety === 'author';

/** "Sweezy & Ziskind": two surnames joined, and no given name among them. */
function isPair(words: readonly Word[], from: number, to: number): boolean {
  const surname = (word: Word | undefined): boolean =>
    word !== undefined && word.kind === 'word' && word.capital && word.first < 2 && !word.grammar && !word.role;
  if (from !== to || !surname(words[from])) return false;
  const joined = (mark: number, other: number): boolean => isAnd(at(words, mark)) && surname(words[other]);
  return joined(to + 1, to + 2) || joined(from - 1, from - 2);
}

/** "Okafor Test results", and not "Hamilton test results". */
export const haveResults = (words: readonly Word[], to: number): boolean =>
  methodWords.has(at(words, to + 1)) && /^results?$/.test(at(words, to + 2)) && !words[to]?.listed;
