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
/** How far an organization's or a venue's head word may stand behind its first word. */
const headReach = 4;

/** What every group of features asks of a piece. Numbers before the first piece read −1, behind the last −2. */
interface Piece {
  readonly i: number;
  readonly isWord: boolean;
  readonly shape: number;
  readonly lists: number;
  /** Band as an English word. */
  readonly english: number;
  /** Whether it opens a sentence, and whether the whole text is in small letters. */
  readonly style: number;
}
const at = (list: Int32Array, i: number, offset: number): number => list[i + offset] ?? (offset < 0 ? -1 : -2);
let target: Int32Array = new Int32Array(0);
let count = 0;
/**
 * Takes a feature: the number of its template and its values. One function for all pieces, with `mix` written out: a call from
 * here costs more than the rest, at 18,000 features in a text of 1,500 characters.
 */
const add = (template: number, a: number, b = 0): void => {
  let hash = Math.imul(template + 0x9e37, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ b ^ (hash >>> 13), 0xc2b2ae35);
  target[count] = (hash ^ (hash >>> 16)) & (buckets - 1);
  count += 1;
};

/**
 * Writes the feature buckets of piece `i` into `out` and returns how many there are. About sixty: the word and its
 * neighbours, spelling, word lists, cue words within three pieces, and how the text is written.
 */
export const featuresOf = (seen: Observed, i: number, out: Int32Array): number => {
  target = out;
  count = 0;
  const lists = at(seen.lists, i, 0);
  const piece: Piece = {
    i,
    isWord: seen.kind[i] === word,
    shape: at(seen.shape, i, 0),
    lists,
    english: lists >> 6,
    style: at(seen.flags, i, 0) & (opensSentence | allLower),
  };
  ofWords(seen, piece);
  ofShapes(seen, piece);
  if (piece.isWord) ofSpelling(seen, piece);
  ofLists(seen, piece);
  ofKnown(seen, piece);
  ofListed(seen, piece);
  ofCues(seen, piece);
  behindCues(seen, piece);
  beforeHead(seen, piece);
  ofLabel(seen, piece);
  return count;
};

/** The word, two words before and two behind. */
const ofWords = (seen: Observed, { i, style }: Piece): void => {
  const w0 = at(seen.word, i, 0);
  const w1 = at(seen.word, i, -1);
  const w2 = at(seen.word, i, -2);
  const n1 = at(seen.word, i, 1);
  const n2 = at(seen.word, i, 2);
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
};

/** Letter case and kind of sign, and what is glued to the piece. */
const ofShapes = (seen: Observed, { i, shape, style }: Piece): void => {
  const s1 = at(seen.shape, i, -1);
  const p1 = at(seen.shape, i, 1);
  add(12, shape, style);
  add(13, mix(0, s1, shape), style);
  add(14, mix(0, shape, p1), style);
  add(15, mix(0, s1, shape), p1);
  add(16, at(seen.flags, i, 0));
  add(17, (seen.gap[i] ?? 0) * 4 + (seen.gap[i + 1] ?? 2), shape);
  if (seen.gap[i] === 0) add(18, at(seen.word, i, -1), shape);
  if (seen.gap[i + 1] === 0) add(19, at(seen.word, i, 1), shape);
};

const ofSpelling = (seen: Observed, { i }: Piece): void => {
  for (let k = 0; k < 3; k += 1) {
    add(20 + k, seen.prefix[k]?.[i] ?? 0);
    add(23 + k, seen.suffix[k]?.[i] ?? 0);
  }
};

/** What the lists of names, places and English words say of the word and of those beside it. */
const ofLists = (seen: Observed, { i, isWord, lists, english, shape, style }: Piece): void => {
  const g1 = at(seen.lists, i, -1);
  const h1 = at(seen.lists, i, 1);
  if (isWord) {
    const w1 = at(seen.word, i, -1);
    const n1 = at(seen.word, i, 1);
    const l0 = at(seen.longPlace, i, 0);
    add(26, lists);
    add(27, lists, shape ^ style);
    add(28, lists & 3, english);
    add(29, (lists >> 2) & 3, english);
    add(30, (lists >> 4) & 3, english);
    add(31, lists, w1);
    add(32, lists, n1);
    add(33, english, mix(0, w1, style));
    add(34, english, mix(0, n1, style));
    add(35, lists, g1);
    add(36, lists, h1);
    add(37, l0);
    add(38, l0, w1);
    add(39, mix(0, seen.suffix[1][i] ?? 0, english), style);
  }
  add(40, g1);
  add(41, h1);
  add(42, at(seen.longPlace, i, 1));
  add(43, mix(0, g1, at(seen.shape, i, -1)), mix(0, shape, lists));
};

