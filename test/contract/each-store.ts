import { afterEach, beforeEach } from 'vitest';
import type { Store } from '../../src/index.ts';
import { Note } from './store-kinds.ts';

/** An empty store of an adapter under test. */
export interface OpenStore {
  readonly store: Store;
  /** Closes the store and opens it again on the same data. */
  reopen(): Promise<Store>;
  dispose(): Promise<void>;
}

/** For each test of a contract an empty store, with what most tests do to it. */
export function eachStore(open: () => Promise<OpenStore>) {
  let opened: OpenStore;
  let store: Store;
  beforeEach(async () => {
    opened = await open();
    store = opened.store;
  });
  afterEach(() => opened.dispose());

  return {
    store: () => store,
    async reopen() {
      store = await opened.reopen();
    },
    put: (...notes: Note[]) =>
      store.transact('s', async (tx) => {
        for (const one of notes) await tx.put(Note, one);
      }),
  };
}

export const ids = (found: { docs: readonly Note[] }) => found.docs.map(({ id }) => id);
