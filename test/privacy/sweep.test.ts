import { expect, it } from 'vitest';
import { SeenEvents } from '../../src/kernel/events.ts';
import { Outbox } from '../../src/kernel/outbox.ts';
import { group, groupId, openHouse, type Person } from '../fixtures/house.ts';
import { ask, consultationOf } from '../fixtures/steps.ts';

it('goes on in a minute while there is more than fits one turn', async () => {
  const house = await openHouse();
  await group(house, ['ada']);
  await house.pass(0);
  await house.store.transact(house.scope, async (tx) => {
    for (let i = 0; i < 2500; i++) await tx.put(SeenEvents, { id: `old${i}`, at: house.now(), box: null });
  });
  const left = async (): Promise<number> => {
    const found = await house.store.read(house.scope, (r) => r.find(SeenEvents, 'at', { all: true }, { limit: 1000 }));
    return found.next ? Number.POSITIVE_INFINITY : found.docs.length;
  };
  await house.pass(25 * 60 * 60_000);
  expect(await left()).toBe(Number.POSITIVE_INFINITY);
  await house.pass(60_000);
  await house.pass(60_000);
  expect(await left()).toBe(0);
  await house.remove();
});

it('private messages that cannot be delivered go after a day, as the delivered ones do', async () => {
  const house = await openHouse();
  const { ada, ben } = (await group(house, ['ada', 'ben'])) as { ada: Person; ben: Person };
  const whys = ['forbidden', 'gone', 'unknown'] as const;
  for (const why of [...whys, null]) {
    const own = await ask(ada, { question: 'How do I end a session that keeps running over?' });
    await house.pass(0);
    await ben.does('consult.flag', { group: await groupId(ada), consultation: consultationOf(own) });
    house.platform.edit = async (_scope, ref) => ({ ok: true, ref });
    if (why !== null) house.answers.push({ ok: false, why, detail: 'no messages from strangers' });
    await house.pass(0);
  }
  const direct = async () => {
    const all = await house.store.read(house.scope, (r) => r.find(Outbox, 'subject', { all: true }, { limit: 1000 }));
    return all.docs.filter((r) => r.to.is === 'direct').map((r) => r.why ?? r.status);
  };
  expect((await direct()).sort()).toEqual(['forbidden', 'gone', 'sent', 'unknown']);
  await house.pass(49 * 60 * 60_000);
  expect(await direct()).toEqual([]);
  await house.remove();
});
