import type { Log } from '../../src/index.ts';
import type { Lease, Leases } from '../platform.ts';
import { connections } from './connections.ts';

export interface LeaseOptions {
  readonly url: string;
  readonly schema: string;
  /** Names this process; no other one has the same. */
  readonly me: string;
  readonly log?: Log;
}

/** How long (ms) a lease waits for a database that is away, or does not answer, before whoever asked hears of it. */
const patienceMs = 1500;

/** Leases in a table, which end by the clock of the database. The schema's tables must be there: open the store first. */
export function openLeases({ url, schema, me, log }: LeaseOptions): Leases & { close(): Promise<void> } {
  const database = connections({ url, schema, most: 1, log, patienceMs, statementMs: patienceMs });
  const table = `${database.schema}.leases`;
  const ask = async <Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> =>
    database.use(async (client) => (await client.query<Row>(text, [...values])).rows);

  return {
    me,
    async take(name, ms, state) {
      const rows = await ask(
        `INSERT INTO ${table} AS l VALUES ($1, $2, $3, clock_timestamp() + $4 * interval '1 ms')
         ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until,
           state = CASE WHEN l.holder = excluded.holder AND l.until > clock_timestamp() THEN l.state ELSE excluded.state END
         WHERE l.holder = $2 OR l.until <= clock_timestamp() OR l.state = 'offered'
         RETURNING name`,
        [name, me, state, ms],
      );
      return rows.length > 0;
    },
    async mark(name, state) {
      await ask(`UPDATE ${table} SET state = $3 WHERE name = $1 AND holder = $2`, [name, me, state]);
    },
    all: (prefix) =>
      ask<Lease>(
        `SELECT name, holder, state FROM ${table} WHERE starts_with(name, $1) AND until > clock_timestamp() ORDER BY name`,
        [prefix],
      ),
    async release(name) {
      await ask(`DELETE FROM ${table} WHERE name = $1 AND holder = $2`, [name, me]);
    },
    close: () => database.close(),
  };
}
