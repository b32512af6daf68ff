/**
 * What one person waits for on PostgreSQL (fsync on) while there are more and more consultations: `npx tsx bench/postgres-size.ts`
 * prints JSON. Through the whole core: home, one's open questions, the group's list, a search once the group's texts were read, and
 * asking with everything from the form to the post. First 1,000 consultations in the group, then 50,000, then a million in twenty
 * communities of as many: those of the others are copies of the group's rows that nobody can open, which neither tables nor
 * indexes know. Milliseconds by the clock, `cpu` of this process.
 */
import { performance } from 'node:perf_hooks';
import { Consultations } from '../src/features/consultation/model.ts';
import { Outbox } from '../src/runtime/outbox/model.ts';
import { asking } from '../test/fixtures/database/schema.ts';
import { startServer } from '../test/fixtures/database/server.ts';
import { ask, consultationOf } from '../test/fixtures/steps.ts';
import { expectCard, group, groupId, openTestApp, type Person } from '../test/fixtures/test-app.ts';
import { load, round } from './rounds.ts';

const communities = Number(process.argv[2] ?? 20);
const each = Number(process.argv[3] ?? 50_000);
const server = await startServer(['fsync=on', 'shared_buffers=1GB', 'max_wal_size=8GB']);
process.env.CURBSIDE_TEST_DATABASE = server.url;
const app = await openTestApp({ on: 'database' });
const { ada } = (await group(app, ['ada', 'ben'], { quietFrom: '', quietTo: '' })) as { ada: Person };
const question = 'How do I end a session that keeps running over?';
const own = consultationOf(await ask(ada, { question }));
await app.pass(0);
const here = { group: await groupId(ada) };

let there = 1;
/** More consultations of colleagues in the group, closed but for one in a thousand. */
async function fill(upTo: number): Promise<void> {
  for (; there < upTo; there += 500) {
    const from = there;
    await app.store.transact(app.scope, async (tx) => {
      const first = await tx.get(Consultations, own);
      const row = first && (await tx.get(Outbox, first.rows.card));
      if (!first || !row) throw new Error('nothing was asked');
      for (let i = from; i < Math.min(upTo, from + 500); i += 1) {
        const id = `bench${String(i).padStart(11, '0')}`;
        const rows = { ...first.rows, card: `card ${id}`, case: `card ${id}` };
        const status = i % 1000 === 0 ? ('open' as const) : ('closed' as const);
        const askedAt = first.askedAt - i * 60_000;
        await tx.put(Consultations, { ...first, id, rows, status, askedAt });
        await tx.put(Outbox, { ...row, id: `card ${id}`, subject: id, ref: `l ${id}` });
      }
    });
  }
  there = upTo;
}

/** The same rows under the names of other communities. */
async function copy(): Promise<void> {
  const schema = await asking(async (client) => {
    const { rows } = await client.query<{ schema: string }>(
      "SELECT schemaname AS schema FROM pg_tables WHERE tablename = 'documents' AND schemaname NOT LIKE '%\\_people'",
    );
    return rows[0]?.schema ?? '';
  });
  for (let n = 1; n < communities; n += 1)
    await asking(async (client) => {
      const other = `${app.scope}.${n}`;
      await client.query(
        `INSERT INTO ${schema}.documents SELECT $2, kind, id, body FROM ${schema}.documents WHERE scope = $1 AND kind IN ('consultation', 'outbox')`,
        [app.scope, other],
      );
      await client.query(
        `INSERT INTO ${schema}.entries SELECT $2, kind, index, key, id, sealed, NULL FROM ${schema}.entries WHERE scope = $1 AND kind IN ('consultation', 'outbox')`,
        [app.scope, other],
      );
    });
  await asking((client) => client.query('ANALYZE'));
}

async function timed(times: number, work: () => Promise<unknown>) {
  const took: number[] = [];
  const began = process.cpuUsage();
  for (let i = 0; i < times; i += 1) {
    const from = performance.now();
    await work();
    took.push(performance.now() - from);
  }
  const { user, system } = process.cpuUsage(began);
  took.sort((a, b) => a - b);
  const at = (q: number): number => round(took[Math.floor(q * (took.length - 1))] ?? 0);
  return { p50: at(0.5), p99: at(0.99), cpu: round((user + system) / 1000 / times, 2) };
}

async function people() {
  let card = await expectCard(ada.does('consult.find', { ...here, words: 'session runs over' }));
  while (JSON.stringify(card).includes('find.reading')) card = await expectCard(ada.does('consult.found', here));
  for (let i = 0; i < 20; i += 1) await ada.does('curbside.home', here);
  return {
    home: await timed(200, () => ada.does('curbside.home', here)),
    mine: await timed(200, () => ada.does('consult.mine')),
    list: await timed(200, () => ada.does('consult.list', here)),
    find: await timed(200, () => ada.does('consult.find', { ...here, words: 'session over' })),
    ask: await timed(15, async () => {
      await ask(ada, { question });
      await app.pass(100);
    }),
  };
}

const found: Record<string, unknown> = {};
for (const n of [1000, each]) {
  await fill(n);
  found[`${n} consultations`] = await people();
}
await copy();
found[`${communities * each} consultations`] = await people();
const [size] = await asking(
  async (client) => (await client.query('SELECT pg_database_size(current_database()) AS size')).rows,
);
await app.remove();
await server.stop();
console.log(
  JSON.stringify({ node: process.version, load: load(), gigabytes: round(Number(size.size) / 1e9), ...found }, null, 2),
);
process.exit();
