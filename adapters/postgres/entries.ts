import type { Doc, Kind } from '../../src/index.ts';
import type { Envelope } from './envelope.ts';

/** One index entry of a document, as it lies in the database. */
export interface EntryRow {
  readonly index: string;
  readonly key: string;
  /** The key encrypted, where `key` is a hash. */
  readonly sealed: Buffer | null;
  /** Since when (ms) the document waits for its time, by an index of `Kind.work`. */
  readonly at: string | null;
}

/** How long the time is with which keys begin, see `timeKey` of the core. */
const timeLength = 15;

/** Whether the keys of an index lie in clear, in their order. */
export const isSorted = <T extends Doc>(kind: Kind<T>, index: string): boolean =>
  (kind.work?.includes(index) || kind.sorted?.includes(index)) ?? false;

/** Throws when the kind declares no index of that name; every kind is listed by `id`. */
export function checkIndex<T extends Doc>(kind: Kind<T>, index: string): void {
  if (index !== 'id' && !Object.hasOwn(kind.indexes, index))
    throw new Error(`kind "${kind.name}" has no index "${index}"`);
}

/** The entries of a document. By `id` it is found without one. */
export function entriesOf<T extends Doc>(envelope: Envelope, scope: string, kind: Kind<T>, doc: T): EntryRow[] {
  const rows: EntryRow[] = [];
  for (const [index, keyOf] of Object.entries(kind.indexes)) {
    const key = index === 'id' ? null : keyOf(doc);
    if (key === null) continue;
    if (isSorted(kind, index)) {
      const at = kind.work?.includes(index) ? String(Number(key.slice(0, timeLength))) : null;
      rows.push({ index, key, sealed: null, at });
    } else {
      const sealed = envelope.seal({ scope, kind: kind.name, id: doc.id, index }, key);
      rows.push({ index, key: envelope.hashed(scope, kind.name, index, key), sealed, at: null });
    }
  }
  return rows;
}
