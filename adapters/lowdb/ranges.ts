import type { Doc, Range } from '../../src/index.ts';
import { compare, type Entry } from './sorted-keys.ts';

/** What a transaction wrote of one kind, by id; null for what it removed. */
export type Written = ReadonlyMap<string, { readonly doc: Doc | null }>;

/** One index as a transaction sees it: stored entries from a place on, and what it wrote itself. */
export interface Listing {
  stored(start: Entry): Iterable<Entry>;
  /** Those of these keys that stored entries have, in order and each once. */
  held(keys: readonly string[]): readonly string[];
  readonly written: Written | undefined;
  keyOf(doc: Doc): string | null;
}

interface Span {
  readonly from: string;
  /** Null: to the end. */
  readonly upTo: string | null;
}

/** Of many keys that are asked for most lead to nothing, so only those that lead to something are gone through. */
function spansOf(range: Range, of: Listing, written: readonly Entry[]): readonly Span[] {
  if ('equal' in range) return [{ from: range.equal, upTo: range.equal }];
  if ('anyOf' in range) {
    const held = of.held(range.anyOf);
    const own = written.length === 0 ? [] : written.map(({ key }) => key).filter((key) => range.anyOf.includes(key));
    const keys = own.length === 0 ? held : [...new Set([...held, ...own])].sort();
    return keys.map((key) => ({ from: key, upTo: key }));
  }
  if ('upTo' in range) return [{ from: range.from ?? '', upTo: range.upTo }];
  return [{ from: '', upTo: null }];
}

/** The entries of a range in order of key and id, those after a place only where one is named. */
export function* entriesIn(of: Listing, range: Range, after: Entry | null): Generator<Entry> {
  const written = writtenIn(of);
  for (const { from, upTo } of spansOf(range, of, written)) {
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
