import { capital, kindAt, letter, number, widthAt } from './letters.ts';

/** Where in a text something can begin. Most patterns begin at few places; trying those alone costs less than a search. */
export interface Starts {
  /** Letters and figures with neither a letter a–z nor a figure before them. */
  readonly pieces: readonly number[];
  /** Capitals with neither a letter nor a figure before them. */
  readonly capitals: readonly number[];
  /** Figures 0–9 with none before them. */
  readonly figures: readonly number[];
  /** The last two together. */
  readonly capitalsAndFigures: readonly number[];
}

const isFigure = (code: number): boolean => code > 47 && code < 58;
const isPlain = (code: number): boolean => isFigure(code) || ((code | 32) > 96 && (code | 32) < 123);

export function startsOf(text: string): Starts {
  const starts = { pieces: [] as number[], capitals: [] as number[], figures: [] as number[] };
  const capitalsAndFigures: number[] = [];
  let before = 0;
  let codeBefore = 32;
  for (let at = 0; at < text.length; at += widthAt(text, at)) {
    const kind = kindAt(text, at);
    const code = text.charCodeAt(at);
    if (kind & (letter | number)) {
      const isCapital = (kind & capital) !== 0 && (before & (letter | number)) === 0;
      const isFirstFigure = isFigure(code) && !isFigure(codeBefore);
      if (!isPlain(codeBefore)) starts.pieces.push(at);
      if (isCapital) starts.capitals.push(at);
      if (isFirstFigure) starts.figures.push(at);
      if (isCapital || isFirstFigure) capitalsAndFigures.push(at);
    }
    before = kind;
    codeBefore = code;
  }
  return { ...starts, capitalsAndFigures };
}
