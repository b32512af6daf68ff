import pg from 'pg';
import { expect, it } from 'vitest';
import { openDocuments } from '../../../adapters/postgres/index.ts';
import { Note, note } from '../../contract/store-kinds.ts';
import { asking, freshDatabase } from '../../fixtures/database/schema.ts';

/** How many rows the pages of the table hold for an observer who goes through them byte by byte, the removed ones included. */
const rowsInPages = (url: string): Promise<number> =>
  asking(async (client) => {
    await client.query('CREATE EXTENSION IF NOT EXISTS pageinspect');
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM generate_series(0, pg_relation_size('curbside.documents') / 8192 - 1) AS page,
         heap_page_items(get_raw_page('curbside.documents', page::int)) WHERE t_data IS NOT NULL AND lp_len > 0`,
    );
    return rows[0]?.count ?? 0;
  }, url);

it('nothing is called gone while another transaction can still see it', async () => {
  const { url, drop } = await freshDatabase();
  const store = await openDocuments({ url, key: Buffer.alloc(32, 7) });
  await store.transact('s', (tx) => tx.put(Note, note('one')));
  await store.compact();
  const before = await rowsInPages(url);

  const dump = new pg.Client({ connectionString: url });
  await dump.connect();
  await dump.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await dump.query('SELECT 1');
  await store.transact('s', (tx) => tx.remove(Note, 'one'));
  await expect(store.compact()).rejects.toMatchObject({ name: 'StoreUnavailable' });
  expect(await rowsInPages(url)).toBe(before);

  await dump.query('COMMIT');
  await store.compact();
  expect(await rowsInPages(url)).toBeLessThan(before);
  await dump.end();
  await store.close();
  await drop();
});

it('a transaction that began later is not waited for', async () => {
  const { url, drop } = await freshDatabase();
  const store = await openDocuments({ url, key: Buffer.alloc(32, 7) });
  await store.transact('s', (tx) => tx.put(Note, note('one')));
  await store.transact('s', (tx) => tx.remove(Note, 'one'));
  const dump = new pg.Client({ connectionString: url });
  await dump.connect();
  await dump.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await dump.query('SELECT 1');
  await store.compact();
  await dump.query('COMMIT');
  await dump.end();
  await store.close();
  await drop();
});
