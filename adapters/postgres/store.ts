import { type Log, type Read, type Scope, type Store, StoreUnavailable, type Tx } from '../../src/index.ts';
import type { ServerTime } from './clock.ts';
import { committed } from './committing.ts';
import { type Connection, connections, type Database } from './connections.ts';
import { createEnvelope, type Envelope } from './envelope.ts';
import { asOpeningRefusal, asUnavailable } from './errors.ts';
import type { Ask } from './listing.ts';
import { createOrder } from './order.ts';
import { checkKey, migrateSchema } from './schema.ts';
import { statementsFor } from './statements.ts';
import { createTransaction, type Transaction } from './transaction.ts';
import { createVacuum } from './vacuum.ts';
import { createWakeUp } from './wake-up.ts';

export interface PostgresOptions {
  /** `postgresql://…` */
  readonly url: string;
  /** The setting that the address came from, to be named when it is wrong. */
  readonly setting?: string;
  /** The schema for its tables; made when missing. */
  readonly schema: string;
  /** The installation's key, 32 bytes. What is stored is encrypted under one derived from it for this `use`. */
  readonly key: Buffer;
  readonly use: string;
  readonly log?: Log;
  /** The most connections at a time. */
  readonly most?: number | undefined;
  /** How long (ms) work goes on trying to reach the database before it is refused. */
  readonly patienceMs?: number | undefined;
  /** Hears the time of the database with every lock. */
  readonly time?: Pick<ServerTime, 'note'>;
  /** What the server calls whoever connects, unless people are answered. */
  readonly as?: string | undefined;
  /** Erasing rewrites whole tables, which is quick where they are small. */
  readonly rewrites?: boolean;
}

/**
 * A store in a schema of a PostgreSQL database, which any number of processes may share. Work of one scope runs one after
 * another whichever process it is in: an advisory lock a scope, for as long as a transaction. Throws a `DataRefusal` that
 * says what to do when the database cannot be used.
 */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const { url, schema, key, use, log, setting = 'DATABASE_URL' } = options;
  const { most, patienceMs, as } = options;
  const database = connections({ url, schema, log, most, patienceMs, as });
  const envelope = createEnvelope(key, use);
  try {
    await migrateSchema(database);
    await checkKey(database, envelope.proof);
  } catch (error) {
    await database.close();
    throw asOpeningRefusal(error, setting);
  }
  return storeOn(database, envelope, options);
}

function storeOn(database: Database, envelope: Envelope, options: PostgresOptions): Store {
  const sql = statementsFor(database.schema);
  const order = createOrder();
  const vacuum = createVacuum(database, options.rewrites ?? false);
  const wakeUp = createWakeUp(database, options.log);
  let closed = false;

  const asking =
    (client: Connection): Ask =>
    async <Row>({ name, text }: { name: string; text: string }, values: readonly unknown[]) =>
      (await client.query({ name, text, values: [...values] })).rows as Row[];

  /** Resolves to the number of the transaction. */
  async function locked(client: Connection, scope: Scope): Promise<string> {
    const values = [`${database.name} ${scope}`];
    const { rows } = await client.query<{ us: string; xid: string }>({ ...sql.lock, values });
    options.time?.note(Number(rows[0]?.us));
    return rows[0]?.xid ?? '';
  }

  /** One try of a piece of work; whether it left something that waits. */
  async function attempt<T>(
    client: Connection,
    scope: Scope,
    begin: string,
    work: (tx: Tx) => Promise<T>,
  ): Promise<{ readonly result: T; readonly waiting: boolean }> {
    const ask = asking(client);
    // Nobody waits for these: the first answer that somebody waits for comes after theirs.
    const begun = [client.query(begin), begin === writing ? locked(client, scope) : ''] as const;
    const transaction: Transaction = createTransaction(ask, sql, envelope, scope);
    try {
      const [result, , xid] = await Promise.all([work(transaction.tx), ...begun]);
      transaction.end();
      if (transaction.wrote.any) await committed({ database, client, sql, xid }, transaction);
      else await client.query('COMMIT');
      return { result, waiting: transaction.wrote.waiting };
    } catch (error) {
      transaction.end();
      await Promise.allSettled(begun);
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    }
  }

  async function run<T>(scope: Scope, begin: string, work: (tx: Tx) => Promise<T>) {
    try {
      return await database.use((client) => attempt(client, scope, begin, work));
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  const query = async <Row>(statement: { name: string; text: string }, values: readonly unknown[]): Promise<Row[]> => {
    try {
      return await database.use((client) => asking(client)<Row>(statement, values));
    } catch (error) {
      throw asUnavailable(error);
    }
  };

  return {
    async transact(scope, work) {
      if (closed) throw new StoreUnavailable('Curbside is stopping.');
      const { result, waiting } = await order.write(scope, () => run(scope, writing, work));
      if (waiting) wakeUp.tell(scope);
      return result;
    },
    async read(scope, work) {
      if (closed) throw new StoreUnavailable('Curbside is stopping.');
      return (await order.read(scope, () => run(scope, reading, (tx) => work(readOf(tx))))).result;
    },
    scopes: async () => (await query<{ scope: string }>(sql.scopes, [])).map(({ scope }) => scope),
    scopesWithWork: async (upTo, limit) =>
      (await query<{ scope: string; at: string }>(sql.waiting, [Math.trunc(upTo), limit ?? null])).map(
        ({ scope, at }) => ({
          scope,
          at: Number(at),
        }),
      ),
    onWork: wakeUp.onWork,
    async compact() {
      try {
        await vacuum();
      } catch (error) {
        throw asUnavailable(error);
      }
    },
    async close() {
      if (closed) return;
      closed = true;
      await order.settled();
      await wakeUp.close();
      await database.close();
    },
  };
}

const writing = 'BEGIN';
/** One snapshot for all that a page asks, which waits for nobody. */
const reading = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

const readOf = ({ get, getMany, find, count }: Tx): Read => ({ get, getMany, find, count });
