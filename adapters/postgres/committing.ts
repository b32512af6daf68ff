import { StoreUnavailable } from '../../src/index.ts';
import type { Connection, Database } from './connections.ts';
import { isLost } from './errors.ts';
import type { Statements } from './statements.ts';
import type { Transaction } from './transaction.ts';

/** How long (ms) to ask what became of a commit whose answer never came. */
const askingMs = 60_000;
const pauseMs = 100;

interface Committing {
  readonly database: Pick<Database, 'own'>;
  readonly client: Pick<Connection, 'query'>;
  readonly sql: Statements;
  readonly xid: string;
}

/**
 * Sends what is left to write, and commits it. When the connection breaks meanwhile, the database is asked on another one what
 * became of the transaction `xid`, so that nothing is done twice and nothing is taken for lost. Throws the error of the
 * connection when it was not committed: then the work may run again. Throws `StoreUnavailable` where it cannot be told.
 */
export async function committed(
  { database, client, sql, xid }: Committing,
  { flush, sent }: Pick<Transaction, 'flush' | 'sent'>,
): Promise<void> {
  // Both go out at once. Where the writing failed, the server makes the commit a rollback.
  const [written, done] = await Promise.allSettled([flush(), client.query('COMMIT')]);
  if (written.status === 'rejected' && !isLost(written.reason)) throw written.reason;
  if (done.status === 'fulfilled') return;
  if (!isLost(done.reason)) throw done.reason;
  if (!(await wasCommitted(database, sql, xid, sent()))) throw done.reason;
}

async function wasCommitted(
  database: Pick<Database, 'own'>,
  sql: Statements,
  xid: string,
  sent: readonly unknown[],
): Promise<boolean> {
  const until = Date.now() + askingMs;
  while (Date.now() < until) {
    try {
      const status = await outcomeOf(database, sql, xid, sent);
      if (status === 'unknown') break;
      // The server may not have noticed yet that nobody listens any more.
      if (status !== 'in progress') return status === 'committed';
    } catch (error) {
      if (!isLost(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new StoreUnavailable('The database can’t be reached, and whether the last change was saved isn’t known.');
}

/**
 * Not on one of the shared connections: those may all be broken, and each held by somebody who asks this. A server that
 * crashed before it wrote anything of a transaction gives its number to another one, which may be committed by now; so what
 * was written has to be there as well. No other transaction could have written it: it is encrypted under a nonce of its own.
 */
async function outcomeOf(
  database: Pick<Database, 'own'>,
  sql: Statements,
  xid: string,
  sent: readonly unknown[],
): Promise<string | null | undefined> {
  const client = await database.own();
  try {
    const status = (await client.query<{ status: string | null }>({ ...sql.outcome, values: [xid] })).rows[0]?.status;
    if (status !== 'committed') return status;
    const { rows } = await client.query<{ is: boolean }>({ ...sql.left, values: [...sent] });
    return rows[0]?.is ? 'committed' : 'unknown';
  } finally {
    await client.end();
  }
}
