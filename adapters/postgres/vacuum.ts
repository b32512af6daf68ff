import type { Database } from './connections.ts';

/**
 * Takes what was removed out of the database's files, not only out of view; resolves when that is done. Calls while one is
 * under way share the next. What the write-ahead log and backups hold goes when those go.
 *
 * @param rewrites The tables are written anew, which nobody can read meanwhile.
 */
export function createVacuum(database: Database, rewrites: boolean): () => Promise<void> {
  let current: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const once = (): Promise<void> =>
    database.use(async (client) => {
      const how = rewrites ? '(FULL)' : '(SKIP_DATABASE_STATS)';
      for (const table of ['documents', 'entries'])
        await client.query(`VACUUM ${rewrites ? how : ''} ${database.schema}.${table}`);
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
