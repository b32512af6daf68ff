import { expect, it } from 'vitest';
import { SeenEvents } from '../../src/runtime/idempotency.ts';
import { Outbox } from '../../src/runtime/outbox/model.ts';
import { ask, consultationOf } from '../fixtures/steps.ts';
import { group, groupId, openTestApp, type Person } from '../fixtures/test-app.ts';

it('goes on at once while there is more than fits one turn', async () => {
  const app = await openTestApp();
  await group(app, ['ada']);
  await app.pass(0);
  await app.store.transact(app.scope, async (tx) => {
    for (let i = 0; i < 2500; i++) await tx.put(SeenEvents, { id: `old${i}`, at: app.now(), box: null });
  });
  const left = async (): Promise<number> => {
    const found = await app.store.read(app.scope, (r) => r.find(SeenEvents, 'at', { all: true }, { limit: 1000 }));
    return found.next ? Number.POSITIVE_INFINITY : found.docs.length;
  };
  expect(await left()).toBe(Number.POSITIVE_INFINITY);
  await app.pass(25 * 60 * 60_000);
  expect(await left()).toBe(0);
  await app.remove();
});

it('private messages that cannot be delivered go after a day, as the delivered ones do', async () => {
  const app = await openTestApp();
  const { ada, ben } = (await group(app, ['ada', 'ben'])) as { ada: Person; ben: Person };
  const whys = ['forbidden', 'gone', 'unknown'] as const;
  for (const why of [...whys, null]) {
    const own = await ask(ada, { question: 'How do I end a session that keeps running over?' });
    await app.pass(0);
    await ben.does('consult.flag', { group: await groupId(ada), consultation: consultationOf(own) });
    app.platform.edit = async (_scope, ref) => ({ ok: true, ref });
    const detail = 'no messages from strangers';
    if (why === 'unknown') app.answers.push({ ok: false, why, detail });
    else if (why !== null) app.answers.push({ ok: false, why, problem: 'noDirect', detail });
    await app.pass(1000);
  }
  const direct = async () => {
    const all = await app.store.read(app.scope, (r) => r.find(Outbox, 'subject', { all: true }, { limit: 1000 }));
    return all.docs.filter((r) => r.to.is === 'direct').map((r) => r.why ?? r.status);
  };
  expect((await direct()).sort()).toEqual(['forbidden', 'gone', 'sent', 'unknown']);
  await app.pass(49 * 60 * 60_000);
  expect(await direct()).toEqual([]);
  await app.remove();
});
