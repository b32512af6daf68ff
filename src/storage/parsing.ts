import type { Doc, Kind } from '../ports/kind.ts';
import type { Read, Store, Tx } from '../ports/store.ts';
import { fitted, frozen } from './fitted.ts';
import { marked, markedKind, migrated } from './versions.ts';

/**
 * Any store, with every read parsed by the schema of its kind: a field that got a default after a document was written
 * has that default, and a document of an earlier version goes through the migrations of its kind, whichever store it lies
 * in. Throws where a document does not fit its kind.
 */
export function parsing(store: Store): Store {
  return {
    ...store,
    transact: (scope, work) => store.transact(scope, (tx) => work(parsedTx(tx))),
    read: (scope, work) => store.read(scope, (read) => work(parsedRead(read))),
  };
}

const parsedTx = (tx: Tx): Tx => ({
  ...parsedRead(tx),
  put: (kind, doc) => tx.put(markedKind(kind), marked(kind, doc)),
  remove: tx.remove,
});

function parsedRead(read: Read): Read {
  return {
    async get(kind, id) {
      const stored = await read.get(kind, id);
      return stored === null ? null : asDeclared(kind, stored);
    },
    async getMany(kind, ids) {
      const stored = await read.getMany(kind, ids);
      return stored.map((doc) => (doc === null ? null : asDeclared(kind, doc)));
    },
    async find(kind, index, range, page) {
      const found = await read.find(kind, index, range, page);
      return { ...found, docs: found.docs.map((doc) => asDeclared(kind, doc)) };
    },
    count: read.count,
  };
}

/** What reading a stored document gives. Throws, naming fields and no content, where it does not fit its kind. */
export const asRead = <T extends Doc>(kind: Kind<T>, stored: T): T => fitted(kind, migrated(kind, stored));

/** What a stored document parses to. A store that shows one object again and again has it parsed once. */
const seen = new WeakMap<object, WeakMap<Doc, Doc>>();

function asDeclared<T extends Doc>(kind: Kind<T>, stored: T): T {
  const ofKind = seen.get(kind) ?? new WeakMap<Doc, Doc>();
  if (!seen.has(kind)) seen.set(kind, ofKind);
  const known = ofKind.get(stored);
  if (known !== undefined) return known as T;
  const parsed = asRead(kind, stored);
  // Only a document that parsing changes is held twice.
  const shown = frozen(same(parsed, stored) ? stored : parsed);
  ofKind.set(stored, shown);
  return shown;
}

/** Whether two values of JSON are the same. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  if (keys.length !== others.length || Array.isArray(a) !== Array.isArray(b)) return false;
  return keys.every(
    (key) => Object.hasOwn(b, key) && same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}
