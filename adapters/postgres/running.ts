import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { DataRefusal } from '../node/data-refusal.ts';
import { connected, servedBy } from './connections.ts';
import { asOpeningRefusal } from './errors.ts';

/** The name of connections by which a community is moved. */
export const moving = 'curbside moves';

/** PostgreSQL lists a connection for a moment after it was closed: how often, and how long (ms) in between, it is looked for again. */
const looks = { more: 10, everyMs: 100 } as const;

/** Throws a `DataRefusal` (`locked`) while some instance is connected to the database. `movers`: or something that moves a community. */
export async function refuseRunning(
  url: string,
  { movers }: { readonly movers: boolean } = { movers: true },
): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'curbside looks',
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const runs = async (): Promise<boolean> =>
      (await connected(client)).some((name) => servedBy(name) !== null || (movers && name === moving));
    let running = await runs();
    for (let look = 0; running && look < looks.more; look++) {
      await wait(looks.everyMs);
      running = await runs();
    }
    if (running) throw new DataRefusal('locked', 'Curbside is running on this database. Stop every instance first.');
  } catch (error) {
    throw asOpeningRefusal(error, 'DATABASE_URL');
  } finally {
    await client.end().catch(() => {});
  }
}
