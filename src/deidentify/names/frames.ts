import {
  asksFor,
  authorsDo,
  baseVerbs,
  behindModalNames,
  encounters,
  familyMethods,
  familyWords,
  firmTitles,
  peopleDo,
  personalThings,
  pronouns,
  quoting,
  statesOf,
  tellingVerbs,
  timeWords,
  wishes,
  wouldVerbs,
} from '../words/frame-words.ts';
import { methodWords } from '../words/method-words.ts';
import { clientWords, kinLabels, namingWords, titles } from '../words/people.ts';
import type { Word } from './word.ts';

/** From this sum on a sentence says that a word is a person of the case, whatever list holds the word. */
export const personFrom = 2;
/** How far behind a name a pronoun may stand that takes it up. */
const pronounReach = 12;

/**
 * How much the sentence around words `from` to `to` (inclusive) speaks for a person of the case, less what speaks for an author
 * or a thing: "Hayes told me he …" against "Hayes (2004)", "the Hayes matrix", "read Hayes". No list of names is asked.
 */
export const frameOf = (words: readonly Word[], from: number, to: number): number =>
  asPerson(words, from, to) - asWork(words, from, to);

/** What speaks for a person of the case, from 0. */
export const asPerson = (words: readonly Word[], from: number, to: number): number =>
  ahead(words, from) + behind(words, from, to) + takenUp(words, to);

const at = (words: readonly Word[], index: number): string => words[index]?.low ?? '';
/** "Sweezy & Ziskind": two surnames joined, and no given name among them. */
function isPair(words: readonly Word[], from: number, to: number): boolean {
  const surname = (word: Word | undefined): boolean =>
    word !== undefined && word.kind === 'word' && word.capital && word.first < 2 && !word.grammar && !word.role;
  if (from !== to || !surname(words[from])) return false;
  const joined = (mark: number, other: number): boolean => /^(?:&|and)$/.test(at(words, mark)) && surname(words[other]);
  return joined(to + 1, to + 2) || joined(from - 1, from - 2);
}

/** "Okafor Test results", and not "Hamilton test results". */
export const haveResults = (words: readonly Word[], to: number): boolean =>
  methodWords.has(at(words, to + 1)) && /^results?$/.test(at(words, to + 2)) && !words[to]?.listed;

const isText = (words: readonly Word[], index: number, pattern: RegExp): boolean =>
  pattern.test(words[index]?.text ?? '');

