import { StoreUnavailable } from '../../src/index.ts';
import type { Connection, Database } from './connections.ts';
import { isLost } from './errors.ts';
import type { Statements } from './statements.ts';

/** How long (ms) to ask what became of a commit whose answer never came. */
const askingMs = 60_000;
const pauseMs = 100;

/**
 * Sends what is left to write, and commits it. When the connection breaks meanwhile, the database is asked on another one what
 * became of the transaction `xid`, so that nothing is done twice and nothing is taken for lost. Throws the error of the
 * connection when it was not committed: then the work may run again.
 */
export async function committed(
  { database, client, sql, xid }: { database: Database; client: Connection; sql: Statements; xid: string },
  write: () => Promise<void>,
): Promise<void> {
  // Both go out at once. Where the writing failed, the server makes the commit a rollback.
  const [written, done] = await Promise.allSettled([write(), client.query('COMMIT')]);
  if (written.status === 'rejected' && !isLost(written.reason)) throw written.reason;
  if (done.status === 'fulfilled') return;
  if (!isLost(done.reason)) throw done.reason;
  if (!(await wasCommitted(database, sql, xid))) throw done.reason;
}

async function wasCommitted(database: Database, sql: Statements, xid: string): Promise<boolean> {
  const until = Date.now() + askingMs;
  while (Date.now() < until) {
    try {
      const status = await statusOf(database, sql, xid);
      // The server may not have noticed yet that nobody listens any more.
      if (status !== 'in progress') return status === 'committed';
    } catch (error) {
      if (!isLost(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new StoreUnavailable('The database can’t be reached, and whether the last change was saved isn’t known.');
}

/** Not on one of the shared connections: those may all be broken, and each held by somebody who asks this. */
async function statusOf(database: Database, sql: Statements, xid: string): Promise<string | null | undefined> {
  const client = await database.own();
  try {
    return (await client.query<{ status: string | null }>({ ...sql.outcome, values: [xid] })).rows[0]?.status;
  } finally {
    await client.end();
  }
}
