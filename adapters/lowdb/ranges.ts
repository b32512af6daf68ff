import type { Doc, Range } from '../../src/index.ts';
import { compare, type Entry } from './sorted-keys.ts';

/** What a transaction wrote of one kind, by id; null for what it removed. */
export type Written = ReadonlyMap<string, { readonly doc: Doc | null }>;

/** One index as a transaction sees it: stored entries from a place on, and what it wrote itself. */
export interface Listing {
  stored(start: Entry): Iterable<Entry>;
  readonly written: Written | undefined;
  keyOf(doc: Doc): string | null;
}

interface Span {
  readonly from: string;
  /** Null: to the end. */
  readonly upTo: string | null;
}

function spansOf(range: Range): readonly Span[] {
  if ('equal' in range) return [{ from: range.equal, upTo: range.equal }];
  if ('anyOf' in range) return [...new Set(range.anyOf)].sort().map((key) => ({ from: key, upTo: key }));
  if ('upTo' in range) return [{ from: range.from ?? '', upTo: range.upTo }];
  return [{ from: '', upTo: null }];
}

/** The entries of a range in order of key and id, those after a place only where one is named. */
export function* entriesIn(of: Listing, range: Range, after: Entry | null): Generator<Entry> {
  for (const { from, upTo } of spansOf(range)) {
    if (after !== null && upTo !== null && upTo < after.key) continue;
    const start = after !== null && after.key >= from ? after : { key: from, id: '' };
    for (const entry of merged(of, start)) {
      if (upTo !== null && entry.key > upTo) break;
      if (after === null || compare(entry, after) > 0) yield entry;
    }
  }
}

/** Stored entries in order, with those of the transaction in place of the ones it wrote anew. */
function* merged({ stored, written, keyOf }: Listing, start: Entry): Generator<Entry> {
  if (written === undefined || written.size === 0) {
    yield* stored(start);
    return;
  }
  const own: Entry[] = [];
  for (const [id, { doc }] of written) {
    const key = doc === null ? null : keyOf(doc);
    if (key !== null && compare({ key, id }, start) >= 0) own.push({ key, id });
  }
  own.sort(compare);
  let next = 0;
  for (const entry of stored(start)) {
    if (written.has(entry.id)) continue;
    for (let ahead = own[next]; ahead !== undefined && compare(ahead, entry) < 0; ahead = own[next]) {
      yield ahead;
      next += 1;
    }
    yield entry;
  }
  yield* own.slice(next);
}
