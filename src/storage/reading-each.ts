import type { Read, Scope, Store } from '../ports/store.ts';

/** Reads that each stand alone: what is seen may change between two of them, and nobody waits for whoever holds them. */
export const readingEach = (store: Store, scope: Scope): Read => ({
  get: (kind, id) => store.read(scope, (read) => read.get(kind, id)),
  getMany: (kind, ids) => store.read(scope, (read) => read.getMany(kind, ids)),
  find: (kind, index, range, page) => store.read(scope, (read) => read.find(kind, index, range, page)),
  count: (kind, index, range) => store.read(scope, (read) => read.count(kind, index, range)),
});
