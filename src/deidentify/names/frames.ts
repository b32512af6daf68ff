import {
  adverbs,
  asksFor,
  authorsDo,
  baseVerbs,
  behindModalNames,
  encounters,
  familyMethods,
  familyWords,
  firmTitles,
  mentions,
  messages,
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
import { wordSet } from '../words/list.ts';
import { methodWords } from '../words/method-words.ts';
import { clientWords, kinLabels, namingWords, titles } from '../words/people.ts';
import { isNobody } from './nobody.ts';
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

// Words and signs are compared and looked up rather than tested by patterns: these questions are asked of every word.
const openers = wordSet(`" ' ( * _ ~`);
const sequels = wordSet('he she');
const copulas = wordSet("is was 's");
const possessors = wordSet('his her their');
const possessives = wordSet("' 's");
const auxiliaries = wordSet('has had is was');
const isColon = (low: string): boolean => low === ':' || low === '=';
const isAnd = (low: string): boolean => low === 'and' || low === '&';
const endsSentence = (low: string): boolean => low === '.' || low === '!' || low === '?';
const ages = wordSet('m f yo y yr yrs year years nb');
const agesAhead = wordSet('m f nb male female age aged');
const closesAge = wordSet(', ; . )');
const opensAge = wordSet(', ; : (');
const hours = wordSet("pm o'clock oclock");
const objects = wordSet('him her them');
const familyArticles = wordSet('the those these both two');
const asking = wordSet('how what where why as');
const listing = wordSet('and & vs versus or / - ,');
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

/** Index of the word before, across quotes, brackets and the point of "Dr.". */
function prior(words: readonly Word[], index: number): number {
  let before = index - 1;
  while (before >= 0 && openers.has(at(words, before))) before--;
  if (at(words, before) === '.' && titles.has(at(words, before - 1))) before--;
  return before;
}

/** "Will has been sober": what helps another verb has no verb of its own right behind it. */
const modal = wordSet('will may can might');

/** A title, a word for the client or for kin, a naming word, an encounter before the name. */
export function ahead(words: readonly Word[], from: number): number {
  const index = prior(words, from);
  const low = at(words, index);
  const second = at(words, index - 1);
  if (words[from]?.newLine && !isColon(low)) return 0;
  if (titles.has(low)) return firmTitles.has(low) ? 4 : 3;
  if (isColon(low)) return clientWords.has(second) || kinLabels.get(second) || namingWords.has(second) ? 3 : 0;
  if (clientWords.has(low) || kinLabels.get(low)) return 2.5;
  if (low === ',' && (clientWords.has(second) || kinLabels.get(second))) return 1.5;
  // "my 10 o'clock, Brown,", "the 2pm, White,"
  if (hours.has(low) || (low === ',' && hours.has(second))) return 2;
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
  if (namingWords.has(low) || low === 'surname' || low === 'surnamed') return 3;
  // "calls him Pooh", "answers to Spider"
  if (objects.has(low) && /^calls?$|^called$/.test(second) && given?.newLine === false) return 2.5;
  if (low === 'to' && /^answer(?:s|ed)?$/.test(second)) return 2.5;
  if ((copulas.has(low) || low === 'as' || low === 'by') && namingWords.has(second)) return 3;
  // "three texts from Rank"
  if (low === 'from' && messages.has(second)) return 2;
  if (low === 'with' && encounters.has(second)) return 1.5;
  if (asksFor.has(low) && words[index]?.opening) return 0.8;
  return encounters.has(low) ? 1.2 : 0;
}

/** An age, something that people do and own, a husband or a family behind the name. */
export function behind(words: readonly Word[], from: number, to: number): number {
  const next = adverbs.has(at(words, to + 1)) ? to + 2 : to + 1;
  const low = at(words, next);
  if (words[next]?.newLine) return 0;
  if (isAge(words, next)) return 3;
  if (haveResults(words, to)) return 2.5;
  if (possessives.has(low))
    return personalThings.has(at(words, next + 1)) || kinLabels.get(at(words, next + 1)) ? 2.5 : 0;
  if ((low === ',' || low === '(') && isKin(words, next + 1)) return 3;
  if (low === 'and' && possessors.has(at(words, next + 1)) && kinLabels.get(at(words, next + 2))) return 3;
  if (familyArticles.has(at(words, from - 1)) && familyWords.has(low))
    return familyMethods.has(at(words, next + 1)) ? 0 : 3;
  if (asksFor.has(at(words, prior(words, from))) && baseVerbs.has(low)) return 2;
  if (modal.has(at(words, to)) && behindModalNames.has(low)) return 2.5;
  const told = objectOf(words, next);
  if (told > 0) return told;
  if (peopleDo.has(low)) return 2;
  if (timeWords.has(low) && encounters.has(at(words, prior(words, from)))) return 1;
  return 0;
}

/** ", the dad,", "(my client", ", our audiology interns". */
function isKin(words: readonly Word[], index: number): boolean {
  if (!/^(?:the|her|his|my|their|our|a)$/.test(at(words, index))) return false;
  for (let noun = index + 1; noun <= index + 3; noun++) {
    const word = words[noun];
    if (word?.kind !== 'word' || word.grammar || word.capital) return false;
    if (clientWords.has(word.low) || kinLabels.has(word.low) || isNobody(word.low)) return true;
  }
  return false;
}

/** "told me", "is 15", "has been sober", "wants her file": what a text says of somebody it knows. */
function objectOf(words: readonly Word[], verb: number): number {
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
function isAge(words: readonly Word[], next: number): boolean {
  const marked = opensAge.has(at(words, next));
  const number = words[marked ? next + 1 : next];
  const after = words[marked ? next + 2 : next + 1];
  // "wells, f 41", "Rollnick, age 20": what says so stands before the figure.
  if (agesAhead.has(number?.low ?? '') && after?.kind === 'number' && after.text.length < 3) return true;
  if (number?.kind !== 'number' || number.text.length > 2) return false;
  if (ages.has(after?.low ?? '')) return true;
  return marked && (after === undefined || closesAge.has(after.text));
}

/** "Gottman hit his son", "Hayes … Today he": a pronoun of the same or the next sentence takes the name up. */
export function takenUp(words: readonly Word[], to: number): number {
  let ended = false;
  for (let index = to + 1; index < words.length && index <= to + pronounReach; index++) {
    const word = words[index] as Word;
    if (ended) return sequels.has(word.low) ? 1 : 0;
    const said = mentions.get(word.low);
    // "Huberman told him": somebody else.
    if (said === 'pronoun') return index === to + 2 && word.low === 'him' ? 0 : 1.2;
    if (said === 'somebody' || (said === 'kin' && !word.capital)) return 0;
    if (endsSentence(word.low)) ended = true;
  }
  return 0;
}

/** What is said of authors, methods, instruments and conditions only, from 0. */
export function asWork(words: readonly Word[], from: number, to: number): number {
  let sum = 0;
  let next = to + 1;
  if (possessives.has(at(words, next))) next++;
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
  if (
    next > to + 1 &&
    (at(words, next) === '"' || at(words, next) === '“' || (words[next]?.acronym && !personalThings.has(low)))
  )
    sum += 2.5;
  if (isPair(words, from, to)) sum += 1.5;
  const before = prior(words, from);
  if (asking.has(at(words, before)) && authorsDo.has(low)) sum += 1.5;
  if (low === 'would' && wouldVerbs.has(at(words, next + 1))) sum += 1;
  if (quoting.has(at(words, before)) || (at(words, before) === 'to' && at(words, before - 1) === 'according')) sum += 2;
  if (words[next]?.kind === 'number' && next === to + 1 && !isAge(words, next)) sum += 1;
  if (isListed(words, from - 1, from - 2)) sum += 1.5;
  if (isListed(words, to + 1, to + 2)) sum += 1.5;
  return sum;
}

/** An author beside it: "Stolorow, Atwood". */
const isListed = (words: readonly Word[], mark: number, other: number): boolean =>
  listing.has(at(words, mark)) && words[other]?.safety === 'author';
