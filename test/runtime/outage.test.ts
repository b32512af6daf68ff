import { afterEach, describe, expect, it } from 'vitest';
import type { Sent } from '../../src/index.ts';
import { ask } from '../fixtures/steps.ts';
import { group, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

const minuteMs = 60_000;
const open: TestApp[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.remove();
});

/** A group of two; Ada, who set it up, owns it. Channels and threads answer with `state.down` while that is set. */
async function failing(): Promise<{ h: TestApp; ben: Person; state: { down: Sent | null } }> {
  const h = await openTestApp();
  open.push(h);
  const { ben } = (await group(h, ['ada', 'ben'])) as { ben: Person };
  const state: { down: Sent | null } = { down: null };
  const post = h.platform.post;
  h.platform.post = async (...to) => (state.down !== null && to[0].is !== 'direct' ? state.down : post(...to));
  return { h, ben, state };
}
const toldOwners = (h: TestApp): readonly string[] =>
  h.messages.filter((m) => m.view.summary.key === 'outage.summary').map((m) => ('to' in m.place ? m.place.to : ''));
const minutes = async (h: TestApp, n: number): Promise<void> => {
  for (let i = 0; i < n; i++) await h.pass(minuteMs);
};

describe('when nothing reaches a channel', () => {
  it('owners hear of it after ten minutes, once a day, and what waits goes out afterwards', async () => {
    const { h, ben, state } = await failing();
    state.down = { ok: false, why: 'later' };
    await ask(ben, { question: 'How do I end a session that keeps running over?' });
    await minutes(h, 9);
    expect(toldOwners(h)).toEqual([]);
    await minutes(h, 12);
    const [owner, ...others] = toldOwners(h);
    expect(others).toEqual([]);
    expect(owner).not.toBe(ben.who);
    const told = h.messages.find((m) => m.view.summary.key === 'outage.summary');
    expect(told && words(told.view)).toContain('Nothing is lost');
    expect(told && words(told.view)).not.toContain('running over');
    await minutes(h, 60);
    state.down = null;
    await minutes(h, 90);
    expect(h.messages.map((m) => m.view.summary.key)).toEqual(['outage.summary', 'line.category', 'case.summary']);
    state.down = { ok: false, why: 'later' };
    await ask(ben, { question: 'Is a walking session still a session?' });
    await minutes(h, 30);
    expect(toldOwners(h)).toHaveLength(1);
  });

  it('owners are not told of two single failures with nothing in between', async () => {
    const { h, ben, state } = await failing();
    state.down = { ok: false, why: 'unknown', detail: 'no answer' };
    await ask(ben, { question: 'How do I end a session that keeps running over?' });
    await h.pass(0);
    await minutes(h, 31);
    await ask(ben, { question: 'Is a walking session still a session?' });
    await minutes(h, 5);
    expect(toldOwners(h)).toEqual([]);
    await minutes(h, 9);
    await ask(ben, { question: 'May I write to a colleague in another city?' });
    await minutes(h, 2);
    expect(toldOwners(h)).toHaveLength(1);
  });

  it('owners are not told that a channel is slow, or refuses one message', async () => {
    const { h, ben, state } = await failing();
    state.down = { ok: false, why: 'rate', retryAfterMs: 1000 };
    await ask(ben, { question: 'How do I end a session that keeps running over?' });
    await minutes(h, 30);
    state.down = { ok: false, why: 'rejected', problem: 'filtered', detail: 'blocked' };
    await minutes(h, 90);
    expect(toldOwners(h)).toEqual([]);
  });
});
