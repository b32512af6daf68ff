import type pg from 'pg';
import { DataRefusal } from '../node/data-refusal.ts';
import { type Connection, connected, type Database, servedBy } from './connections.ts';
import { newestMigration, type SchemaMigration, schemaMigrations } from './migrations/index.ts';

/**
 * Brings the schema of a database up to date, one instance at a time. Throws a `DataRefusal` (`newer`) when a newer version
 * of Curbside wrote it.
 */
export async function migrateSchema(database: Database): Promise<void> {
  await database.use(async (client) => {
    await client.query('BEGIN');
    try {
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [`curbside ${database.name}`]);
      const done = await migrationsDone(client, database);
      if (done !== null && isNewer(done)) throw newer();
      if (done === null) await createSchema(client, database);
      for (const migration of schemaMigrations.filter(({ number }) => !done?.has(number))) {
        if (await mustWait(client, migration)) continue;
        await client.query(migration.sql(database.schema));
        await client.query(`INSERT INTO ${database.schema}.migrations (number) VALUES ($1)`, [migration.number]);
      }
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    }
  });
}

/** Whether something is connected that a migration would take tables away from. */
async function mustWait(client: Connection, { number, contracts }: SchemaMigration): Promise<boolean> {
  if (!contracts) return false;
  return (await connected(client)).some((name) => (servedBy(name) ?? number) < number);
}

/** The words for a database that a newer version wrote. */
export const newer = (): DataRefusal =>
  new DataRefusal(
    'newer',
    'The database was written by a newer version of Curbside. Nothing was changed. Start that version, or restore a backup made before the upgrade.',
  );

/** The numbers of the migrations that were done; null where there is no table of them yet. */
export async function migrationsDone(
  client: Pick<pg.ClientBase, 'query'>,
  { schema, name }: Pick<Database, 'schema' | 'name'>,
): Promise<ReadonlySet<number> | null> {
  const there = await client.query<{ there: string | null }>('SELECT to_regclass($1)::text AS there', [
    `${name}.migrations`,
  ]);
  if (!there.rows[0]?.there) return null;
  const { rows } = await client.query<{ number: number }>(`SELECT number FROM ${schema}.migrations`);
  return new Set(rows.map(({ number }) => number));
}

/** Whether a newer version changed the tables. */
export const isNewer = (done: ReadonlySet<number>): boolean => Math.max(0, ...done) > newestMigration;

/** Whether the tables have all that this version uses; what only older ones used may still be there. */
export const isCurrent = (done: ReadonlySet<number>): boolean =>
  !isNewer(done) && schemaMigrations.every(({ number, contracts }) => contracts || done.has(number));

/**
 * Notes, the first time, under which key the schema is written, by a hash of it. Throws a `DataRefusal` (`wrong-key`) for
 * any other key later.
 */
export async function checkKey({ schema, use }: Database, proof: Buffer): Promise<void> {
  const known = await use(async (client) => {
    await client.query(`INSERT INTO ${schema}.installation VALUES (true, $1) ON CONFLICT DO NOTHING`, [proof]);
    return (await client.query<{ proof: Buffer }>(`SELECT proof FROM ${schema}.installation`)).rows[0]?.proof;
  });
  if (known === undefined || !proof.equals(known)) throw wrongKey();
}

/** The words for a key that is not the one of a database. */
export const wrongKey = (): DataRefusal =>
  new DataRefusal(
    'wrong-key',
    'The database was written with another key. Every machine needs the same one: set CURBSIDE_KEY or CURBSIDE_KEY_FILE. Nothing was changed.',
  );

/** A database team may have made the schema already, for a user who may not make schemas. */
async function createSchema(client: Connection, { schema, name }: Database): Promise<void> {
  const found = await client.query('SELECT FROM pg_namespace WHERE nspname = $1', [name]);
  if (found.rowCount === 0) await client.query(`CREATE SCHEMA ${schema}`);
  await client.query(
    `CREATE TABLE ${schema}.migrations (number int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())`,
  );
}
