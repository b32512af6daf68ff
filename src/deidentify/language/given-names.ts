import type { Candidate } from '../document.ts';
import type { Word } from '../names/word.ts';
import { countBelow } from '../ranges.ts';
import { alsoWords, everydayNames } from '../words/everyday-names.ts';
import { foreignWords } from '../words/foreign-words.ts';
import { wordSet } from '../words/list.ts';
import { filterFor, type LanguageFilter } from './filters.ts';
import type { OtherParagraph } from './recognize.ts';

/** Between a given name and a surname. */
const between = wordSet('von van de del della di da dos das du der den la las los le y');
const longestName = 4;
/** The band of the commonest given names: where a sentence begins, a rarer one is as likely a verb, "Vive con su abuela". */
const surelyGiven = 3;

/**
 * Whom the names of a paragraph in another language could be, so that its author is asked: given names, and the surname behind one.
 * Rules and weights made for English say nothing of "Peter hat ihr gesagt".
 */
export function givenNames(words: readonly Word[], paragraphs: readonly OtherParagraph[]): Candidate[] {
  const starts = words.map((word) => word.start);
  return paragraphs.flatMap(({ start, end, language }) => {
    const filter = filterFor(language);
    const found: Candidate[] = [];
    const last = countBelow(starts, end);
    for (let at = countBelow(starts, start); at < last; at++) {
      const given = words[at] as Word;
      if (!isGiven(given, filter)) continue;
      const to = surnameBehind(words, at, filter);
      if (to === at && given.opening && given.first < surelyGiven && !filter.capitalizesNouns) continue;
      const reason = to === at ? 'firstName' : 'fullName';
      found.push({ start: given.start, end: words[to]?.end ?? given.end, type: 'NAME', tier: 'check', reason });
      at = to;
    }
    return found;
  });
}

/** Whether a word is a given name where it stands. */
export function isGiven(word: Word, { capitalizesNouns, titles }: LanguageFilter): boolean {
  if (word.kind !== 'word' || !word.capital || word.acronym || word.text.length < 2 || word.first < 2) return false;
  const saysNothing = capitalizesNouns || word.opening;
  return (
    !foreignWords.has(word.low) &&
    !everydayNames.has(word.low) &&
    !titles.has(word.low) &&
    !(saysNothing && alsoWords.has(word.low))
  );
}

/** Index of the last word of a name that begins with a given name. */
function surnameBehind(words: readonly Word[], given: number, filter: LanguageFilter): number {
  let to = given;
  for (let at = given + 1; at < given + longestName; at++) {
    const word = words[at];
    if (word === undefined || word.newLine || word.opening) break;
    if (isSurname(word, filter) || isGiven(word, filter)) to = at;
    else if (!between.has(word.low) && word.text !== '-') break;
  }
  return to;
}

const isSurname = (word: Word, { capitalizesNouns }: LanguageFilter): boolean =>
  word.kind === 'word' && word.capital && !foreignWords.has(word.low) && (!capitalizesNouns || word.last > 1);

/**
 * "amélie dupont", "marek nowak z krakowa": the surname in small letters behind a given name that was found in a paragraph in
 * another language, and the second given name. Ordinary words of the languages that the lists know are neither.
 */
export function surnamesBehind(
  words: readonly Word[],
  found: readonly Candidate[],
  isForeign: (one: Candidate) => boolean,
): Candidate[] {
  const starts = words.map((word) => word.start);
  return found.flatMap((one): Candidate[] => {
    if (one.type !== 'NAME' || !isForeign(one)) return [];
    const next = words[countBelow(starts, one.end)];
    const given = words[(next?.index ?? 0) - 1];
    if (next === undefined || given?.end !== one.end || given.capital || given.first === 0) return [];
    if (next.start - one.end !== 1 || next.capital || !isSmallName(next)) return [];
    return [{ ...one, end: next.end, tier: 'check', reason: 'fullName' }];
  });
}

const isSmallName = (word: Word): boolean =>
  word.kind === 'word' &&
  word.text.length > 2 &&
  !(word.grammar || word.role || foreignWords.has(word.low) || everydayNames.has(word.low)) &&
  ((word.last > 1 && word.common === 0) || word.first > surelyGiven - 1);
