import { quoting, relatives } from '../words/frame-words.ts';
import { methodWords } from '../words/method-words.ts';
import { cueClasses } from './cue-words.ts';
import { type Pieces, possessive, sign, word } from './pieces.ts';

/** What a piece's clause and the other places of the same word in the text say of it. */
export interface Around {
  /**
   * Elsewhere the same word stands behind a title, kin or a client word 1; before an age, a possession or a deed 2; before a
   * method, a year or "et al." 4; behind a word for reading or quoting 8.
   */
  readonly elsewhere: Int32Array;
  /** In its clause "is the" stands before 1, a relative word before 2, a relative word behind 4, a word of rank or rarity 8. */
  readonly clause: Int32Array;
  /** How many pieces of its clause stand before it. */
  readonly place: Int32Array;
}

const maskOf = (...names: readonly string[]): number =>
  names.reduce((mask, name) => mask | (1 << (cueClasses as readonly string[]).indexOf(name)), 0);
const introduces = maskOf('title', 'kin', 'client', 'naming');
const possessed = maskOf('owns', 'kin');
const does = maskOf('does');
const copula = maskOf('copula');
const determiner = maskOf('determiner');
const rare = maskOf('rarity', 'scope');

const frames = 4;
/** Bits of `taken` (observe.ts) for an age and for a year or "et al." behind the word. */
const ageBehind = 4;
const yearBehind = 8;

export const observeAround = (
  pieces: Pieces,
  lower: readonly string[],
  { taken, cues }: { readonly taken: Int32Array; readonly cues: Int32Array },
): Around => ({ elsewhere: elsewhereOf(pieces, lower, taken, cues), ...clausesOf(pieces, lower, cues) });

/** Of a word that is repeated, the frames of its other places: a name reads alike in the whole text. */
const elsewhereOf = (pieces: Pieces, lower: readonly string[], taken: Int32Array, cues: Int32Array): Int32Array => {
  const sums = new Map<string, Int32Array>();
  const own = new Int32Array(pieces.count);
  for (let i = 0; i < pieces.count; i += 1) {
    const low = lower[i] ?? '';
    if (pieces.kind[i] !== word || low.length < 3) continue;
    const bits = frameBits(pieces, lower, taken, cues, i);
    own[i] = bits;
    let sum = sums.get(low);
    if (!sum) {
      sum = new Int32Array(frames + 1);
      sums.set(low, sum);
    }
    for (let bit = 0; bit < frames; bit += 1) sum[bit] = (sum[bit] ?? 0) + ((bits >> bit) & 1);
    sum[frames] = (sum[frames] ?? 0) + 1;
  }
  const elsewhere = new Int32Array(pieces.count);
  for (let i = 0; i < pieces.count; i += 1) {
    const sum = pieces.kind[i] === word ? sums.get(lower[i] ?? '') : undefined;
    if (!sum || (sum[frames] ?? 0) < 2) continue;
    for (let bit = 0; bit < frames; bit += 1)
      if ((sum[bit] ?? 0) > (((own[i] ?? 0) >> bit) & 1)) elsewhere[i] = (elsewhere[i] ?? 0) | (1 << bit);
  }
  return elsewhere;
};

const frameBits = (
  pieces: Pieces,
  lower: readonly string[],
  taken: Int32Array,
  cues: Int32Array,
  i: number,
): number => {
  const prior = lower[i - 1] === '.' && pieces.gap[i - 1] === 0 ? i - 2 : i - 1;
  const owned = pieces.kind[i + 1] === possessive || lower[i + 1] === "'" || lower[i + 1] === '’';
  const next = owned ? i + 2 : i + 1;
  const nextCues = cues[next] ?? 0;
  const mark = taken[i] ?? 0;
  const person = (mark & ageBehind) !== 0 || (nextCues & (owned ? possessed : does)) !== 0;
  const work = (mark & yearBehind) !== 0 || methodWords.has(lower[next] ?? '');
  return (
    ((cues[prior] ?? 0) & introduces ? 1 : 0) |
    (person ? 2 : 0) |
    (work ? 4 : 0) |
    (quoting.has(lower[prior] ?? '') ? 8 : 0)
  );
};

const clausesOf = (pieces: Pieces, lower: readonly string[], cues: Int32Array): Pick<Around, 'clause' | 'place'> => {
  const clause = new Int32Array(pieces.count);
  const place = new Int32Array(pieces.count);
  let from = 0;
  for (let i = 0; i <= pieces.count; i += 1) {
    if (i < pieces.count && !endsClause(pieces, lower, i)) continue;
    markClause(lower, cues, clause, place, from, i);
    from = i;
  }
  return { clause, place };
};

const endsClause = (pieces: Pieces, lower: readonly string[], i: number): boolean =>
  pieces.gap[i] === 2 || (pieces.kind[i] === sign && '.,;:!?()"“”|=–—'.includes(lower[i] ?? ' '));

const markClause = (
  lower: readonly string[],
  cues: Int32Array,
  clause: Int32Array,
  place: Int32Array,
  from: number,
  to: number,
): void => {
  let before = 0;
  for (let i = from; i < to; i += 1) {
    place[i] = i - from;
    clause[i] = before;
    if ((cues[i] ?? 0) & determiner && (cues[i - 1] ?? 0) & copula) before |= 1;
    if (relatives.has(lower[i] ?? '')) before |= 2;
    if ((cues[i] ?? 0) & rare) before |= 8;
  }
  let behind = 0;
  for (let i = to - 1; i >= from; i -= 1) {
    clause[i] = (clause[i] ?? 0) | behind;
    if (relatives.has(lower[i] ?? '')) behind |= 4;
    if ((cues[i] ?? 0) & rare) behind |= 8;
  }
};
