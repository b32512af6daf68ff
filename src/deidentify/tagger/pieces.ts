import { blank, endOfRun, kindAt, letter, mark, number, widthAt } from '../letters.ts';

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

const isApostrophe = (sign: string | undefined): boolean => sign === "'" || sign === '’';
/** Whether an s stands at a place and the word ends with it. */
const isLastS = (text: string, at: number): boolean =>
  (text[at] === 's' || text[at] === 'S' || text[at] === 'ſ') && (kindAt(text, at + 1) & (letter | mark)) === 0;

/** A word keeps its inner apostrophes (O'Brien, don't) but not a closing 's, which is never part of a name by itself. */
function endOfWord(text: string, start: number): number {
  let end = endOfRun(text, start, letter | mark);
  while (isApostrophe(text[end]) && (kindAt(text, end + 1) & (letter | mark)) !== 0 && !isLastS(text, end + 1))
    end = endOfRun(text, end + 1, letter | mark);
  return end;
}

/** Cuts a text into pieces. Offsets count UTF-16 units of the text given; a surrogate pair is never cut. */
export const cutPieces = (text: string): Pieces => {
  const start: number[] = [];
  const end: number[] = [];
  const kind: number[] = [];
  const texts: string[] = [];
  const gap: number[] = [];
  let before = 2;
  for (let at = 0; at < text.length; ) {
    const from = at;
    const kinds = kindAt(text, from);
    if (kinds & blank) {
      at += 1;
      before = text[from] === '\n' || text[from] === '\r' ? 2 : Math.max(before, 1);
      continue;
    }
    if (kinds & (letter | mark)) {
      at = endOfWord(text, from);
      kind.push(word);
    } else if (kinds & number) {
      at = endOfRun(text, from, number);
      kind.push(digits);
    } else if (isApostrophe(text[from]) && isLastS(text, from + 1)) {
      at = from + 2;
      kind.push(before === 0 && kind[kind.length - 1] === word && text[from + 1] !== 'ſ' ? possessive : sign);
    } else {
      at = from + widthAt(text, from);
      kind.push(sign);
    }
    start.push(from);
    end.push(at);
    texts.push(text.slice(from, at));
    gap.push(before);
    before = 0;
  }
  return { count: kind.length, start, end, kind, text: texts, gap };
};
