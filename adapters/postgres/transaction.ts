import { type Doc, fitted, frozen, type Kind, type Tx } from '../../src/index.ts';
import { plainCopy } from '../node/plain-copy.ts';
import { checkIndex, entriesOf } from './entries.ts';
import type { Envelope } from './envelope.ts';
import { type Ask, counted, type Listing, listed } from './listing.ts';
import type { Statements } from './statements.ts';

/** Any kind, whatever its documents are. */
type AnyKind = Kind<Doc>;

interface Written {
  readonly kind: AnyKind;
  /** Null: removed. */
  readonly doc: Doc | null;
}

export interface Transaction {
  readonly tx: Tx;
  /** Sends what was written and not sent yet. */
  flush(): Promise<void>;
  /** What it sent last: scope; kinds, ids and bodies of documents; kinds and ids of what it removed. */
  sent(): readonly unknown[];
  /** Whether anything was written, and whether any of it waits for a time. */
  readonly wrote: { any: boolean; waiting: boolean };
  end(): void;
}

/**
 * One piece of work on a scope. What it writes is kept until a list needs it or the work is done, and then sent as one
 * statement: an undone piece of work leaves nothing to take back but its transaction.
 */
export function createTransaction(ask: Ask, sql: Statements, envelope: Envelope, scope: string): Transaction {
  const unsent = new Map<string, Map<string, Written>>();
  const wrote = { any: false, waiting: false };
  const unhashed: Listing['unhashed'] = new Map();
  let over = false;
  let sent: readonly unknown[] = [];

  const check = (): void => {
    if (over) throw new Error('a transaction was used after its end');
  };
  const open = <T extends Doc>(kind: Kind<T>, id: string, body: Buffer): T =>
    frozen(JSON.parse(envelope.open({ scope, kind: kind.name, id }, body)) as T);
  const mine = (kind: { readonly name: string }, id: string): Written | undefined => unsent.get(kind.name)?.get(id);

  function write<T extends Doc>(kind: Kind<T>, id: string, doc: Doc | null): void {
    const ofKind = unsent.get(kind.name) ?? new Map<string, Written>();
    unsent.set(kind.name, ofKind.set(id, { kind: kind as unknown as AnyKind, doc }));
    wrote.any = true;
  }

  async function many<T extends Doc>(kind: Kind<T>, ids: readonly string[]): Promise<(T | null)[]> {
    const asked = [...new Set(ids)].filter((id) => mine(kind, id) === undefined);
    const rows =
      asked.length === 0 ? [] : await ask<{ id: string; body: Buffer }>(sql.getMany, [scope, kind.name, asked]);
    const found = new Map(rows.map(({ id, body }) => [id, open(kind, id, body)]));
    return ids.map((id) => {
      const own = mine(kind, id);
      return own === undefined ? (found.get(id) ?? null) : (own.doc as T | null);
    });
  }

  async function flush(): Promise<void> {
    if (unsent.size === 0) return;
    const all = [...unsent.values()].flatMap((ofKind) => [...ofKind]);
    unsent.clear();
    unhashed.clear();
    const columns = columnsOf(all);
    sent = [scope, ...columns.slice(0, 3), ...columns.slice(-2)];
    await ask(sql.write, [scope, ...columns]);
  }

  function columnsOf(all: readonly (readonly [string, Written])[]): unknown[] {
    const puts = all.flatMap(([id, { kind, doc }]) => (doc === null ? [] : [{ kind, id, doc }]));
    const gone = all.filter(([, { doc }]) => doc === null);
    const entries = puts.flatMap(({ kind, id, doc }) =>
      entriesOf(envelope, scope, kind, doc).map((entry) => ({ kind: kind.name, id, ...entry })),
    );
    if (entries.some(({ at }) => at !== null)) wrote.waiting = true;
    return [
      puts.map(({ kind }) => kind.name),
      puts.map(({ id }) => id),
      puts.map(({ kind, id, doc }) => envelope.seal({ scope, kind: kind.name, id }, JSON.stringify(doc))),
      ...(['kind', 'id', 'index', 'key', 'sealed', 'at'] as const).map((name) => entries.map((entry) => entry[name])),
      gone.map(([, { kind }]) => kind.name),
      gone.map(([id]) => id),
    ];
  }

  const of: Listing = { ask, sql, envelope, scope, open, many, unhashed };
  const tx: Tx = {
    async get(kind, id) {
      check();
      return (await many(kind, [id]))[0] ?? null;
    },
    async getMany(kind, ids) {
      check();
      return many(kind, ids);
    },
    async find(kind, index, range, page) {
      check();
      checkIndex(kind, index);
      // Both go out at once, and the second is answered with what the first wrote.
      const flushed = flush();
      const [found] = await Promise.all([listed(of, kind, index, range, page), flushed]);
      return found;
    },
    async count(kind, index, range) {
      check();
      checkIndex(kind, index);
      await flush();
      return counted(of, kind, index, range);
    },
    async put(kind, doc) {
      check();
      // The caller keeps no way to change it, and it is what a restart would find.
      const copy = plainCopy(fitted(kind, doc)) as Doc;
      write(kind, copy.id, copy);
    },
    async remove(kind, id) {
      check();
      write(kind, id, null);
    },
  };
  return {
    tx,
    flush,
    sent: () => sent,
    wrote,
    end() {
      over = true;
    },
  };
}
