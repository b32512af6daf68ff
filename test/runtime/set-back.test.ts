import { expect, it } from 'vitest';
import { DueJobs } from '../../src/runtime/jobs.ts';
import { Outbox } from '../../src/runtime/outbox/model.ts';
import { dayMs, hourMs } from '../../src/time/durations.ts';
import { ada, app, ben, peerGroup, restart } from '../fixtures/peer-group.ts';
import { ask, press } from '../fixtures/steps.ts';
import { expectCard } from '../fixtures/test-app.ts';

const yearMs = 365 * dayMs;

peerGroup(3);

/** A question whose post fails while the clock is a year ahead; then the clock is set right. */
async function aheadForAMoment(): Promise<void> {
  await app.pass(0);
  const { post } = app.platform;
  app.platform.post = async () => ({ ok: false, why: 'later', retryAfterMs: 1000 });
  app.advance(yearMs);
  await ask(ada, { question: 'How do I end a session that keeps running over?' });
  await app.core.pump();
  app.platform.post = post;
  app.advance(-yearMs);
}
const posted = (): number => app.messages.filter(({ place }) => place.is !== 'direct').length;
const sweepAt = async (): Promise<number> => {
  const { docs } = await app.store.read(app.scope, (read) => read.find(DueJobs, 'id', { all: true }));
  return docs.find(({ job }) => job === 'privacy.sweep')?.at ?? 0;
};

it('a clock that was ahead for a moment keeps nothing from a channel once it is set right', async () => {
  await aheadForAMoment();
  expect(await sweepAt()).toBeGreaterThan(app.now() + 300 * dayMs);
  await app.pass(0);
  const before = posted();
  await ask(ben, { question: 'Who knows a good text on ending well?' });
  await app.pass(0);
  expect(posted()).toBeGreaterThan(before);
  expect(before).toBeGreaterThan(0);
  expect(await sweepAt()).toBeLessThan(app.now() + 2 * dayMs);
  expect(app.logged.join('\n')).toContain('runtime.clock_set_back');
});

it('the same holds after a restart, for what was in mid call too', async () => {
  await aheadForAMoment();
  await app.store.transact(app.scope, async (tx) => {
    for (const row of (await tx.find(Outbox, 'queue', { all: true })).docs)
      await tx.put(Outbox, {
        ...row,
        status: 'sending',
        leasedBy: 'x',
        claimedAt: app.now() + yearMs,
        leaseUntil: app.now() + yearMs,
      });
  });
  await restart();
  await app.pass(0);
  await app.pass(hourMs);
  const { docs } = await app.store.read(app.scope, (read) => read.find(Outbox, 'sending', { all: true }));
  expect(docs).toEqual([]);
  const mine = await expectCard(ada.does('consult.mine'));
  expect(JSON.stringify(await press(ada, mine, 'View'))).not.toContain('2027');
});
