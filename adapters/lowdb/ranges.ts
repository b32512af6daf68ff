import type { Doc, Range } from '../../src/index.ts';
import { compare, type Entry } from './sorted-keys.ts';

/** What a transaction wrote of one kind, by id; null for what it removed. */
export type Written = ReadonlyMap<string, { readonly doc: Doc | null }>;

/** One index as a transaction sees it: stored entries from a place on, and what it wrote itself. */
export interface Listing {
  stored(start: Entry): Iterable<Entry>;
  /** The first of those, which is cheaper to ask for. */
  first(start: Entry): Entry | undefined;
  readonly written: Written | undefined;
  keyOf(doc: Doc): string | null;
}

interface Span {
  readonly from: string;
  /** Null: to the end. */
  readonly upTo: string | null;
}

/** Of many keys that are asked for most lead to nothing, so only those that `holds` something are put in order. */
function spansOf(range: Range, holds: (key: string) => boolean): readonly Span[] {
  if ('equal' in range) return [{ from: range.equal, upTo: range.equal }];
  if ('anyOf' in range) return [...new Set(range.anyOf.filter(holds))].sort().map((key) => ({ from: key, upTo: key }));
  if ('upTo' in range) return [{ from: range.from ?? '', upTo: range.upTo }];
  return [{ from: '', upTo: null }];
}

/** The entries of a range in order of key and id, those after a place only where one is named. */
export function* entriesIn(of: Listing, range: Range, after: Entry | null): Generator<Entry> {
  const written = writtenIn(of);
  const holds = (key: string): boolean =>
    of.first({ key, id: '' })?.key === key || written.some((entry) => entry.key === key);
  for (const { from, upTo } of spansOf(range, holds)) {
    if (after !== null && upTo !== null && upTo < after.key) continue;
    const start = after !== null && after.key >= from ? after : { key: from, id: '' };
    const own = written.filter((entry) => compare(entry, start) >= 0 && (upTo === null || entry.key <= upTo));
    for (const entry of merged(of, own, start)) {
      if (upTo !== null && entry.key > upTo) break;
      if (after === null || compare(entry, after) > 0) yield entry;
    }
  }
}

/** What the transaction put, in order. */
function writtenIn({ written, keyOf }: Listing): Entry[] {
  const own: Entry[] = [];
  for (const [id, { doc }] of written ?? []) {
    const key = doc === null ? null : keyOf(doc);
    if (key !== null) own.push({ key, id });
  }
  return own.sort(compare);
}

/** Stored entries in order, with those of the transaction in place of the ones it wrote anew. */
function* merged({ stored, written }: Listing, own: readonly Entry[], start: Entry): Generator<Entry> {
  let next = 0;
  for (const entry of stored(start)) {
    if (written?.has(entry.id)) continue;
    for (let ahead = own[next]; ahead !== undefined && compare(ahead, entry) < 0; ahead = own[next]) {
      yield ahead;
      next += 1;
    }
    yield entry;
  }
  yield* own.slice(next);
}
