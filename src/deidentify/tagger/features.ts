import { cueClasses } from './cue-words.ts';
import { mix } from './hash.ts';
import { allLower, type Observed, opensSentence } from './observe.ts';
import { sign, word } from './pieces.ts';

/** Features are numbered by hashing into this many buckets. Collisions are rare enough not to be felt. */
export const buckets = 2 ** 20;
/** The most features that one piece can have; a buffer of this size never overflows. */
export const mostFeatures = 256;

const classes = cueClasses.length;
const orgHeadBit = 1 << cueClasses.indexOf('orgHead');
const venueBit = 1 << cueClasses.indexOf('venue');
const rarityBit = 1 << cueClasses.indexOf('rarity');
const contextBits = ['live', 'work', 'study', 'care', 'kin', 'client', 'title', 'naming'].map(
  (name) => 1 << (cueClasses as readonly string[]).indexOf(name),
);
const contextMask = contextBits.reduce((mask, bit) => mask | bit, 0);
/** How far to look back for the last verb of living, working, attending, or being cared for. */
const contextReach = 6;
/** How far an organisation's or a venue's head word may stand behind its first word. */
const headReach = 4;

/**
 * Writes the feature buckets of piece `i` into `out` and returns how many there are. About sixty: the word and its
 * neighbours, spelling, word lists, cue words within three pieces, and how the text is written.
 */
export const featuresOf = (seen: Observed, i: number, out: Int32Array): number => {
  let count = 0;
  const add = (template: number, a: number, b = 0): void => {
    out[count] = mix(template, a, b) & (buckets - 1);
    count += 1;
  };
  const at = (list: Int32Array, offset: number): number => list[i + offset] ?? (offset < 0 ? -1 : -2);

  const w0 = at(seen.word, 0);
  const w1 = at(seen.word, -1);
  const w2 = at(seen.word, -2);
  const n1 = at(seen.word, 1);
  const n2 = at(seen.word, 2);
  const flags = at(seen.flags, 0);
  const style = flags & (opensSentence | allLower);
  const s0 = at(seen.shape, 0);
  const s1 = at(seen.shape, -1);
  const p1 = at(seen.shape, 1);
  const isWord = seen.kind[i] === word;

  add(0, 1);
  add(1, w0);
  add(2, w1);
  add(3, n1);
  add(4, w2);
  add(5, n2);
  add(6, w1, w0);
  add(7, w0, n1);
  add(8, w2, w1);
  add(9, n1, n2);
  add(10, w1, n1);
  add(11, w0, style);
  add(12, s0, style);
  add(13, mix(0, s1, s0), style);
  add(14, mix(0, s0, p1), style);
  add(15, mix(0, s1, s0), p1);
  add(16, flags);
  add(17, (seen.gap[i] ?? 0) * 4 + (seen.gap[i + 1] ?? 2), s0);
  if (seen.gap[i] === 0) add(18, w1, s0);
  if (seen.gap[i + 1] === 0) add(19, n1, s0);

  const g0 = at(seen.lists, 0);
  const g1 = at(seen.lists, -1);
  const h1 = at(seen.lists, 1);
  const l0 = at(seen.longPlace, 0);
  if (isWord) {
    for (let k = 0; k < 3; k += 1) {
      add(20 + k, seen.prefix[k]?.[i] ?? 0);
      add(23 + k, seen.suffix[k]?.[i] ?? 0);
    }
    const english = g0 >> 6;
    add(26, g0);
    add(27, g0, s0 ^ style);
    add(28, g0 & 3, english);
    add(29, (g0 >> 2) & 3, english);
    add(30, (g0 >> 4) & 3, english);
    add(31, g0, w1);
    add(32, g0, n1);
    add(33, english, mix(0, w1, style));
    add(34, english, mix(0, n1, style));
    add(35, g0, g1);
    add(36, g0, h1);
    add(37, l0);
    add(38, l0, w1);
    add(39, mix(0, seen.suffix[1][i] ?? 0, english), style);
  }
  add(40, g1);
  add(41, h1);
  add(42, at(seen.longPlace, 1));
  add(43, mix(0, g1, s1), mix(0, s0, g0));

  const m0 = at(seen.known, 0);
  if (m0 > 0) {
    add(70, m0);
    add(71, m0, s0 ^ style);
    add(72, m0, n1);
    add(73, m0, w1);
  }
  if ((seen.known[i - 1] ?? 0) > 0) add(74, seen.known[i - 1] ?? 0, g0);
  if ((seen.known[i + 1] ?? 0) > 0) add(75, seen.known[i + 1] ?? 0, g0);

  listedFeatures(seen, i, add, g0 >> 6);
  const c0 = at(seen.cues, 0);
  for (let offset = -3; offset <= 3; offset += 1) {
    const cues = seen.cues[i + offset] ?? 0;
    if (cues === 0) continue;
    for (let bit = 0; bit < classes; bit += 1) {
      if ((cues & (1 << bit)) === 0) continue;
      add(44 + offset, bit);
      if (offset !== 0 && isWord && offset > -3 && offset < 3) {
        add(50 + offset, bit, g0);
        add(55 + offset, bit, mix(0, s0, style));
      }
    }
  }
  const k1 = seen.cues[i - 1] ?? 0;
  const j1 = seen.cues[i + 1] ?? 0;
  const k2 = seen.cues[i - 2] ?? 0;
  add(60, k1, j1);
  add(61, k2, k1);
  if (isWord) add(62, mix(0, k1, g0), j1);
  if (c0 !== 0) add(63, c0, mix(0, g1, s1));
  surroundings(seen, i, add, isWord ? g0 : -1);
  return count;
};

