import { countWords, eachWord } from './word-file.ts';

/**
 * A word list in memory: an open hash table of 32-bit cells, each 30 bits of a second hash and the band. It keeps no
 * strings, so that some 400,000 words load in a few dozen milliseconds and take a few megabytes. Two independent hashes
 * decide, so a word that is not listed passes for a listed one about once in 10^9 look-ups.
 */
export type WordTable = (asked: Hashed) => number;

/** A folded word's two hashes, the same for every table, so that several lists are asked for one reckoning. */
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
  return { where: settle(where), what: (settle(what) & ~3) >>> 0 };
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
 * Decodes a word list. The table answers a folded word's hashes with its band, 0 when it is not listed. What entries of
 * several words begin with is added to `begun`.
 */
export const wordTable = (file: Uint8Array, begun?: Beginnings): WordTable => {
  const bits = Math.max(4, Math.ceil(Math.log2(countWords(file) * 2)));
  const cells = new Uint32Array(2 ** bits);
  const wrap = cells.length - 1;
  // The hashes so far behind each letter: only the letters are reckoned in which a word differs from the one before.
  const [places, marks] = [new Int32Array(256), new Int32Array(256)];
  [places[0], marks[0]] = [firstPlace, firstMark];
  eachWord(file, (letters, length, band, shared) => {
    for (let i = shared; i < length; i += 1) {
      const code = letters[i] ?? 0;
      if (code === 32) begun?.add(settle(places[i] ?? 0));
      places[i + 1] = place(places[i] ?? 0, code);
      marks[i + 1] = mark(marks[i] ?? 0, code);
    }
    let at = settle(places[length] ?? 0) & wrap;
    while (cells[at] !== 0) at = (at + 1) & wrap;
    cells[at] = ((settle(marks[length] ?? 0) & ~3) | band) >>> 0;
  });
  return ({ where, what }) => {
    if (where === nothing.where && what === nothing.what) return 0;
    for (let at = where & wrap; cells[at] !== 0; at = (at + 1) & wrap) {
      const cell = cells[at] ?? 0;
      if ((cell & ~3) >>> 0 === what) return cell & 3;
    }
    return 0;
  };
};
