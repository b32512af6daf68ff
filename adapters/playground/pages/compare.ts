import { diffArrays } from 'diff';
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

/** A placeholder ("[Client 2]"), a word with its inner marks ("second-grade", "7:30"), a space, or a sign (repeated or not). */
const token = /\[[^[\]\n]{1,40}\]|[\p{L}\p{M}\p{N}]+(?:['’.:/@-][\p{L}\p{M}\p{N}]+)*|\s+|(\S)\1*/gu;

const tokensOf = (text: string): string[] => text.match(token) ?? [];

/** Letter case and the width of a space are no change. */
const bare = (part: string): string => (/^\s/u.test(part) ? ' ' : part.toLowerCase());

const isWord = (part: string): boolean => /^\[.|[\p{L}\p{N}]/u.test(part);

/**
 * Lays two texts beside each other, word by word. Punctuation counts on its own: a comma after a name that was hidden
 * stays. What is longer than `limits.comparedTokens` is shown without marks from there on.
 */
export function compare(typed: string, got: string): Comparison {
  const [a, b] = [tokensOf(typed), tokensOf(got)];
  const parts = diffArrays(a.slice(0, limits.comparedTokens).map(bare), b.slice(0, limits.comparedTokens).map(bare));
  const inTyped: boolean[] = [];
  const inGot: boolean[] = [];
  for (const { added, removed, count } of parts) {
    const changed = added || removed;
    if (!added) inTyped.push(...Array<boolean>(count).fill(changed));
    if (!removed) inGot.push(...Array<boolean>(count).fill(changed));
  }
  return { typed: stretches(a, inTyped), got: stretches(b, inGot) };
}

/** Share (0 to 1) of the words of `got` that stand somewhere in the typed text. */
export function likeness(typed: string, got: string): number {
  const words = (text: string) => tokensOf(text).filter(isWord).map(bare);
  const known = new Set(words(typed));
  const all = words(got);
  return all.length === 0 ? 0 : all.filter((word) => known.has(word)).length / all.length;
}

/** Neighbors that are alike become one stretch; a space between two changed words goes with them. */
function stretches(parts: readonly string[], changed: readonly boolean[]): Stretch[] {
  const out: { text: string; changed: boolean }[] = [];
  for (const [i, text] of parts.entries()) {
    const between = text.trim() === '' && changed[i - 1] === true && changed[i + 1] === true;
    const is = between || (changed[i] === true && !isOuterSpace(parts, changed, i));
    const last = out.at(-1);
    if (last?.changed === is) last.text += text;
    else out.push({ text, changed: is });
  }
  return out;
}

/** A changed space at the edge of a changed stretch: nothing to see there. */
const isOuterSpace = (parts: readonly string[], changed: readonly boolean[], i: number): boolean =>
  parts[i]?.trim() === '' && !(changed[i - 1] === true && changed[i + 1] === true);
