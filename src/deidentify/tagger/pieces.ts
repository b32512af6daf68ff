/** Kinds of piece. */
export const word = 0;
export const digits = 1;
export const sign = 2;
export const possessive = 3;

/** A text cut into words, digit runs, possessive endings and single other characters. White space falls away. */
export interface Pieces {
  readonly count: number;
  /** UTF-16 offsets, end exclusive. */
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly kind: readonly number[];
  readonly text: readonly string[];
  /** What stands before the piece: 0 nothing, 1 a space, 2 a line break or the beginning of the text. */
  readonly gap: readonly number[];
}

// A word keeps its inner apostrophes (O'Brien, don't) but not a closing 's, which is never part of a name by itself.
const shape = /['’]s(?![\p{L}\p{M}])|[\p{L}\p{M}]+(?:['’](?!s(?![\p{L}\p{M}]))[\p{L}\p{M}]+)*|\p{N}+|\s+|./gisu;
const isWord = /^[\p{L}\p{M}]/u;
const isNumber = /^\p{N}/u;

/** Cuts a text into pieces. Offsets count UTF-16 units of the text given; a surrogate pair is never cut. */
export const cutPieces = (text: string): Pieces => {
  const start: number[] = [];
  const end: number[] = [];
  const kind: number[] = [];
  const texts: string[] = [];
  const gap: number[] = [];
  let before = 2;
  for (const found of text.matchAll(shape)) {
    const piece = found[0];
    if (piece.trim() === '') {
      before = Math.max(before, /[\n\r]/.test(piece) ? 2 : 1);
      continue;
    }
    const first = kind.length > 0 && before === 0 ? kind[kind.length - 1] : sign;
    start.push(found.index);
    end.push(found.index + piece.length);
    texts.push(piece);
    gap.push(before);
    if (isWord.test(piece)) kind.push(word);
    else if (isNumber.test(piece)) kind.push(digits);
    else if (piece.length === 2 && /^['’]s$/i.test(piece) && first === word) kind.push(possessive);
    else kind.push(sign);
    before = 0;
  }
  return { count: kind.length, start, end, kind, text: texts, gap };
};
