import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable } from '../../src/index.ts';
import type { Connection, Database } from './connections.ts';

/**
 * How long (ms) transactions are waited for that began before something was removed. Those of Curbside end sooner; a dump
 * may take hours, and whoever erased then hears that old rows are still there. It is tried again every hour.
 */
const patienceMs = 5_000;

/**
 * Whether anything may still see what transactions before `$1` removed: vacuuming leaves it for as long.
 * Open transactions, prepared ones, and replication slots hold old rows back; other vacuuming does not
 * (https://www.postgresql.org/docs/current/routine-vacuuming.html#VACUUM-FOR-SPACE-RECOVERY).
 */
const heldBack = `SELECT coalesce(max(age(held)) > age($1::text::xid), false) AS held FROM (
  SELECT unnest(ARRAY[backend_xmin, backend_xid]) FROM pg_stat_activity
    WHERE pid <> pg_backend_pid() AND (datname = current_database() OR backend_type = 'walsender')
      AND pid NOT IN (SELECT pid FROM pg_stat_progress_vacuum)
  UNION ALL SELECT transaction FROM pg_prepared_xacts WHERE database = current_database()
  UNION ALL SELECT xmin FROM pg_replication_slots
) AS holders (held)`;

/**
 * Takes what was removed out of the database's files, not only out of view; resolves when that is done, and rejects with
 * `StoreUnavailable` when it could not be. Calls while one is under way share the next. What the write-ahead log and
 * backups hold goes when those go.
 *
 * @param rewrites The tables are written anew, which nobody can read meanwhile.
 */
export function createVacuum(database: Database, rewrites: boolean): () => Promise<void> {
  let current: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const once = (): Promise<void> =>
    database.use(async (client) => {
      await unseen(client);
      for (const table of ['documents', 'entries'])
        await client.query(`VACUUM ${rewrites ? '(FULL)' : ''} ${database.schema}.${table}`);
    });
  const start = (): Promise<void> => {
    const mine = once().finally(() => {
      if (current === mine) current = null;
    });
    current = mine;
    return mine;
  };
  return () => {
    if (current === null) return start();
    next ??= current
      .catch(() => {})
      .then(() => {
        next = null;
        return start();
      });
    return next;
  };
}

/** Resolves when nobody can see any more what was removed before now. */
async function unseen(client: Connection): Promise<void> {
  const mark = await client.query<{ mark: string }>(
    'SELECT (pg_snapshot_xmax(pg_current_snapshot())::text::numeric % 4294967296)::text AS mark',
  );
  const giveUpAt = performance.now() + patienceMs;
  for (let pauseMs = 2; ; pauseMs = Math.min(2 * pauseMs, 200)) {
    const { rows } = await client.query<{ held: boolean }>(heldBack, [mark.rows[0]?.mark]);
    if (rows[0]?.held !== true) return;
    if (performance.now() > giveUpAt)
      throw new StoreUnavailable('Another transaction of the database can still see what was removed.');
    await sleep(pauseMs);
  }
}
