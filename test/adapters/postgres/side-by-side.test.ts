import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { openDrafts } from '../../../adapters/postgres/drafts.ts';
import { openDocuments } from '../../../adapters/postgres/index.ts';
import { inspectServer } from '../../../adapters/postgres/inspect.ts';
import { openLeases } from '../../../adapters/postgres/leases.ts';
import { schemaMigrations } from '../../../adapters/postgres/migrations/index.ts';
import { openPace } from '../../../adapters/postgres/pace.ts';
import { kind, parsing } from '../../../src/index.ts';
import { asking, databaseUrl, dropSchemas, freshDatabase, freshSchema } from '../../fixtures/database/schema.ts';

const url = databaseUrl();
const about = { what: 'for tests', readBy: 'tests', keptFor: 'a test' };
const at = { indexes: { title: (doc: { title: string }) => doc.title }, sealed: 'no', about } as const;

/** A kind as one version has it, and as the next one does. */
const Old = kind('visit', z.object({ id: z.string(), title: z.string() }), at);
const New = kind('visit', z.object({ id: z.string(), title: z.string(), room: z.string().default('none') }), at);

/** What a later version may do to a schema while this one runs: add tables, and columns that may be empty. */
const expand = (schema: string, tables: readonly string[]): string => `
  ${tables.map((table) => `ALTER TABLE "${schema}".${table} ADD COLUMN later text;`).join('\n')}
  CREATE TABLE "${schema}".later (id text PRIMARY KEY);
  INSERT INTO "${schema}".migrations (number) VALUES (9999);`;

it('this version goes on beside a later one that has extended every table, and each reads what the other wrote', async () => {
  const settings = { url, schema: freshSchema(), key: randomBytes(32), most: 2 };
  const { schema, key } = settings;
  const older = parsing(await openDocuments(settings));
  const newer = parsing(await openDocuments(settings));
  const drafts = openDrafts({ url, schema, key, clock: { now: Date.now } });
  const leases = openLeases({ url, schema, me: 'older' });
  const pace = openPace({ url, schema, key });
  await older.transact('s', (tx) => tx.put(Old, { id: 'a', title: 'first' }));

  const { rows } = await asking((client) =>
    client.query<{ name: string }>('SELECT tablename AS name FROM pg_tables WHERE schemaname = $1', [schema]),
  );
  const tables = rows.map(({ name }) => name).filter((name) => name !== 'migrations');
  expect(tables.length).toBeGreaterThan(5);
  await asking((client) => client.query(expand(schema, tables)));

  await newer.transact('s', (tx) => tx.put(New, { id: 'b', title: 'second', room: 'north' }));
  await older.transact('s', async (tx) => {
    const mine = await tx.get(Old, 'b');
    expect(mine).toEqual({ id: 'b', title: 'second' });
    await tx.put(Old, { id: 'c', title: 'second' });
    await tx.put(Old, { id: 'a', title: 'changed' });
  });
  const seconds = await newer.read('s', (read) => read.find(New, 'title', { equal: 'second' }));
  expect(seconds.docs).toEqual([
    { id: 'b', title: 'second', room: 'north' },
    { id: 'c', title: 'second', room: 'none' },
  ]);
  expect(await newer.read('s', (read) => read.count(New, 'title', { equal: 'first' }))).toBe(0);
  await older.transact('s', (tx) => tx.remove(Old, 'c'));
  expect(await newer.read('s', (read) => read.get(New, 'c'))).toBeNull();

  await drafts.put('ada', 'd', 'typed');
  expect(await drafts.get('ada', 'd')).toBe('typed');
  expect(await leases.take('a role', 1000, 'here')).toBe(true);
  expect(await pace.reserve({ name: 'a', everyMs: 1000, burst: 1 }, 0)).toBe(0);
  // Once it has ended, it does not start again: the later version may rely on being alone from then on.
  await expect(openDocuments(settings)).rejects.toMatchObject({ code: 'newer' });

  for (const one of [older, newer, drafts, leases, pace]) await one.close();
  await dropSchemas(schema);
});

/** A database as the version before the seventh migration left it. */
async function withDrafts(): Promise<Awaited<ReturnType<typeof freshDatabase>>> {
  const database = await freshDatabase();
  const until = schemaMigrations.filter(({ number }) => number < 7);
  await asking(async (client) => {
    await client.query('CREATE SCHEMA curbside; CREATE TABLE curbside.migrations (number int PRIMARY KEY)');
    for (const { number, sql } of until) {
      await client.query(sql('curbside'));
      await client.query('INSERT INTO curbside.migrations VALUES ($1)', [number]);
    }
  }, database.url);
  return database;
}

it.each(['curbside', 'curbside serves 6'])(
  'what only “%s” uses is dropped once nothing of that version is connected',
  async (name) => {
    const { url, drop } = await withDrafts();
    const key = randomBytes(32);
    const start = async () => {
      const store = await openDocuments({ url, key, most: 2 });
      await store.transact('s', (tx) => tx.put(New, { id: 'a', title: 'first', room: 'north' }));
      await store.close();
      const { rows } = await asking(
        (client) => client.query<{ there: boolean }>("SELECT to_regclass('curbside.drafts') IS NOT NULL AS there"),
        url,
      );
      expect(await inspectServer(url)).toMatchObject({ isCurrent: true, isNewer: false });
      return rows[0]?.there;
    };
    const older = new pg.Client({ connectionString: url, application_name: name });
    await older.connect();
    expect(await start()).toBe(true);
    // That version goes on meanwhile.
    await older.query('DELETE FROM curbside.drafts');
    await older.end();
    // The server takes a moment to notice that it left.
    await expect.poll(start).toBe(false);
    expect(await start()).toBe(false);
    await drop();
  },
);
