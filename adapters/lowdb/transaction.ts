import { type Doc, type Found, fitted, frozen, type Kind, type Page, type Range, type Tx } from '../../src/index.ts';
import { plainCopy } from '../node/plain-copy.ts';
import { type Change, changeOf, type Data } from './documents.ts';
import { entriesIn, type Listing } from './ranges.ts';
import type { Entry } from './sorted-keys.ts';
import { type IndexedKind, indexOf, type Table } from './table.ts';

interface Written {
  readonly doc: Doc | null;
  readonly text: string | null;
}

/**
 * One transaction on a scope: what it writes lies over the stored documents and is seen by its own reads only.
 * `end` closes it and returns what it changed; a transaction that is dropped has changed nothing.
 */
export function createTransaction(data: Data, scope: string): { readonly tx: Tx; end(): readonly Change[] } {
  const written = new Map<string, Map<string, Written>>();
  let over = false;

  const check = (): void => {
    if (over) throw new Error('a transaction was used after its end');
  };
  const tableOf = ({ name }: IndexedKind): Table | undefined => data.scopes.get(scope)?.get(name);
  const write = ({ name }: IndexedKind, id: string, what: Written): void => {
    const ofKind = written.get(name) ?? new Map<string, Written>();
    written.set(name, ofKind.set(id, what));
  };

  const tx: Tx = {
    async get<T extends Doc>(kind: Kind<T>, id: string): Promise<T | null> {
      check();
      return frozen(current(kind, id)) as T | null;
    },

    async getMany<T extends Doc>(kind: Kind<T>, ids: readonly string[]): Promise<(T | null)[]> {
      check();
      return ids.map((id) => frozen(current(kind, id)) as T | null);
    },

    async find<T extends Doc>(kind: Kind<T>, index: string, range: Range, page: Page = {}): Promise<Found<T>> {
      check();
      const limit = page.limit ?? 100;
      if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new Error('a page holds 1 to 1,000 documents');
      const after = page.after === undefined ? null : place(page.after);
      const found: Entry[] = [];
      for (const entry of entriesIn(listing(kind, index), range, after)) {
        found.push(entry);
        if (found.length > limit) break;
      }
      const more = found.length > limit;
      if (more) found.pop();
      const docs = found.map(({ id }) => frozen(current(kind, id)) as T);
      const last = found.at(-1);
      return more && last !== undefined ? { docs, next: JSON.stringify([last.key, last.id]) } : { docs };
    },

    async count<T extends Doc>(kind: Kind<T>, index: string, range: Range): Promise<number> {
      check();
      let n = 0;
      for (const _ of entriesIn(listing(kind, index), range, null)) n += 1;
      return n;
    },

    async put<T extends Doc>(kind: Kind<T>, doc: T): Promise<void> {
      check();
      // The caller keeps no way to change it, and it is what a restart would find.
      const copy = plainCopy(fitted(kind, doc)) as Doc;
      write(kind, copy.id, { doc: copy, text: JSON.stringify(copy) });
    },

    async remove<T extends Doc>(kind: Kind<T>, id: string): Promise<void> {
      check();
      if (tableOf(kind)?.docs.has(id)) write(kind, id, { doc: null, text: null });
      else written.get(kind.name)?.delete(id);
    },
  };

  const listing = (kind: IndexedKind, index: string): Listing => ({
    stored: (start) => tableOf(kind)?.index(kind, index).from(start) ?? [],
    held: (keys) => tableOf(kind)?.index(kind, index).held(keys) ?? [],
    written: written.get(kind.name),
    keyOf: indexOf(kind, index),
  });

  function current(kind: IndexedKind, id: string): Doc | null {
    const mine = written.get(kind.name)?.get(id);
    return mine === undefined ? (tableOf(kind)?.docs.get(id) ?? null) : mine.doc;
  }

  return {
    tx,
    end() {
      over = true;
      const changes: Change[] = [];
      for (const [kind, docs] of written) {
        for (const [id, { doc, text }] of docs) changes.push(changeOf(scope, kind, id, doc, text));
      }
      return changes;
    },
  };
}

function place(after: string): Entry {
  const [key, id] = JSON.parse(after) as [string, string];
  return { key, id };
}
