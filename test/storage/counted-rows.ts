import type { Read, Store } from '../../src/index.ts';

/** A store that counts what it hands out: how much is looked at, whatever a machine makes of it. */
export function counted(store: Store, looked: { rows: number; rewrites: number }): Store {
  const read = (inner: Read): Read => ({
    ...inner,
    get: async (kind, id) => {
      looked.rows += 1;
      return inner.get(kind, id);
    },
    getMany: async (kind, ids) => {
      looked.rows += ids.length;
      return inner.getMany(kind, ids);
    },
    find: async (kind, index, range, page) => {
      const found = await inner.find(kind, index, range, page);
      looked.rows += found.docs.length;
      return found;
    },
  });
  return {
    ...store,
    compact: () => {
      looked.rewrites += 1;
      return store.compact();
    },
    read: (scope, work) => store.read(scope, (inner) => work(read(inner))),
    transact: (scope, work) => store.transact(scope, (tx) => work({ ...tx, ...read(tx) })),
    scopes: async () => {
      const found = await store.scopes();
      looked.rows += found.length;
      return found;
    },
    scopesWithWork: async (upTo, limit) => {
      const found = await store.scopesWithWork(upTo, limit);
      looked.rows += found.length;
      return found;
    },
  };
}
