import {
  adverbs,
  asksFor,
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
  timeWords,
} from '../words/frame-words.ts';
import { wordSet } from '../words/list.ts';
import { clientWords, kinLabels, namingWords, titles } from '../words/people.ts';
import { at, copulas, isAge, objectOf, possessives, prior } from './frame-parts.ts';
import { isNobody } from './nobody.ts';
import type { Word } from './word.ts';
import { asWork, haveResults } from './works.ts';

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

// Words and signs are compared and looked up rather than tested by patterns: these questions are asked of every word.
const sequels = wordSet('he she');
const possessors = wordSet('his her their');
const isColon = (low: string): boolean => low === ':' || low === '=';
const endsSentence = (low: string): boolean => low === '.' || low === '!' || low === '?';
const hours = wordSet("pm o'clock oclock");
const objects = wordSet('him her them');
const familyArticles = wordSet('the those these both two');
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
  // "three texts from Rank", "Heard from Rogers?"
  if (low === 'from' && (messages.has(second) || /^hear[ds]?$/.test(second))) return 2;
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
