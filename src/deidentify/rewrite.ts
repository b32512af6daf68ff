import type { Normalised } from './normalise.ts';

/** A stretch of a text and what stands there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits (in text order, not overlapping) and keeps the way back. A letter of a replacement stands for all it replaced. */
export function rewrite(text: string, edits: readonly Edit[]): Normalised {
  if (edits.length === 0) return { text, toOriginal: (start, end) => ({ start, end }) };
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  const keep = (to: number): void => {
    parts.push(text.slice(at, to));
    for (; at < to; at++) {
      starts.push(at);
      ends.push(at + 1);
    }
  };
  for (const edit of edits) {
    keep(edit.start);
    parts.push(edit.text);
    for (let i = 0; i < edit.text.length; i++) {
      starts.push(edit.start);
      ends.push(edit.end);
    }
    at = edit.end;
  }
  keep(text.length);
  return {
    text: parts.join(''),
    toOriginal: (start, end) => ({ start: starts[start] ?? text.length, end: ends[end - 1] ?? text.length }),
  };
}

/** One way back out of two: `second` was made from the text of `first`. */
export function after(first: Normalised, second: Normalised): Normalised {
  return {
    text: second.text,
    toOriginal: (start, end) => {
      const middle = second.toOriginal(start, end);
      return first.toOriginal(middle.start, middle.end);
    },
  };
}
