import { stemmer } from 'stemmer';

/** English words that stand in almost every text, and tell none from another. */
const common = new Set(
  `a about after all also am an and any are as at be because been before but by can could did do does for from had has have
  he her here him his how i if in into is it its just me my no not of on or our out she so some than that the their them then
  there they this to too up us was we were what when where which who why will with would you your`.split(/\s+/),
);

/** Longer than this and a word is no word. */
export const longestWord = 40;

/** Letters and digits that stand together. Apostrophes are left out before, so that "client's" is one word. */
const runs = /[\p{L}\p{N}]{2,}/gu;

/** One spelling for all: lower case, without accents and apostrophes. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();

/** The words of a text in their order, each no longer than a word can be. */
export const wordsOf = (text: string): readonly string[] =>
  (folded(text).match(runs) ?? []).map((word) => word.slice(0, longestWord));

export const isCommon = (word: string): boolean => common.has(word);

/** What the forms of a word have in common: "boundaries" and "boundary". */
export const stemOf = (word: string): string => stemmer(word);
