import type { Doc } from '../../src/index.ts';
import { type Entry, SortedKeys } from './sorted-keys.ts';

type KeyOf = (doc: Doc) => string | null;

/** What a table needs to know of a kind, whatever its documents are. */
export interface IndexedKind {
  readonly name: string;
  readonly sealed: 'owner' | 'no';
  readonly work?: readonly string[];
  readonly indexes: { readonly [index: string]: (doc: never) => string | null };
}

/** All documents of one kind in one scope, with the indexes that were asked for so far. */
export class Table {
  readonly docs = new Map<string, Doc>();
  readonly #indexes = new Map<string, { keyOf: KeyOf; keys: SortedKeys }>();

  /** Puts (or, with null, removes) a document and returns what was there before. */
  set(id: string, doc: Doc | null): Doc | null {
    const before = this.docs.get(id) ?? null;
    if (doc === null) this.docs.delete(id);
    else this.docs.set(id, doc);
    for (const { keyOf, keys } of this.#indexes.values()) {
      const old = before && keyOf(before);
      const now = doc && keyOf(doc);
      if (old === now) continue;
      if (old !== null) keys.remove({ key: old, id });
      if (now !== null) keys.add({ key: now, id });
    }
    return before;
  }

  /** An index is built when it is first read and kept up to date from then on. */
  index(kind: IndexedKind, name: string): SortedKeys {
    const known = this.#indexes.get(name);
    if (known) return known.keys;
    const keyOf = indexOf(kind, name);
    const entries: Entry[] = [];
    for (const [id, doc] of this.docs) {
      const key = keyOf(doc);
      if (key !== null) entries.push({ key, id });
    }
    const keys = new SortedKeys(entries);
    this.#indexes.set(name, { keyOf, keys });
    return keys;
  }
}

/** The key of an index as the kind declares it; every kind is listed by `id`. Throws when it declares none of that name. */
export function indexOf(kind: IndexedKind, name: string): KeyOf {
  if (name === 'id') return (doc) => doc.id;
  const keyOf = Object.hasOwn(kind.indexes, name) ? kind.indexes[name] : undefined;
  if (keyOf === undefined) throw new Error(`kind "${kind.name}" has no index "${name}"`);
  return keyOf as KeyOf;
}
