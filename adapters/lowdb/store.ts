import { Low } from 'lowdb';
import { type Read, type Scope, type Store, StoreUnavailable, type Tx } from '../../src/index.ts';
import { apply, type Change, type Data, emptyData } from './documents.ts';
import { JournalAdapter, type JournalOptions } from './journal/adapter.ts';
import { maxBodyBytes } from './journal/frame.ts';
import type { JournalLocation } from './journal/journal-file.ts';
import { createScopeOrder } from './scope-order.ts';
import type { IndexedKind } from './table.ts';
import { createTransaction } from './transaction.ts';

interface Outcome<T> {
  readonly result: T;
  /** When what the work saw and wrote is on disk. */
  readonly durable: Promise<void> | undefined;
}

/** Opens the store that lies in one journal. Throws a `DataRefusal` when it cannot be used. */
export async function openJournalStore(
  location: JournalLocation,
  options: JournalOptions & { readonly kinds?: readonly IndexedKind[] | undefined } = {},
): Promise<Store> {
  const adapter = new JournalAdapter(location, options);
  const db = new Low<Data>(adapter, emptyData());
  await db.read();
  buildIndexes(db.data, options.kinds ?? []);
  const order = createScopeOrder();
  let closed = false;
  const unsaved = new Map<Scope, Promise<void>>();

  const remember = (scope: Scope, durable: Promise<void>): void => {
    unsaved.set(scope, durable);
    const forget = (): void => {
      if (unsaved.get(scope) === durable) unsaved.delete(scope);
    };
    durable.then(forget, forget);
  };

  async function run<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<Outcome<T>> {
    const seen = unsaved.get(scope);
    const { tx, end } = createTransaction(db.data, scope);
    try {
      const result = await work(tx);
      const changes = end();
      if (changes.length === 0) return { result, durable: seen };
      if (adapter.unavailable !== null) throw adapter.unavailable;
      checkSize(changes);
      for (const change of changes) apply(db.data, change);
      const durable = db.write();
      remember(scope, durable);
      return { result, durable };
    } catch (error) {
      end();
      await seen;
      throw error;
    }
  }

  return {
    async transact<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
      if (closed) throw new StoreUnavailable('Curbside is stopping.');
      const { result, durable } = await order.run(scope, () => {
        if (adapter.unavailable !== null) throw adapter.unavailable;
        return run(scope, work);
      });
      await durable;
      return result;
    },
    async read<T>(scope: Scope, work: (read: Read) => Promise<T>): Promise<T> {
      const { result, durable } = await order.run(scope, () => run(scope, ({ get, find }) => work({ get, find })));
      await durable;
      return result;
    },
    async scopes() {
      const seen = [...unsaved.values()];
      const scopes = [...db.data.scopes].filter(([, kinds]) => [...kinds.values()].some(({ docs }) => docs.size > 0));
      await Promise.all(seen);
      return scopes.map(([scope]) => scope);
    },
    compact: () => adapter.compact(),
    async close() {
      closed = true;
      await order.settled();
      await adapter.close();
    },
  };
}

/** What is written at once must fit into one batch; how long that can be is how an unfinished one is told from damage. */
function checkSize(changes: readonly Change[]): void {
  let bytes = 0;
  for (const { text } of changes) bytes += Buffer.byteLength(text) + 1;
  if (bytes > maxBodyBytes) throw new Error(`a transaction writes ${bytes} bytes, and ${maxBodyBytes} is the most`);
}

/** Sealed kinds have other keys here than their declaration computes, so their indexes wait for the first question. */
function buildIndexes(data: Data, kinds: readonly IndexedKind[]): void {
  for (const kind of kinds) {
    if (kind.sealed !== 'no') continue;
    for (const tables of data.scopes.values()) {
      for (const name of Object.keys(kind.indexes)) tables.get(kind.name)?.index(kind, name);
    }
  }
}
