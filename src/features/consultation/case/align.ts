import { diffArrays } from 'diff';
import { placeholderPattern } from '../../../deidentify/index.ts';

type Fields = Readonly<Record<string, string>>;

/** A word or a placeholder of a text, with its UTF-16 offsets. */
interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly placeholder: Placeholder | null;
}

/** A placeholder of the text before, with its UTF-16 offset. */
export interface Placeholder {
  readonly text: string;
  readonly at: number;
}

/** Words that went and words that came at one place, between words that stayed. */
interface Hunk {
  /** What stayed between the hunk before and this one, in the old text and in the new. */
  readonly stayed: { readonly before: readonly Token[]; readonly after: readonly Token[] };
  readonly removed: Token[];
  readonly added: Token[];
}

/** What stands in the new text where a placeholder stood. */
export interface Replaced {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly placeholders: readonly Placeholder[];
  /** Nothing but placeholders went there, and nothing beside it changed: the words in it are what was replaced. */
  readonly sure: boolean;
  readonly words: number;
}

export interface Alignment {
  readonly replaced: readonly Replaced[];
  readonly rest: readonly FieldRest[];
}

/** What of one field stands in the place of no placeholder. */
export interface FieldRest {
  readonly field: string;
  /** Placeholders in whose place nothing stands. */
  readonly dropped: readonly Placeholder[];
  /** Placeholders that still stand as placeholders. */
  readonly kept: readonly Placeholder[];
  /** Words that came elsewhere, which could be anything. */
  readonly added: readonly string[];
}

/** A hidden phrase may hold words that also stand beside it: "house [on the hill] on the corner". */
const near = 4;
/** More words than this in the place of a placeholder are a new sentence rather than what was hidden. */
export const mostInPlace = 8;

// Scripts that put no blanks between words are compared letter by letter.
const token = new RegExp(
  `${placeholderPattern.source}|[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]|[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}_]*`,
  'gu',
);

function tokensOf(text: string): Token[] {
  return [...text.matchAll(token)].map(({ 0: found, index }) => ({
    key: found.startsWith('[') ? found : found.normalize('NFKC').toLowerCase(),
    start: index,
    end: index + found.length,
    placeholder: found.startsWith('[') ? { text: found, at: index } : null,
  }));
}

/**
 * Aligns newly typed fields to the redacted ones from which the edit began: what was typed where a placeholder stood is
 * what the placeholder had replaced. Works without any memory of the replaced words.
 */
export function align(before: Fields, after: Fields): Alignment {
  const replaced: Replaced[] = [];
  const rest: FieldRest[] = [];
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const text = after[field] ?? '';
    const { hunks, kept } = hunksOf(tokensOf(before[field] ?? ''), tokensOf(text));
    const dropped: Placeholder[] = [];
    const added: string[] = [];
    hunks.forEach((hunk, i) => {
      const placeholders = hunk.removed.flatMap((t) => t.placeholder ?? []);
      const [first, last] = [hunk.added[0], hunk.added.at(-1)];
      if (placeholders.length === 0) added.push(...hunk.added.map((t) => t.key));
      else if (!first || !last) dropped.push(...placeholders);
      else {
        const sure = isPure(hunk) && hunk.added.length <= mostInPlace && !crowded(hunks, i);
        const { start } = first;
        replaced.push({ field, start, end: last.end, placeholders, sure, words: hunk.added.length });
      }
    });
    rest.push({ field, dropped, kept, added });
  }
  return { replaced, rest };
}

const isPure = (hunk: Hunk): boolean => hunk.removed.length > 0 && hunk.removed.every((t) => t.placeholder !== null);
const isFilled = (hunk: Hunk): boolean => isPure(hunk) && hunk.added.length > 0;
const holds = (hunk: Hunk): boolean => hunk.removed.some((t) => t.placeholder !== null);
const grows = (hunk: Hunk): boolean => hunk.added.length > hunk.removed.length;

/** Something else came so near that it could belong to what was replaced. */
function crowded(hunks: readonly Hunk[], i: number): boolean {
  const crowds = (other: Hunk | undefined, stayed: readonly Token[]): boolean =>
    other !== undefined && stayed.length <= near && other.added.length > 0 && !isFilled(other);
  return crowds(hunks[i - 1], hunks[i]?.stayed.after ?? []) || crowds(hunks[i + 1], hunks[i + 1]?.stayed.after ?? []);
}

function hunksOf(before: readonly Token[], after: readonly Token[]): { hunks: Hunk[]; kept: Placeholder[] } {
  const hunks: Hunk[] = [];
  const kept: Placeholder[] = [];
  let stayed: Hunk['stayed'] | null = { before: [], after: [] };
  let [from, to] = [0, 0];
  for (const change of diffArrays(
    before.map((t) => t.key),
    after.map((t) => t.key),
  )) {
    const old = change.added ? [] : before.slice(from, from + change.count);
    const fresh = change.removed ? [] : after.slice(to, to + change.count);
    from += old.length;
    to += fresh.length;
    if (!change.added && !change.removed) {
      kept.push(...old.flatMap((t) => t.placeholder ?? []));
      stayed = { before: old, after: fresh };
      continue;
    }
    if (stayed !== null) hunks.push({ stayed, removed: [], added: [] });
    stayed = null;
    hunks.at(-1)?.removed.push(...old);
    hunks.at(-1)?.added.push(...fresh);
  }
  return { hunks: joined(hunks).map(trimmed), kept };
}

/**
 * Words of a hidden phrase that also stand beside its place look as if they had stayed, and cut the phrase in two. So
 * what came near a placeholder belongs to it, unless it stands for a placeholder of its own.
 */
function joined(hunks: readonly Hunk[]): Hunk[] {
  const all: Hunk[] = [];
  for (const hunk of hunks) {
    const last = all.at(-1);
    const isNear = last !== undefined && hunk.stayed.after.length <= near && !(isFilled(last) && isFilled(hunk));
    if (last === undefined || !isNear || !((holds(last) && grows(hunk)) || (holds(hunk) && grows(last)))) {
      all.push(hunk);
      continue;
    }
    all[all.length - 1] = {
      stayed: last.stayed,
      removed: [...last.removed, ...hunk.stayed.before, ...hunk.removed],
      added: [...last.added, ...hunk.stayed.after, ...hunk.added],
    };
  }
  return all;
}

/** Without the words that both sides share at the edges. */
function trimmed(hunk: Hunk): Hunk {
  const { removed, added } = hunk;
  const most = Math.min(removed.length, added.length);
  let [head, tail] = [0, 0];
  while (head < most && removed[head]?.key === added[head]?.key) head++;
  while (tail < most - head && removed.at(-1 - tail)?.key === added.at(-1 - tail)?.key) tail++;
  return {
    stayed: {
      before: [...hunk.stayed.before, ...removed.slice(0, head)],
      after: [...hunk.stayed.after, ...added.slice(0, head)],
    },
    removed: removed.slice(head, removed.length - tail),
    added: added.slice(head, added.length - tail),
  };
}
