import { countWords, eachWord } from './word-file.ts';

/**
 * A word list in memory: an open hash table of 32-bit cells, each 30 bits of a second hash and the band. It keeps no
 * strings, so that some 400,000 words load in a few dozen milliseconds and take a few megabytes. Two independent hashes
 * decide, so a word that is not listed passes for a listed one about once in 10^9 look-ups.
 */
export type WordTable = (word: string) => number;

const place = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const mark = (hash: number, code: number): number => Math.imul((hash << 5) ^ (hash >>> 27) ^ code, 0x9e3779b1);
const settle = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;

/** Decodes a word list. The table answers a folded word with its band, 0 when it is not listed. */
export const wordTable = (file: Uint8Array): WordTable => {
  const bits = Math.max(4, Math.ceil(Math.log2(countWords(file) * 2)));
  const cells = new Uint32Array(2 ** bits);
  const wrap = cells.length - 1;
  eachWord(file, (letters, length, band) => {
    let where = 0x811c9dc5;
    let what = 0x2545f491;
    for (let i = 0; i < length; i += 1) {
      const code = letters[i] ?? 0;
      where = place(where, code);
      what = mark(what, code);
    }
    let at = settle(where) & wrap;
    while (cells[at] !== 0) at = (at + 1) & wrap;
    cells[at] = ((settle(what) & ~3) | band) >>> 0;
  });
  return (word) => {
    if (word === '') return 0;
    let where = 0x811c9dc5;
    let what = 0x2545f491;
    for (let i = 0; i < word.length; i += 1) {
      const code = word.charCodeAt(i);
      where = place(where, code);
      what = mark(what, code);
    }
    const wanted = (settle(what) & ~3) >>> 0;
    for (let at = settle(where) & wrap; cells[at] !== 0; at = (at + 1) & wrap) {
      const cell = cells[at] ?? 0;
      if ((cell & ~3) >>> 0 === wanted) return cell & 3;
    }
    return 0;
  };
};
