import { limits } from '../limits.ts';

/** A stretch of text; `changed` when the other side does not have it. */
export interface Stretch {
  readonly text: string;
  readonly changed: boolean;
}

export interface Comparison {
  readonly typed: readonly Stretch[];
  readonly got: readonly Stretch[];
}

/** Words with the space after them, so that joining gives the text back. */
const words = (text: string): string[] => text.match(/\s*\S+\s*?(?=\s|$)|\s+$/gu) ?? [];

/** A word as it is compared. Brackets stay: "[School]" stands for a school, and is not the word. */
function bare(word: string): string {
  const letters = [...word.toLowerCase()];
  const start = letters.findIndex((c) => /[\p{L}\p{N}[]/u.test(c));
  const end = letters.findLastIndex((c) => /[\p{L}\p{N}\]]/u.test(c));
  return start < 0 || end < start ? word.trim() : letters.slice(start, end + 1).join('');
}

/**
 * Lays two texts beside each other by their longest common subsequence of words (letter case and surrounding
 * punctuation aside).
 */
export function compare(typed: string, got: string): Comparison {
  const a = words(typed).slice(0, limits.comparedWords);
  const b = words(got).slice(0, limits.comparedWords);
  const [bareA, bareB] = [a.map(bare), b.map(bare)];
  const common = lengths(bareA, bareB);
  const inTyped = new Set<number>();
  const inGot = new Set<number>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (bareA[i] === bareB[j]) {
      inTyped.add(i++);
      inGot.add(j++);
    } else if (common(i + 1, j) >= common(i, j + 1)) i++;
    else j++;
  }
  return {
    typed: stretches(a, inTyped, typed),
    got: stretches(b, inGot, got),
  };
}

/** Share (0 to 1) of the words of `got` that stand somewhere in the typed text. */
export function likeness(typed: string, got: string): number {
  const known = new Set(words(typed).map(bare));
  const all = words(got).map(bare);
  return all.length === 0 ? 0 : all.filter((word) => known.has(word)).length / all.length;
}

/** Length of the longest common subsequence of `a` from i on and `b` from j on, in one table. */
function lengths(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

/** Neighbours that are alike become one stretch; the space around a changed one is not part of it. */
function stretches(parts: readonly string[], same: ReadonlySet<number>, whole: string): Stretch[] {
  const out: { text: string; changed: boolean }[] = [];
  const add = (text: string, changed: boolean): void => {
    const last = out.at(-1);
    if (text === '') return;
    if (last?.changed === changed) last.text += text;
    else out.push({ text, changed });
  };
  for (const [i, part] of parts.entries()) {
    const word = part.trimStart();
    const betweenChanged = !same.has(i) && !same.has(i - 1) && i > 0;
    add(part.slice(0, part.length - word.length), betweenChanged && word !== '');
    add(word, !same.has(i));
  }
  add(whole.slice(parts.join('').length), false);
  return out;
}