/** What the curated lists call the word and its neighbours, and whether the sentence goes on about a person. */
const listedFeatures = (
  seen: Observed,
  i: number,
  add: (template: number, a: number, b?: number) => void,
  english: number,
): void => {
  const listed = seen.listed[i] ?? 0;
  const taken = seen.taken[i] ?? 0;
  const style = (seen.flags[i] ?? 0) & (opensSentence | allLower);
  if (seen.kind[i] === word) {
    add(80, taken, (seen.shape[i] ?? 0) ^ style);
    add(81, taken, seen.lists[i] ?? 0);
    add(82, taken, english);
  }
  for (let offset = -2; offset <= 2; offset += 1) {
    const other = seen.listed[i + offset] ?? 0;
    if (other > 0) add(83, offset + 2, other);
  }
  if (listed === 0) return;
  add(84, listed, mix(0, taken, style));
  add(85, listed, seen.word[i - 1] ?? -1);
  add(86, listed, seen.word[i + 1] ?? -2);
  add(87, mix(0, listed, seen.cues[i - 1] ?? 0), seen.cues[i + 1] ?? 0);
  add(88, listed, seen.shape[i] ?? 0);
};

/** What stands further off: the last cue of living or working, a head word that may follow, rarity, the line's label. */
const surroundings = (
  seen: Observed,
  i: number,
  add: (template: number, a: number, b?: number) => void,
  lists: number,
): void => {
  let found = 0;
  for (let back = 1; back <= contextReach; back += 1) {
    const cues = seen.cues[i - back] ?? 0;
    if (seen.gap[i - back + 1] === 2) break;
    if (cues & rarityBit & ~found) {
      found |= rarityBit;
      add(64, back, lists >> 6);
    }
    if ((cues & contextMask & ~found) === 0) continue;
    for (let at = 0; at < contextBits.length; at += 1) {
      const bit = contextBits[at] ?? 0;
      if ((cues & bit & ~found) === 0) continue;
      found |= bit;
      add(65, at, lists);
      add(66, at, seen.shape[i] ?? 0);
    }
  }
  for (let on = 1; on <= headReach; on += 1) {
    const cues = seen.cues[i + on] ?? 0;
    if (i + on >= seen.count || seen.gap[i + on] === 2) break;
    if (seen.kind[i + on] === sign && seen.gap[i + on] !== 0) break;
    if (cues & (orgHeadBit | venueBit)) {
      add(67, on, cues & orgHeadBit ? 1 : 2);
      add(68, on, mix(cues & orgHeadBit ? 1 : 2, lists, seen.shape[i] ?? 0));
      break;
    }
  }
  // "Name: …" on a line of a pasted form.
  for (let back = 1; back <= contextReach && i - back >= 0; back += 1) {
    if (seen.gap[i - back + 1] === 2 && back > 0) break;
    if (seen.gap[i - back] === 2) {
      add(69, seen.word[i - back] ?? 0, back);
      break;
    }
  }
};
