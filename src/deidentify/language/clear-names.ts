import type { Candidate } from '../document.ts';
import type { Word } from '../names/word.ts';
import { countBelow, overlapWith } from '../ranges.ts';
import type { FindingType } from '../types.ts';
import { alsoWords, everydayNames } from '../words/everyday-names.ts';
import { wordSet } from '../words/list.ts';
import { filterFor, type LanguageFilter } from './filters.ts';
import { isGiven } from './given-names.ts';
import { capitalized, isOtherScript, withoutSentences } from './other-script.ts';
import type { OtherParagraph } from './recognize.ts';

/** Stand inside names, in small letters. */
const particles = wordSet('de del la las los y e da do dos das di van von der den le du des d');
/** Before a place, where a person would have another word or none. */
const toPlaces = wordSet('en de del desde hasta in aus nach von bei au aux du des da do em no na di');
/** As many words as a name behind a form of address has at most. */
const longestName = 4;
/** Before the name of whoever it is about. */
const clients = wordSet('paciente pte patiente patient patientin klient klientin cliente clienta paziente');
/** Named by a word for what they are and a name. */
const wholeTypes: ReadonlySet<FindingType> = new Set(['ORG', 'LOCATION']);
const firmType = /^(?:NAME|LOCATION|ORG|OTHER)$/;

/**
 * What was guessed by rules and weights made for English, without what would replace ordinary words of another language:
 * in its paragraphs only words stay that are clearly names there, and whoever a form of address stands before.
 */
export function sparing(
  words: readonly Word[],
  guesses: readonly Candidate[],
  paragraphs: readonly OtherParagraph[],
): Candidate[] {
  const starts = words.map((word) => word.start);
  const inEnglish = (guess: Candidate) => withoutSentences(words, wordsIn(words, starts, guess), guess);
  if (paragraphs.length === 0) return guesses.flatMap(inEnglish);
  const addressed: Candidate[] = paragraphs.flatMap((paragraph) =>
    addressees(words.slice(countBelow(starts, paragraph.start), countBelow(starts, paragraph.end)), paragraph),
  );
  const isForeign = overlapWith(paragraphs);
  const isAddressed = overlapWith(addressed);
  const kept = guesses.flatMap((guess) => {
    if (!isForeign(guess)) return inEnglish(guess);
    if (!firmType.test(guess.type)) return figuresOf(wordsIn(words, starts, guess), guess);
    const paragraph = paragraphs.find((one) => one.start < guess.end && one.end > guess.start);
    return clearParts(words, wordsIn(words, starts, guess), guess, filterFor(paragraph?.language ?? ''));
  });
  return [...kept.filter((one) => !isAddressed(one)), ...addressed];
}

const wordsIn = (words: readonly Word[], starts: readonly number[], { start, end }: Candidate): readonly Word[] =>
  words.slice(countBelow(starts, start), countBelow(starts, end));

/** Fewer figures are an age or a dose, whatever the words around them were taken for. */
const fewestFigures = 3;

/** Of a guess with figures what lies between the first and the last of them. */
function figuresOf(inside: readonly Word[], guess: Candidate): Candidate[] {
  const numbers = inside.filter((word) => /\d/.test(word.text));
  const [first, last] = [numbers[0], numbers.at(-1)];
  const figures = numbers.map((word) => word.text).join('').length;
  if (first === undefined || last === undefined) return [];
  if (guess.type === 'DATE') return [guess];
  return figures < fewestFigures ? [] : [{ ...guess, start: first.start, end: last.end }];
}

/** The runs of clear words of a guess; a word between two of them that belongs to names goes along. */
function clearParts(
  words: readonly Word[],
  inside: readonly Word[],
  guess: Candidate,
  filter: LanguageFilter,
): Candidate[] {
  const isOneClear = (word: Word | undefined): boolean => word !== undefined && isClear(words, word, guess, filter);
  if (inside.some(isOtherScript)) return capitalized(inside, guess);
  // "escuela Sol Naciente", "plage du Minou": what it is goes with what it is called.
  if (
    wholeTypes.has(guess.type) &&
    !(inside[0] && isGiven(inside[0], filter)) &&
    inside.some((word) => word.capital && isOneClear(word))
  )
    return [{ ...guess, ...typeOf(inside, guess, words[(inside[0]?.index ?? 0) - 1]) }];
  const parts: Candidate[] = [];
  let run: Word[] = [];
  const close = (): void => {
    while (run.length > 0 && !isOneClear(run.at(-1))) run.pop();
    const [first, last] = [run[0], run.at(-1)];
    if (first && last)
      parts.push({ ...guess, ...typeOf(run, guess, words[first.index - 1]), start: first.start, end: last.end });
    run = [];
  };
  for (const word of inside) {
    const goesAlong = run.length > 0 && (word.kind !== 'word' || particles.has(word.low));
    if (isOneClear(word) || goesAlong) run.push(word);
    else close();
  }
  close();
  return parts;
}

/** A given name alone is a person unless it stands behind a word for places, whatever place is called so. */
function typeOf(run: readonly Word[], { type }: Candidate, before: Word | undefined): Partial<Candidate> {
  const [only, more] = run.filter((word) => word.kind === 'word');
  const isGiven = type === 'LOCATION' && more === undefined && only !== undefined && only.first > 0;
  return isGiven && !toPlaces.has(before?.low ?? '') ? { type: 'NAME', reason: 'firstName', label: 'Person' } : {};
}

function isClear(words: readonly Word[], word: Word, guess: Candidate, { capitalizesNouns }: LanguageFilter): boolean {
  if (word.kind !== 'word' || everydayNames.has(word.low)) return false;
  const given = word.first >= 1 && word.common === 0 && !(capitalizesNouns && alsoWords.has(word.low));
  // The lists have no accents: "nhân" is a word, and "Nhan" a rare name.
  const isSpelledSo = word.text === word.low;
  if (!word.capital)
    return given && guess.type === 'NAME' && (word.first >= 2 || (guess.tier === 'remove' && isSpelledSo));
  const before = words[word.index - 1]?.low ?? '';
  const isCalled = word.common === 0 && clients.has(before);
  const isPlace = word.place >= 1 && word.common === 0 && guess.type === 'LOCATION' && toPlaces.has(before);
  return given || isCalled || isPlace || !(word.opening || capitalizesNouns);
}

/** "doña Mercedes", "Frau Ilse von Aken", "la sra. ortiz": the names behind forms of address. */
function addressees(words: readonly Word[], { language }: OtherParagraph): Candidate[] {
  const { titles } = filterFor(language);
  const found: Candidate[] = [];
  for (const [i, word] of words.entries()) {
    if (!titles.has(word.low) || word.low.length < 2) continue;
    const from = i + (words[i + 1]?.text === '.' ? 2 : 1);
    let last: Word | undefined;
    for (let at = from; at < from + longestName; at++) {
      const next = words[at];
      if (next === undefined || next.newLine) break;
      if (isAddressee(next)) last = next;
      else if (last === undefined || !(particles.has(next.low) || (next.text === '-' && next.glued))) break;
    }
    const first = words[from];
    if (first && last)
      found.push({ start: first.start, end: last.end, type: 'NAME', reason: 'lastName', tier: 'remove' });
  }
  return found;
}

const isAddressee = (word: Word): boolean =>
  word.kind === 'word' && word.text.length > 1 && (word.capital || (word.first + word.last > 1 && word.common === 0));
