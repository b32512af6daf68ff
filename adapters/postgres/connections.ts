import pg from 'pg';
import { type Log, StoreUnavailable } from '../../src/index.ts';
import { codeOf, isLost } from './errors.ts';
import { newestMigration } from './migrations/index.ts';

export interface DatabaseOptions {
  /** `postgresql://…`, as in DATABASE_URL. */
  readonly url: string;
  /** The schema in which its tables lie. */
  readonly schema: string;
  /** The most connections at a time. */
  readonly most?: number | undefined;
  readonly log?: Log | undefined;
  /** How long (ms) a piece of work goes on trying to reach the database before it is refused. */
  readonly patienceMs?: number | undefined;
  /** How long (ms) one statement may take, the network included: where packets are lost, nothing else ends the wait. */
  readonly statementMs?: number | undefined;
  /** What the server calls whoever connects; see `serving` for what answers people. */
  readonly as?: string | undefined;
}

/** Connections to one database, which come back after it was away. */
export interface Database {
  /** The quoted name of the schema, to put before a table's. */
  readonly schema: string;
  readonly name: string;
  /**
   * Runs `work` with a connection of its own. When the connection breaks, it runs again from its start: what it did
   * before was not committed, unless it says otherwise by throwing something else.
   */
  use<T>(work: (client: Connection) => Promise<T>): Promise<T>;
  /** One connection beside the pool, for as long as the caller needs it. */
  own(): Promise<pg.Client>;
  close(): Promise<void>;
}

export type Connection = pg.PoolClient;

/** The name of connections by which people are answered: others see from it up to which migration their version knows the tables. */
const serving = `curbside serves ${newestMigration}`;

/** Up to which migration a connection of that name knows the tables; null unless people are answered by it. */
export function servedBy(name: string): number | null {
  // As all were called before the name told it.
  if (name === 'curbside') return 0;
  const known = /^curbside serves (\d+)$/.exec(name)?.[1];
  return known === undefined ? null : Number(known);
}

/** The names of all that are connected to the database of a connection, by whichever user; without this one. */
export async function connected(client: Pick<pg.ClientBase, 'query'>): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  return rows.map(({ name }) => name);
}

const firstPauseMs = 25;
const longestPauseMs = 1000;
const patienceMs = 10_000;

/** Opens nothing yet: the first use does. */
export function connections(options: DatabaseOptions): Database {
  const { url, schema, most = 10, log } = options;
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) throw new Error('a schema is named with a–z, 0–9 and _');
  const config: pg.ClientConfig = {
    connectionString: url,
    application_name: options.as ?? serving,
    // Statements go out without waiting for the answers to those before them.
    pipeline: true,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    // A process that hangs in a transaction must not keep its community for ever.
    idle_in_transaction_session_timeout: 60_000,
    lock_timeout: 60_000,
    ...(options.statementMs === undefined ? {} : { query_timeout: options.statementMs }),
  };
  const pool = new pg.Pool({ ...config, max: most, idleTimeoutMillis: 30_000 });
  const note = (error: unknown): void => log?.warn('database.connection_lost', { code: codeOf(error) || 'none' });
  pool.on('error', note);
  // A connection that breaks while it is in use rejects what was asked on it; without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  let closed = false;

  return {
    schema: `"${schema}"`,
    name: schema,
    async use(work) {
      const until = Date.now() + (options.patienceMs ?? patienceMs);
      for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, pause * 2)) {
        if (closed) throw new StoreUnavailable('Curbside is stopping.');
        let client: Connection | undefined;
        try {
          client = await pool.connect();
          const result = await work(client);
          client.release();
          return result;
        } catch (error) {
          const lost = isLost(error);
          client?.release(lost);
          if (!lost || Date.now() > until) throw error;
          note(error);
        }
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    },
    async own() {
      const client = new pg.Client(config);
      client.on('error', () => {});
      await client.connect();
      return client;
    },
    async close() {
      if (closed) return;
      closed = true;
      await pool.end();
    },
  };
}
