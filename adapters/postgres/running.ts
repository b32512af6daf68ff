import pg from 'pg';
import { DataRefusal } from '../node/data-refusal.ts';
import { serving } from './connections.ts';
import { asOpeningRefusal } from './errors.ts';

/** The name of connections by which a community is moved. */
export const moving = 'curbside moves';

/** Throws a `DataRefusal` (`locked`) while some instance is connected to the database. `names`: of such connections. */
export async function refuseRunning(url: string, names: readonly string[] = [serving, moving]): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'curbside looks',
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ n: string }>(
      'SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = ANY ($1) AND datname = current_database()',
      [names],
    );
    if (Number(rows[0]?.n) > 0)
      throw new DataRefusal('locked', 'Curbside is running on this database. Stop every instance first.');
  } catch (error) {
    throw asOpeningRefusal(error, 'DATABASE_URL');
  } finally {
    await client.end().catch(() => {});
  }
}
