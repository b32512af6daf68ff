import { folded, longestWord, wordsOf } from './words.ts';

/** Words remembered at once, by a hash of their letters: a power of two. */
const places = 1 << 15;

/** What a character is besides a letter or digit, of which there is the spelling. */
const between = 0;
const leftOut = 1;
/** As a phone types it. */
const apostrophe = 0x2019;

/** What stands for each character of Latin-1. */
const spelling = Uint8Array.from({ length: 256 }, (_, code) => {
  const as = folded(String.fromCharCode(code));
  if (as === '') return leftOut;
  return /^[\p{L}\p{N}]$/u.test(as) ? as.charCodeAt(0) : between;
});

/** Anything but Latin-1, quotation marks, dashes, arrows, and signs; and what would be more than one letter. */
const isOdd = /[^\0-\xff\u2010-\u2026\u2190-\u245f]|[µ¼½¾]/;

export interface Reader {
  read(text: string): void;
  /** Forgets every word. */
  forget(): void;
}

/**
 * Reads the words of many texts, the same ones as `wordsOf`, and tells what each stands for. A word that was read before is known
 * by its letters, and no string is made of it: that would be most of the time of reading a group.
 */
export function createReader<T>(meaningOf: (word: string) => T, tell: (meaning: T) => void): Reader {
  const words = new Array<string>(places).fill('');
  const meanings = new Array<T | null>(places).fill(null);
  const letters = new Uint8Array(longestWord);

  function meaning(length: number, hash: number): T {
    const place = (hash ^ (hash >>> 15)) & (places - 1);
    const there = words[place] ?? '';
    if (there.length === length && spells(there, letters)) return meanings[place] as T;
    const word = String.fromCharCode(...letters.subarray(0, length));
    words[place] = word;
    const found = meaningOf(word);
    meanings[place] = found;
    return found;
  }

  function readPlain(text: string): void {
    let length = 0;
    let hash = 0;
    // One more than there is, so that the last word ends as well.
    for (let i = 0; i <= text.length; i += 1) {
      const code = i < text.length ? text.charCodeAt(i) : 0;
      const letter = code < 256 ? (spelling[code] ?? between) : code === apostrophe ? leftOut : between;
      if (letter > leftOut) {
        if (length === longestWord) continue;
        letters[length] = letter;
        length += 1;
        hash = Math.imul(hash ^ letter, 0x01000193);
      } else if (letter === between) {
        if (length > 1) tell(meaning(length, hash));
        length = 0;
        hash = 0;
      }
    }
  }

  return {
    read(text) {
      if (isOdd.test(text)) for (const word of wordsOf(text)) tell(meaningOf(word));
      else readPlain(text);
    },
    forget() {
      words.fill('');
      meanings.fill(null);
      letters.fill(0);
    },
  };
}

function spells(word: string, letters: Uint8Array): boolean {
  for (let i = 0; i < word.length; i += 1) if (word.charCodeAt(i) !== letters[i]) return false;
  return true;
}
