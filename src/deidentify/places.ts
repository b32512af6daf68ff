import { wordKey } from './word-key.ts';

/** Where something stands in a text, in UTF-16 offsets. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Whether a word is of a script that puts no blanks between words: it is looked for letter by letter. */
export const isUnspaced = (key: string): boolean => unspaced.test(key);

// "ex-zoologist" as one word, so that it is hidden whole where its author says so, and then as two. Invisible signs split
// no word, and U+02BC is an apostrophe although Unicode calls it a letter.
const wordsWhole = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu;
const wordsApart = /(?!ʼ)[\p{L}\p{N}](?:(?!ʼ)[\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}])*/gu;

/** Every place where one of these words or runs of words stands, given as `wordKey`s. Places of one word may overlap. */
export function placesOf(text: string, keys: Iterable<string>): Place[] {
  const all = [...keys];
  const spaced = new Set(all.filter((key) => !isUnspaced(key)));
  return [
    ...wordPlaces(text, spaced, wordsWhole),
    ...wordPlaces(text, spaced, wordsApart),
    ...letterPlaces(text, all.filter(isUnspaced)),
  ];
}

function wordPlaces(text: string, keys: ReadonlySet<string>, word: RegExp): Place[] {
  if (keys.size === 0) return [];
  const words = [...text.matchAll(word)];
  const longest = Math.max(...[...keys].map((key) => key.split(' ').length));
  const found: Place[] = [];
  for (let i = 0; i < words.length; i++) {
    for (let count = Math.min(longest, words.length - i); count >= 1; count--) {
      const start = words[i]?.index ?? 0;
      const last = words[i + count - 1];
      const end = (last?.index ?? 0) + (last?.[0].replace(/['’]s$/i, '').length ?? 0);
      const key = wordKey(text.slice(start, end));
      if (!keys.has(key)) continue;
      found.push({ start, end, key });
      i += count - 1;
      break;
    }
  }
  return found;
}

function letterPlaces(text: string, keys: readonly string[]): Place[] {
  if (keys.length === 0) return [];
  let folded = '';
  const from: { start: number; end: number }[] = [];
  for (const { 0: letter, index } of text.matchAll(/.[\p{M}\p{Default_Ignorable_Code_Point}]*/gsu)) {
    const key = wordKey(letter) || ' ';
    folded += key;
    for (const _ of key.split('')) from.push({ start: index, end: index + letter.length });
  }
  return keys.flatMap((key) => {
    const found: Place[] = [];
    for (let at = folded.indexOf(key); at >= 0; at = folded.indexOf(key, at + key.length))
      found.push({ start: from[at]?.start ?? 0, end: from[at + key.length - 1]?.end ?? 0, key });
    return found;
  });
}
