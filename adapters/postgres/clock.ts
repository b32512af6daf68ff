import type { Clock, Log } from '../../src/index.ts';
import { connections } from './connections.ts';
import { codeOf } from './errors.ts';

/** How often (ms) this machine's clock is held against the database's. */
const everyMs = 60_000;

/**
 * The database's clock: instances whose own clocks differ agree on what is due, on leases, and on what came first. Asked now
 * and every minute; in between this machine's clock runs on from it.
 */
export async function openClock(url: string, log?: Log): Promise<{ readonly clock: Clock; close(): Promise<void> }> {
  const database = connections({ url, schema: 'curbside', most: 1, log });
  let ahead = 0;

  async function compare(): Promise<void> {
    const { before, rows, after } = await database.use(async (client) => {
      const before = Date.now();
      const { rows } = await client.query<{ ms: string }>(
        'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS ms',
      );
      return { before, rows, after: Date.now() };
    });
    ahead = Number(rows[0]?.ms) - (before + after) / 2;
  }

  await compare();
  const again = setInterval(() => {
    compare().catch((error) => log?.warn('database.clock_unread', { code: codeOf(error) || 'none' }));
  }, everyMs).unref();
  return {
    clock: { now: () => Math.trunc(Date.now() + ahead) },
    async close() {
      clearInterval(again);
      await database.close();
    },
  };
}
