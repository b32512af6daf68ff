import pg from 'pg';
import { expect, it } from 'vitest';
import { committed } from '../../../adapters/postgres/committing.ts';
import { createEnvelope } from '../../../adapters/postgres/envelope.ts';
import { openDocuments } from '../../../adapters/postgres/index.ts';
import { statementsFor } from '../../../adapters/postgres/statements.ts';
import { createTransaction } from '../../../adapters/postgres/transaction.ts';
import { Note, note } from '../../contract/store-kinds.ts';
import { startServer } from '../../fixtures/database/server.ts';

const key = Buffer.alloc(32, 7);

it('a transaction that a crash lost is not taken for the later one that got its number', async () => {
  // What is not committed stays in the server's memory until it crashes, however long that takes: nothing else notes its number.
  const quiet = ['wal_writer_delay=10s', 'wal_level=minimal', 'max_wal_senders=0', 'checkpoint_timeout=1h'];
  const server = await startServer(['fsync=off', 'autovacuum=off', ...quiet]);
  const connected = async () => {
    const client = new pg.Client({ connectionString: server.url });
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  await (await openDocuments({ url: server.url, key, most: 1 })).close();
  const sql = statementsFor('"curbside"');
  const envelope = createEnvelope(key, 'curbside postgres store');
  const begun = async (id: string) => {
    const client = await connected();
    await client.query('BEGIN');
    const { rows } = await client.query<{ xid: string }>({ ...sql.lock, values: ['s'] });
    const ask: Parameters<typeof createTransaction>[0] = async ({ name, text }, values) =>
      (await client.query({ name, text, values: [...values] })).rows as never;
    const transaction = createTransaction(ask, sql, envelope, 's');
    await transaction.tx.put(Note, note(id));
    return { transaction, of: { database: { own: connected }, client, sql, xid: rows[0]?.xid ?? '' } };
  };

  const lost = await begun('lost');
  await server.restart('SIGQUIT');
  const later = await begun('later');
  expect(later.of.xid).toBe(lost.of.xid);
  await committed(later.of, later.transaction);
  await expect(committed(lost.of, lost.transaction)).rejects.toThrow('isn’t known');

  // A connection that breaks after the commit: here, what was written is found.
  const broken = await begun('broken');
  await broken.transaction.flush();
  await broken.of.client.query('COMMIT');
  await broken.of.client.end();
  await committed(broken.of, broken.transaction);
  await later.of.client.end();
  await server.stop();
});
