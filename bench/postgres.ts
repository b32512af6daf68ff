import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDocuments, openPeople } from '../adapters/postgres/index.ts';
import type { Store } from '../src/index.ts';
import { startServer } from '../test/fixtures/database/server.ts';
import { measure } from './store-measure.ts';
import { Record, recordOf } from './store-record.ts';

/*
 * Durable commands per second on PostgreSQL (fsync on), beside a raw loop that inserts the same bytes by one statement each; what
 * a command costs with few and with many documents; pages; and a page while another community writes. Ratios are of one run.
 * Run: npx tsx bench/postgres.ts [most documents]
 */
const most = Number(process.argv[2] ?? 100_000);
const writers = 64;
const server = await startServer(['fsync=on', 'shared_buffers=256MB']);
const key = randomBytes(32);
const store = await openDocuments({ url: server.url, key, most: 20 });
const vault = await openPeople({ url: server.url, key, most: 5 });
const ratio = (a: number, b: number): number => Number((a / b).toFixed(2));

async function rawLoop(count: number) {
  const pool = new pg.Pool({ connectionString: server.url, max: 20 });
  await pool.query('CREATE TABLE IF NOT EXISTS raw (id text PRIMARY KEY, body bytea)');
  await pool.query('TRUNCATE raw');
  const measured = await measure(writers, count, (n) =>
    pool.query({
      name: 'raw',
      text: 'INSERT INTO raw VALUES ($1, $2)',
      values: [`r${n}`, Buffer.from(JSON.stringify(recordOf(n)))],
    }),
  );
  await pool.end();
  return measured;
}

/** Reads a document and writes it changed, as most commands do. */
const change = (of: Store, scopes: number, documents: number) => (n: number) =>
  of.transact(`s.${n % scopes}`, async (tx) => {
    const i = (n * 7919) % documents;
    const before = await tx.get(Record, `r${i}`);
    await tx.put(Record, { ...recordOf(i), minutes: (before?.minutes ?? 0) + 1 });
  });

async function fill(scope: string, from: number, upTo: number): Promise<void> {
  for (let n = from; n < upTo; n += 500) {
    await store.transact(scope, async (tx) => {
      for (let i = n; i < Math.min(upTo, n + 500); i += 1) await tx.put(Record, recordOf(i));
    });
  }
}

const page = (scope: string) => (n: number) =>
  store.read(scope, (read) => read.find(Record, 'owner', { equal: `p${n % 97}` }, { limit: 20 }));

await rawLoop(500);
const raw = await rawLoop(3000);
const spread = await measure(writers, 3000, change(store, 64, 1000));
const one = await measure(writers, 1000, change(store, 1, 1000));
const ref = await vault.refFor({ platform: 'fake', id: 'ada' });
const identity = await measure(writers, 3000, () => vault.identity(ref));

const sizes: unknown[] = [];
let filled = 0;
let firstMs = 0;
for (const documents of [1000, Math.round(most / 10), most]) {
  await fill('big', filled, documents);
  filled = documents;
  const command = await measure(1, 300, (n) =>
    store.transact('big', async (tx) => {
      const i = (n * 7919) % documents;
      const before = await tx.get(Record, `r${i}`);
      await tx.put(Record, { ...recordOf(i), minutes: (before?.minutes ?? 0) + 1 });
    }),
  );
  firstMs ||= command.p50Ms;
  sizes.push({
    documents,
    command,
    timesFirst: ratio(command.p50Ms, firstMs),
    page: await measure(4, 400, page('big')),
    count: await measure(4, 200, () => store.read('big', (read) => read.count(Record, 'owner', { equal: 'p1' }))),
  });
}

// A community that holds its lock for long, and what others notice of it.
let open = (): void => {};
const held = store.transact(
  'slow',
  () =>
    new Promise<void>((resolve) => {
      open = resolve;
    }),
);
const beside = await measure(8, 500, change(store, 8, 1000));
open();
await held;

await store.close();
await vault.close();
await server.stop();
console.log(
  JSON.stringify(
    {
      node: process.version,
      writers,
      rawInsert: raw,
      command: { ...spread, timesRaw: ratio(spread.perSecond, raw.perSecond) },
      commandInOneCommunity: { ...one, timesRaw: ratio(one.perSecond, raw.perSecond) },
      identity,
      sizes,
      besideAHeldCommunity: beside,
    },
    null,
    2,
  ),
);
