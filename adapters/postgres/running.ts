import pg from 'pg';
import { DataRefusal } from '../lowdb/journal/refusal.ts';
import { asOpeningRefusal } from './errors.ts';

/** Throws a `DataRefusal` (`locked`) while some instance is connected to the database. */
export async function refuseRunning(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'curbside looks',
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ n: string }>(
      "SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = 'curbside' AND datname = current_database()",
    );
    if (Number(rows[0]?.n) > 0)
      throw new DataRefusal('locked', 'Curbside is running on this database. Stop every instance first.');
  } catch (error) {
    throw asOpeningRefusal(error, 'DATABASE_URL');
  } finally {
    await client.end().catch(() => {});
  }
}
