import { eld } from 'eld/extrasmall';
import { placeholderPattern } from '../placeholders.ts';
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
  if (otherScript.test(paragraph) && isMainly(otherLetter, paragraph)) return eld.detect(paragraph).language;
  if (!enoughLetters.test(paragraph)) return null;
  const { language, isForeign, words } = reading(paragraph, lexicon);
  return isForeign && (words >= enoughWords || isWholeForeign()) ? language : null;
}

/** Whether at least half of a text's letters are of a kind. */
const isMainly = (kind: RegExp, text: string): boolean =>
  2 * (text.match(kind)?.length ?? 0) >= (text.match(/\p{L}/gu)?.length ?? 0);

function reading(text: string, lexicon: Lexicon): { language: string; isForeign: boolean; words: number } {
  let [foreign, english] = [0, 0];
  for (const { low, isName } of plainWords(text, lexicon)) {
    if (isName || englishToo.has(low)) continue;
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

const typedWord = /\S+/g;
const noWord = /[\p{N}@/\\_]|\p{L}\.\p{L}/u;
const firstWord = /\p{L}[\p{L}\p{M}'’]+/u;

/** Words of letters alone, of two letters and more: no addresses, files, codes or figures. */
function plainWords(text: string, lexicon: Lexicon): { low: string; isName: boolean }[] {
  return (text.match(typedWord) ?? []).flatMap((typed) => {
    const word = noWord.test(typed) ? undefined : firstWord.exec(typed)?.[0];
    if (word === undefined) return [];
    const low = fold(word);
    const isName =
      /^\p{Lu}/u.test(word) &&
      (lexicon.firstName(low) + lexicon.lastName(low) + lexicon.place(low) > 0 || /^\p{Lu}+$/u.test(word));
    return [{ low, isName }];
  });
}

/** Whether any of it is in another script or not mainly in English: what the filter was not made for. */
export const isForeign = (fields: Readonly<Record<string, string>>, lexicon: Lexicon): boolean =>
  Object.values(fields).some((text) => {
    const typed = text.normalize('NFKC');
    return otherScript.test(typed.replace(placeholderPattern, ' ')) || otherParagraphs(typed, lexicon).length > 0;
  });
