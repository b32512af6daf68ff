import { Records } from '../src/features/consultation/record/model.ts';
import { say } from '../src/i18n/message.ts';
import type { Scope, Tx } from '../src/index.ts';
import { DueJobs, due } from '../src/runtime/jobs.ts';
import { Outbox } from '../src/runtime/outbox/model.ts';
import { sealing } from '../src/storage/sealing.ts';
import { card } from '../src/view/build.ts';
import { ask } from '../test/fixtures/steps.ts';
import { group, groupId, openTestApp, type Person, type TestApp } from '../test/fixtures/test-app.ts';
import { record } from './record.ts';
import { load } from './rounds.ts';

/**
 * Measures what one person does while there is more and more of everything else: a post and its delivery among communities,
 * home and export among records, a look at what waits behind a message that cannot leave. Processor time of this process in
 * ms, medians; each is to stay flat (the queue: linear). Prints JSON. Run with `npx tsx bench/flat.ts`.
 */
const rounds = 15;

async function cpu(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < rounds + 3; i += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    if (i >= 3) took.push((user + system) / 1000);
  }
  return Math.round((took.sort((a, b) => a - b)[rounds >> 1] ?? 0) * 10) / 10;
}

async function fill(
  app: TestApp,
  scope: Scope,
  from: number,
  upTo: number,
  each: (tx: Tx, i: number) => Promise<void>,
) {
  for (let start = from; start < upTo; start += 5000)
    await app.store.transact(scope, async (tx) => {
      for (let i = start; i < Math.min(upTo, start + 5000); i += 1) await each(tx, i);
    });
}

async function inGroup() {
  const app = await openTestApp();
  const { ada } = (await group(app, ['ada', 'ben'], { quietFrom: '', quietTo: '' })) as { ada: Person };
  await app.pass(0);
  return { app, ada, here: { group: await groupId(ada) } };
}

async function posts() {
  const { app, ada } = await inGroup();
  const found: Record<string, number> = {};
  let there = 0;
  for (const n of [1, 1000, 5000]) {
    for (; there < n; there += 1)
      await fill(app, `fake.other${there}`, 0, 1, (tx) =>
        tx.put(DueJobs, due('privacy.sweep', 'all', 'daily', app.now() + 50 * 60_000, 0, {})),
      );
    found[`communities ${n}`] = await cpu(async () => {
      await ask(ada, { question: 'How do I end a session that keeps running over?' });
      await app.pass(100);
    });
  }
  await app.remove();
  return found;
}

async function records() {
  const { app, ada, here } = await inGroup();
  const identity = await app.vault.identity(ada.who);
  const other = await app.vault.identity((await app.person('ben')).who);
  const found: Record<string, number> = {};
  const one = record(here.group);
  let own = 0;
  for (const n of [100, 1000, 5000]) {
    await fill(app, app.scope, own, n, (tx, i) =>
      sealing(identity, tx, app.now()).put(Records, { ...one, id: `own${i}`, owner: ada.who }),
    );
    own = n;
    found[`home, own records ${n}`] = await cpu(() => ada.does('curbside.home', here));
  }
  const alone = (await group(app, ['ada', 'gil'])).gil as Person;
  let others = 0;
  const ben = other?.ref ?? '';
  for (const n of [1000, 50_000, 200_000]) {
    await fill(app, app.scope, others, n, (tx, i) =>
      sealing(other, tx, app.now()).put(Records, { ...one, id: `other${i}`, owner: ben }),
    );
    others = n;
    found[`export, records of others ${n}`] = await cpu(() => alone.does('privacy.export'));
  }
  await app.remove();
  return found;
}

async function queue() {
  const found: Record<string, number> = {};
  for (const n of [500, 1500]) {
    const { app, here } = await inGroup();
    app.platform.post = async () => ({ ok: false, why: 'later' });
    const view = card(say('word.yes'), []);
    await fill(app, app.scope, 0, n, (tx, i) =>
      tx.put(
        Outbox,
        Outbox.schema.parse({
          ...{ id: `q${i}`, op: 'post', to: { is: 'group', group: here.group }, view, subject: 's', status: 'pending' },
          ...{ order: String(i).padStart(18, '0'), notBefore: 0, claimedAt: null, tries: 0, ref: null, why: null },
        }),
      ),
    );
    found[`a look, waiting ${n}`] = await cpu(() => app.pass(3_600_000 / 4));
    await app.remove();
  }
  return found;
}

console.log(
  JSON.stringify(
    {
      node: process.version,
      load: load(),
      unit: 'ms of processor time',
      ...(await posts()),
      ...(await records()),
      ...(await queue()),
    },
    null,
    2,
  ),
);
