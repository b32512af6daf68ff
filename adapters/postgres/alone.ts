import { connections } from './connections.ts';

/** Does something while no other instance on the same database does it; they wait, however long it takes. */
export async function alone<T>(url: string, work: () => Promise<T>): Promise<T> {
  const database = connections({ url, schema: 'curbside' });
  const client = await database.own();
  try {
    await client.query('SET lock_timeout = 0');
    await client.query("SELECT pg_advisory_lock(hashtextextended('curbside upgrade', 2))");
    return await work();
  } finally {
    await client.end();
    await database.close();
  }
}
