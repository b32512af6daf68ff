import { eld } from 'eld/extrasmall';
import { blank, capital, endOfRun, kindAt, letter, mark, number, widthAt } from '../letters.ts';
import { placeholderPattern } from '../placeholder-pattern.ts';
import { fold } from '../tokens.ts';
import type { Lexicon } from '../types.ts';
import { englishToo, foreignWords } from '../words/foreign-words.ts';

/** A paragraph that is not mainly English. UTF-16 offsets into the text given. */
export interface OtherParagraph {
  readonly start: number;
  readonly end: number;
  /** ISO 639-1, as the letters suggest; empty where they do not tell. Short texts of related languages look alike. */
  readonly language: string;
}

/** The languages for which the whole filter was made. */
const wholeFilter = { en: true } as const;
/** Fewer letters than eight tell nothing about a language. */
const enoughLetters = /(?:\p{L}\P{L}*){8}/u;
/** How much likelier than English a language must be: medicines, short forms and addresses look a little like everything. */
const leastLead = 0.1;
/** So many words of another language speak for themselves; fewer count where the whole text speaks it. */
const enoughWords = 3;

/** A run of letters of another script; single ones are symbols ("β-blocker", "Δ"). */
const otherScript = /(?:(?!\p{Script=Latin})\p{L}\p{M}*){2}/u;
/** What no text is without that holds one: a sign beyond Latin-1, or the micro sign. Told at no cost of most texts. */
const mayBeOther = /[\xB5\u0100-\uFFFF]/;
const otherLetter = /(?!\p{Script=Latin})\p{L}/gu;

/**
 * The paragraphs that are not mainly English, in text order: by the statistics of their letters and by how many of their
 * words are English ones. Nothing leaves the process.
 */
export function otherParagraphs(text: string, lexicon: Lexicon): OtherParagraph[] {
  const typed = text.replace(placeholderPattern, (found) => ' '.repeat(found.length));
  let whole: boolean | undefined;
  const isWholeForeign = (): boolean => {
    whole ??= reading(typed, lexicon).isForeign;
    return whole;
  };
  return [...typed.matchAll(/[^\n]+/g)].flatMap(({ 0: paragraph, index: start }) => {
    const found = foreignLanguage(paragraph, lexicon, isWholeForeign);
    return found === null ? [] : [{ start, end: start + paragraph.length, language: found }];
  });
}

function foreignLanguage(paragraph: string, lexicon: Lexicon, isWholeForeign: () => boolean): string | null {
  if (mayBeOther.test(paragraph) && otherScript.test(paragraph) && isMainly(otherLetter, paragraph))
    return eld.detect(paragraph).language;
  if (!enoughLetters.test(paragraph)) return null;
  const { language, isForeign, words } = reading(paragraph, lexicon);
  return isForeign && (words >= enoughWords || isWholeForeign()) ? language : null;
}

/** Whether at least half of a text's letters are of a kind. */
const isMainly = (kind: RegExp, text: string): boolean =>
  2 * (text.match(kind)?.length ?? 0) >= (text.match(/\p{L}/gu)?.length ?? 0);

/** No word of the lists is longer: what is typed without a blank for longer is another script, or nothing to read. */
const longest = 40;

function reading(text: string, lexicon: Lexicon): { language: string; isForeign: boolean; words: number } {
  let [foreign, english] = [0, 0];
  for (const word of plainWords(text)) {
    if (word.length > longest) {
      foreign++;
      continue;
    }
    const low = fold(word);
    if (isName(word, low, lexicon) || englishToo.has(low)) continue;
    if (foreignWords.has(low)) foreign++;
    else if (lexicon.word(low) >= 2) english++;
    else foreign++;
  }
  // The statistics of the letters take most of the time, and where most words are English nothing depends on them.
  if (foreign <= english) return { language: '', isForeign: false, words: 0 };
  const told = eld.detect(text);
  const { language } = told;
  if (language in wholeFilter) return { language, isForeign: false, words: 0 };
  const scores: Readonly<Record<string, number>> = told.getScores();
  const lead = (scores[language] ?? 0) - (scores.en ?? 0);
  return { language, isForeign: lead >= leastLead, words: foreign };
}

/** Words of letters alone, of two letters and more: no addresses, files, codes or figures. */
function plainWords(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    if (kindAt(text, at) & blank) {
      at++;
      continue;
    }
    const from = at;
    at = endOfTyped(text, from);
    const word = firstWord(text, from, at);
    if (word !== undefined) found.push(word);
  }
  return found;
}

function endOfTyped(text: string, from: number): number {
  let end = from;
  while (end < text.length && (kindAt(text, end) & blank) === 0) end += widthAt(text, end);
  return end;
}

/** The first word within what was typed without a blank; undefined where figures or signs say that it is something else. */
function firstWord(text: string, from: number, to: number): string | undefined {
  if (isNoWord(text, from, to)) return undefined;
  for (let start = from; start < to; start += widthAt(text, start)) {
    if ((kindAt(text, start) & letter) === 0) continue;
    const second = start + widthAt(text, start);
    let end = second;
    while (isInWord(text, end)) end += widthAt(text, end);
    if (end > second) return text.slice(start, end);
  }
  return undefined;
}

const isInWord = (text: string, at: number): boolean =>
  (kindAt(text, at) & (letter | mark)) !== 0 || text[at] === "'" || text[at] === '’';

const isNoWordSign = (sign: string): boolean => sign === '@' || sign === '/' || sign === '\\' || sign === '_';

/** "a2", "x@y", "and/or", "example.org". */
function isNoWord(text: string, from: number, to: number): boolean {
  let before = 0;
  for (let at = from; at < to; at += widthAt(text, at)) {
    const kind = kindAt(text, at);
    const sign = text[at] as string;
    if (kind & number || (!(kind & letter) && isNoWordSign(sign))) return true;
    if (sign === '.' && before & letter && kindAt(text, at + 1) & letter) return true;
    before = kind;
  }
  return false;
}

const isAllCapitals = (word: string): boolean => endOfRun(word, 0, capital) === word.length;

/** Whether a word has a capital, and a list of names has it or all of it is capitals. */
const isName = (word: string, low: string, lexicon: Lexicon): boolean =>
  (kindAt(word, 0) & capital) !== 0 &&
  (isAllCapitals(word) || lexicon.firstName(low) + lexicon.lastName(low) + lexicon.place(low) > 0);

/** Whether any of it is in another script or not mainly in English: what the filter was not made for. */
export const isForeign = (fields: Readonly<Record<string, string>>, lexicon: Lexicon): boolean =>
  Object.values(fields).some((text) => {
    const typed = text.normalize('NFKC');
    return otherScript.test(typed.replace(placeholderPattern, ' ')) || otherParagraphs(typed, lexicon).length > 0;
  });
