import { createHmac } from 'node:crypto';
import type { Log } from '../../src/index.ts';
import { derive } from '../node/encryption.ts';
import type { Pace } from '../node/pace.ts';
import { connections } from './connections.ts';
import { codeOf } from './errors.ts';

export interface PaceOptions {
  readonly url: string;
  readonly schema: string;
  /** The installation's key: the names of buckets hold platform ids, and are stored as keyed hashes. */
  readonly key: Buffer;
  readonly log?: Log;
}

/** Connections of one process: calls wait for their turn outside of them. */
const most = 2;
/** How long (ms) a call waits for a database that is away; then it is made as if nobody else were there. */
const patienceMs = 1000;
const sweepMs = 10 * 60_000;

/**
 * Rates shared by every instance, by the clock of the database: one statement a call. Where the database does not answer, calls
 * are made all the same, and the platform itself says when there are too many.
 */
export function openPace({ url, schema, key, log }: PaceOptions): Pace & { close(): Promise<void> } {
  const database = connections({ url, schema, most, log, patienceMs, statementMs: patienceMs });
  const table = `${database.schema}.buckets`;
  const hashing = derive(key, 'curbside postgres buckets 1');
  const nameOf = (text: string): Buffer => createHmac('sha256', hashing).update(text).digest().subarray(0, 16);
  const sweep = setInterval(() => {
    database
      .use((client) => client.query(`DELETE FROM ${table} WHERE free < clock_timestamp() - interval '1 hour'`))
      .catch((error) => log?.warn('database.buckets_kept', { code: codeOf(error) || 'none' }));
  }, sweepMs).unref();

  return {
    async reserve({ name, everyMs, burst }, atMostMs) {
      const text = `INSERT INTO ${table} AS b VALUES ($1, clock_timestamp() + $2 * interval '1 ms')
         ON CONFLICT (name) DO UPDATE SET free = greatest(b.free, clock_timestamp()) + $2 * interval '1 ms'
         WHERE b.free <= clock_timestamp() + ($3::float8 + $4::float8) * interval '1 ms'
         RETURNING (extract(epoch FROM free - clock_timestamp()) * 1000)::float8 AS full`;
      const early = (burst - 1) * everyMs;
      try {
        const { rows } = await database.use((client) =>
          client.query<{ full: number }>({
            name: 'reserve',
            text,
            values: [nameOf(name), everyMs, early, atMostMs],
          }),
        );
        const full = rows[0]?.full;
        return full === undefined ? null : Math.max(0, full - everyMs - early);
      } catch (error) {
        log?.warn('database.rate_unshared', { code: codeOf(error) || 'none' });
        return 0;
      }
    },
    async close() {
      clearInterval(sweep);
      await database.close();
    },
  };
}
