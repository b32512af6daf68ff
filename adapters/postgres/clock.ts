import type { Clock, Log } from '../../src/index.ts';
import { connections } from './connections.ts';
import { codeOf } from './errors.ts';

/** How often (ms) this machine's clock is held against the database's anew. */
const everyMs = 60_000;

/** The time of a database, as this process knows it: never later than it is there. */
export interface ServerTime {
  readonly clock: Clock;
  /** The database said a moment ago that it was so late (µs). From now on it is not earlier here. */
  note(us: number): void;
  close(): Promise<void>;
}

/** Milliseconds that nobody sets back: what this machine's clock said at the start, and what passed since. */
const steady = (): number => performance.timeOrigin + performance.now();

/**
 * The database's clock: instances whose own clocks differ agree on what is due, on leases, and on what came first. An answer
 * takes its time, so what is known from it is a little early; whoever gets the lock of a scope hears a time that is later
 * than all that was done under it before. In between, `wall` (ms) runs on.
 */
export async function openClock(url: string, log?: Log, wall: () => number = steady): Promise<ServerTime> {
  const database = connections({ url, schema: 'curbside', most: 1, log });
  const behind = (us: number): number => us - wall() * 1000;
  let ahead = Number.NEGATIVE_INFINITY;

  async function compare(): Promise<void> {
    const { rows } = await database.use((client) =>
      client.query<{ us: string }>('SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS us'),
    );
    ahead = behind(Number(rows[0]?.us));
  }

  await compare();
  const again = setInterval(() => {
    compare().catch((error) => log?.warn('database.clock_unread', { code: codeOf(error) || 'none' }));
  }, everyMs).unref();
  const position = (): number => Math.trunc(wall() * 1000 + ahead);
  return {
    clock: { now: () => Math.trunc(position() / 1000), position },
    note(us) {
      ahead = Math.max(ahead, behind(us));
    },
    async close() {
      clearInterval(again);
      await database.close();
    },
  };
}