/** Well-known words that name nobody, here and beside. */
const ofKnown = (seen: Observed, { i, lists, shape, style }: Piece): void => {
  const known = at(seen.known, i, 0);
  if (known > 0) {
    add(70, known);
    add(71, known, shape ^ style);
    add(72, known, at(seen.word, i, 1));
    add(73, known, at(seen.word, i, -1));
  }
  if ((seen.known[i - 1] ?? 0) > 0) add(74, seen.known[i - 1] ?? 0, lists);
  if ((seen.known[i + 1] ?? 0) > 0) add(75, seen.known[i + 1] ?? 0, lists);
};

/** What the curated lists call the word and its neighbours, and whether the sentence goes on about a person. */
const ofListed = (seen: Observed, { i, isWord, lists, english, shape, style }: Piece): void => {
  const listed = seen.listed[i] ?? 0;
  const taken = seen.taken[i] ?? 0;
  if (isWord) {
    add(80, taken, shape ^ style);
    add(81, taken, lists);
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
  add(88, listed, shape);
};

/** Cue words within three pieces. */
const ofCues = (seen: Observed, { i, isWord, lists, shape, style }: Piece): void => {
  for (let offset = -3; offset <= 3; offset += 1) {
    const cues = seen.cues[i + offset] ?? 0;
    if (cues === 0) continue;
    for (let bit = 0; bit < classes; bit += 1) {
      if ((cues & (1 << bit)) === 0) continue;
      add(44 + offset, bit);
      if (offset !== 0 && isWord && offset > -3 && offset < 3) {
        add(50 + offset, bit, lists);
        add(55 + offset, bit, mix(0, shape, style));
      }
    }
  }
  const before = seen.cues[i - 1] ?? 0;
  const behind = seen.cues[i + 1] ?? 0;
  const own = at(seen.cues, i, 0);
  add(60, before, behind);
  add(61, seen.cues[i - 2] ?? 0, before);
  if (isWord) add(62, mix(0, before, lists), behind);
  if (own !== 0) add(63, own, mix(0, at(seen.lists, i, -1), at(seen.shape, i, -1)));
};

/** The last cue of living, working or kin before the piece, and of rarity. */
const behindCues = (seen: Observed, { i, isWord, lists, shape }: Piece): void => {
  const listed = isWord ? lists : -1;
  let found = 0;
  for (let back = 1; back <= contextReach; back += 1) {
    const cues = seen.cues[i - back] ?? 0;
    if (seen.gap[i - back + 1] === 2) break;
    if (cues & rarityBit & ~found) {
      found |= rarityBit;
      add(64, back, listed >> 6);
    }
    if ((cues & contextMask & ~found) === 0) continue;
    for (let which = 0; which < contextBits.length; which += 1) {
      const bit = contextBits[which] ?? 0;
      if ((cues & bit & ~found) === 0) continue;
      found |= bit;
      add(65, which, listed);
      add(66, which, shape);
    }
  }
};

/** A head word of an organization or a venue that may follow. */
const beforeHead = (seen: Observed, { i, isWord, lists, shape }: Piece): void => {
  for (let on = 1; on <= headReach; on += 1) {
    const cues = seen.cues[i + on] ?? 0;
    if (i + on >= seen.count || seen.gap[i + on] === 2) return;
    if (seen.kind[i + on] === sign && seen.gap[i + on] !== 0) return;
    if ((cues & (orgHeadBit | venueBit)) === 0) continue;
    const head = cues & orgHeadBit ? 1 : 2;
    add(67, on, head);
    add(68, on, mix(head, isWord ? lists : -1, shape));
    return;
  }
};

/** "Name: …" on a line of a pasted form. */
const ofLabel = (seen: Observed, { i }: Piece): void => {
  for (let back = 1; back <= contextReach && i - back >= 0; back += 1) {
    if (seen.gap[i - back + 1] === 2) return;
    if (seen.gap[i - back] !== 2) continue;
    add(69, seen.word[i - back] ?? 0, back);
    return;
  }
};
