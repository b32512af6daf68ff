import { countWords, eachWord } from './word-file.ts';

/**
 * Word lists in memory: one open hash table for all of them, of 32-bit cells that hold a second hash and of bytes that hold
 * the bands, so that a look-up asks every list at once. It keeps no strings, so that some 400,000 words load in a few dozen
 * milliseconds and take a few megabytes. Two independent hashes decide, so a word that is not listed passes for a listed
 * one about once in 10^9 look-ups. The answer is the band in each list, two bits each, the first list lowest.
 */
export type WordTable = (asked: Hashed) => number;

/** The most lists that a table holds. */
const mostLists = 4;

/** A folded word's two hashes. */
export interface Hashed {
  readonly where: number;
  readonly what: number;
}

const place = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const mark = (hash: number, code: number): number => Math.imul((hash << 5) ^ (hash >>> 27) ^ code, 0x9e3779b1);
const settle = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
const [firstPlace, firstMark] = [0x811c9dc5, 0x2545f491];

/** Hashes a folded word (fold.ts). */
export const hashed = (word: string): Hashed => {
  let where = firstPlace;
  let what = firstMark;
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    where = place(where, code);
    what = mark(what, code);
  }
  return { where: settle(where), what: settle(what) };
};
/** Of no word: listed nowhere. */
const nothing = hashed('');

/** With what entries of several words begin, as a bit for each of so many values of a hash: seldom wrong, and then only yes for no. */
export interface Beginnings {
  add(where: number): void;
  /** Whether an entry of more words may begin with these. */
  has(asked: Hashed): boolean;
}

export const beginnings = (): Beginnings => {
  const bits = new Uint32Array(2 ** 15);
  const wrap = bits.length * 32 - 1;
  return {
    add(where) {
      const at = where & wrap;
      bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31));
    },
    has({ where }) {
      const at = where & wrap;
      return ((bits[at >> 5] ?? 0) & (1 << (at & 31))) !== 0 || where === nothing.where;
    },
  };
};

/**
 * Decodes word lists, at most four. What entries of several words in the list number `phrases` begin with is added to `begun`.
 */
export const wordTable = (files: readonly Uint8Array[], begun?: Beginnings, phrases = 0): WordTable => {
  if (files.length > mostLists) throw new Error('word lists: more than one table holds');
  const count = files.reduce((sum, file) => sum + countWords(file), 0);
  const bits = Math.max(4, Math.ceil(Math.log2(count * 2)));
  const cells = new Uint32Array(2 ** bits);
  const bands = new Uint8Array(cells.length);
  const wrap = cells.length - 1;
  for (const [list, file] of files.entries()) {
    const beginnings = list === phrases ? begun : undefined;
    eachWord(file, (letters, length, band) => {
      let where = firstPlace;
      let what = firstMark;
      for (let i = 0; i < length; i += 1) {
        const code = letters[i] ?? 0;
        if (code === 32) beginnings?.add(settle(where));
        where = place(where, code);
        what = mark(what, code);
      }
      const cell = settle(what);
      let at = settle(where) & wrap;
      while (bands[at] !== 0 && cells[at] !== cell) at = (at + 1) & wrap;
      cells[at] = cell;
      bands[at] = (bands[at] ?? 0) | (band << (2 * list));
    });
  }
  return ({ where, what }) => {
    if (where === nothing.where && what === nothing.what) return 0;
    for (let at = where & wrap; bands[at] !== 0; at = (at + 1) & wrap) if (cells[at] === what) return bands[at] ?? 0;
    return 0;
  };
};