/** Index of the word before, across quotes, brackets and the point of "Dr.". */
function prior(words: readonly Word[], index: number): number {
  let before = index - 1;
  while (before >= 0 && isText(words, before, /^["'(*_~]$/)) before--;
  if (isText(words, before, /^\.$/) && titles.has(at(words, before - 1))) before--;
  return before;
}

/** "Will has been sober": what helps another verb has no verb of its own right behind it. */
const modal = /^(?:will|may|can|might)$/;

/** A title, a word for the client or for kin, a naming word, an encounter before the name. */
export function ahead(words: readonly Word[], from: number): number {
  const index = prior(words, from);
  const low = at(words, index);
  const second = at(words, index - 1);
  if (words[from]?.newLine && !/^[:=]$/.test(low)) return 0;
  if (titles.has(low)) return firmTitles.has(low) ? 4 : 3;
  if (/^[:=]$/.test(low)) return clientWords.has(second) || kinLabels[second] || namingWords.has(second) ? 3 : 0;
  if (clientWords.has(low) || kinLabels[low]) return 2.5;
  if (low === ',' && (clientWords.has(second) || kinLabels[second])) return 1.5;
  const given = words[index];
  if (
    given?.capital &&
    !given.fixed &&
    given.first > 0 &&
    given.safety === undefined &&
    !given.grammar &&
    given.common < 3
  )
    return 2;
  if (namingWords.has(low) || /^(?:surname|surnamed)$/.test(low)) return 3;
  if (/^(?:is|was|'s|as|by)$/.test(low) && namingWords.has(second)) return 3;
  if (low === 'with' && encounters.has(second)) return 1.5;
  if (asksFor.has(low) && words[index]?.opening) return 0.8;
  return encounters.has(low) ? 1.2 : 0;
}

/** An age, something that people do and own, a husband or a family behind the name. */
export function behind(words: readonly Word[], from: number, to: number): number {
  const next = to + 1;
  const low = at(words, next);
  if (words[next]?.newLine) return 0;
  if (isAge(words, next)) return 3;
  if (haveResults(words, to)) return 2.5;
  if (/^'s?$/.test(low)) return personalThings.has(at(words, next + 1)) || kinLabels[at(words, next + 1)] ? 2.5 : 0;
  if (/^[,(]$/.test(low) && isKin(words, next + 1)) return 3;
  if (low === 'and' && /^(?:his|her|their)$/.test(at(words, next + 1)) && kinLabels[at(words, next + 2)]) return 3;
  if (/^(?:the|those|these|both|two)$/.test(at(words, from - 1)) && familyWords.has(low))
    return familyMethods.has(at(words, next + 1)) ? 0 : 3;
  if (asksFor.has(at(words, prior(words, from))) && baseVerbs.has(low)) return 2;
  if (modal.test(at(words, to)) && behindModalNames.has(low)) return 2.5;
  const told = objectOf(words, next);
  if (told > 0) return told;
  if (peopleDo.has(low)) return 2;
  if (timeWords.has(low) && encounters.has(at(words, prior(words, from)))) return 1;
  return 0;
}

/** ", the dad,", "(my client". */
const isKin = (words: readonly Word[], index: number): boolean => {
  const noun = /^(?:the|her|his|my|their|our|a)$/.test(at(words, index)) ? index + 1 : index;
  return noun > index && (clientWords.has(at(words, noun)) || kinLabels[at(words, noun)] !== undefined);
};

/** "told me", "is 15", "has been sober", "wants her file": what a text says of somebody it knows. */
function objectOf(words: readonly Word[], verb: number): number {
  const low = at(words, verb);
  const object = at(words, verb + 1);
  if (tellingVerbs.has(low)) return /^(?:me|us)$/.test(object) ? 2.5 : pronouns.has(object) ? 1.5 : 0;
  if (/^(?:is|was|'s)$/.test(low) && words[verb + 1]?.kind === 'number')
    return /^(?:and|,|\.|with|now)$/.test(at(words, verb + 2)) && object.length < 3 ? 3.5 : 2;
  if (/^(?:has|had|is|was)$/.test(low) && statesOf.has(object)) return 1;
  if (wishes.has(low)) return pronouns.has(object) || /^(?:to|me|a|an|the|every)$/.test(object) ? 2 : 1;
  return 0;
}

/** ", 41," "(29f" " 24m" "; 31;" – and no score, year or share. */
function isAge(words: readonly Word[], next: number): boolean {
  const marked = isText(words, next, /^[,;:(]$/);
  const number = words[marked ? next + 1 : next];
  const after = words[marked ? next + 2 : next + 1];
  if (number?.kind !== 'number' || number.text.length > 2) return false;
  if (/^(?:m|f|yo|y|yrs?|years?|nb|yr)$/.test(after?.low ?? '')) return true;
  return marked && (after === undefined || /^[,;.)]$/.test(after.text));
}

/** "Gottman hit his son", "Hayes … Today he": a pronoun of the same or the next sentence takes the name up. */
export function takenUp(words: readonly Word[], to: number): number {
  let ended = false;
  for (let index = to + 1; index < words.length && index <= to + pronounReach; index++) {
    const word = words[index] as Word;
    if (ended) return /^(?:he|she)$/.test(word.low) ? 1 : 0;
    // "Huberman told him": somebody else.
    if (pronouns.has(word.low)) return index === to + 2 && word.low === 'him' ? 0 : 1.2;
    if (/^[.!?]$/.test(word.text)) ended = true;
    else if (clientWords.has(word.low) || (kinLabels[word.low] && !word.capital) || /^(?:i|we|you)$/.test(word.low))
      return 0;
  }
  return 0;
}

/** What is said of authors, methods, instruments and conditions only, from 0. */
export function asWork(words: readonly Word[], from: number, to: number): number {
  let sum = 0;
  let next = to + 1;
  if (/^'s?$/.test(at(words, next))) next++;
  const low = at(words, next);
  // "Okafor Test results are back": somebody's results.
  const results = haveResults(words, to);
  if ((methodWords.has(low) && !results) || (low === '-' && words[next]?.glued && words[next + 1]?.glued)) sum += 3;
  else if (methodWords.has(at(words, next + 1)) && words[next]?.kind === 'word' && next > to + 1) sum += 2.5;
  // "the Bowen family systems view".
  if (familyWords.has(low) && familyMethods.has(at(words, next + 1))) sum += 3;
  if (low === 'et' || (low === '(' && /^(?:19|20)\d\d$/.test(at(words, next + 1)))) sum += 4;
  if (authorsDo.has(low) && objectOf(words, next) === 0) sum += 1;
  // "Perry's \"What Happened to You?\"", "Hayes's ACT": what is quoted or written in capitals is somebody's work.
  if (next > to + 1 && (isText(words, next, /^["“]$/) || words[next]?.acronym)) sum += 2.5;
  if (isPair(words, from, to)) sum += 1.5;
  const before = prior(words, from);
  if (/^(?:how|what|where|why|as)$/.test(at(words, before)) && authorsDo.has(low)) sum += 1.5;
  if (low === 'would' && wouldVerbs.has(at(words, next + 1))) sum += 1;
  if (quoting.has(at(words, before)) || (at(words, before) === 'to' && at(words, before - 1) === 'according')) sum += 2;
  if (words[next]?.kind === 'number' && next === to + 1 && !isAge(words, next)) sum += 1;
  for (const [mark, other] of [
    [from - 1, from - 2],
    [to + 1, to + 2],
  ] as const)
    if (/^(?:and|&|vs|versus|or|\/|-|,)$/.test(at(words, mark)) && words[other]?.safety === 'author') sum += 1.5;
  return sum;
}
