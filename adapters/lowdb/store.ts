import { Low } from 'lowdb';
import { type Read, type Scope, type Store, StoreUnavailable, type Tx, timeKey } from '../../src/index.ts';
import { apply, type Change, type Data, emptyData } from './documents.ts';
import { JournalAdapter, type JournalOptions } from './journal/adapter.ts';
import { maxBodyBytes } from './journal/frame.ts';
import type { JournalLocation } from './journal/journal-file.ts';
import { createScopeOrder } from './scope-order.ts';
import type { IndexedKind } from './table.ts';
import { createTransaction } from './transaction.ts';
import { workIn } from './work.ts';

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
  const work = workIn(db.data, options.kinds ?? []);
  const listeners: ((scope: Scope, elsewhere: boolean) => void)[] = [];
  const order = createScopeOrder();
  let closed = false;
  const unsaved = new Map<Scope, Promise<void>>();

  const tell = (scope: Scope): void => {
    for (const wake of listeners) wake(scope, false);
  };

  const remember = (scope: Scope, durable: Promise<void>): void => {
    unsaved.set(scope, durable);
    const forget = (): void => {
      if (unsaved.get(scope) === durable) unsaved.delete(scope);
    };
    durable.then(forget, forget);
  };

  async function run<T>(scope: Scope, act: (tx: Tx) => Promise<T>): Promise<Outcome<T>> {
    const seen = unsaved.get(scope);
    const { tx, end } = createTransaction(db.data, scope);
    try {
      const result = await act(tx);
      const changes = end();
      if (changes.length === 0) return { result, durable: seen };
      if (adapter.unavailable !== null) throw adapter.unavailable;
      checkSize(changes);
      for (const change of changes) apply(db.data, change);
      const waits = work.changed(scope, changes);
      const durable = db.write();
      remember(scope, durable);
      if (waits) void durable.then(() => tell(scope), notWritten);
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
      const { result, durable } = await order.run(scope, () => run(scope, (tx) => work(readOf(tx))));
      await durable;
      return result;
    },
    async scopes() {
      const seen = [...unsaved.values()];
      const scopes = [...db.data.scopes].filter(([, kinds]) => [...kinds.values()].some(({ docs }) => docs.size > 0));
      await Promise.all(seen);
      return scopes.map(([scope]) => scope);
    },
    async scopesWithWork(upTo, limit = Number.POSITIVE_INFINITY) {
      const found = work.upTo(timeKey(upTo), limit);
      await Promise.all(found.flatMap(({ scope }) => unsaved.get(scope) ?? []));
      return found;
    },
    onWork(wake) {
      listeners.push(wake);
    },
    compact: () => adapter.compact(),
    async close() {
      closed = true;
      await order.settled();
      await adapter.close();
    },
  };
}

const readOf = ({ get, getMany, find, count }: Tx): Read => ({ get, getMany, find, count });

/** Whoever asked for the change hears that it failed. */
const notWritten = (): void => {};

/** What is written at once must fit into one batch; how long that can be is how an unfinished one is told from damage. */
function checkSize(changes: readonly Change[]): void {
  let bytes = 0;
  for (const { text } of changes) bytes += Buffer.byteLength(text) + 1;
  if (bytes > maxBodyBytes) throw new Error(`a transaction writes ${bytes} bytes, and ${maxBodyBytes} is the most`);
}
