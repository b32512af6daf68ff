import { afterEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { Outbox } from '../../src/runtime/outbox/model.ts';
import { ask, consultationOf, press, submit } from '../fixtures/steps.ts';
import {
  expectCard,
  expectForm,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

const question = 'How do I end a session that keeps running over?';
const open: TestApp[] = [];

async function app(options?: Parameters<typeof openTestApp>[0]): Promise<TestApp> {
  const one = await openTestApp(options);
  open.push(one);
  return one;
}

afterEach(async () => {
  for (const one of open.splice(0)) await one.remove();
});

const reopened = async (before: TestApp): Promise<TestApp> => {
  await before.close();
  const after = await openTestApp({ folder: before.folder, now: before.now() });
  open.splice(open.indexOf(before), 1, after);
  return after;
};

describe('the outbox', () => {
  it('waits as long as the platform asks, and keeps the order of one place', async () => {
    const h = await app();
    const { ada } = (await group(h, ['ada'])) as { ada: Person };
    const own = await ask(ada, { question });
    h.answers.push({ ok: false, why: 'rate', retryAfterMs: 5000 });
    await h.pass(0);
    await submit(ada, await expectForm(press(ada, own, 'Reply')), { text: 'One more thing: he is seven.', as: 'me' });
    await h.pass(1000);
    expect(h.messages).toHaveLength(0);
    await h.pass(4001);
    expect(h.messages.map((m) => m.view.summary.key)).toEqual(['line.category', 'case.summary', 'reply.summary']);
  });

  it('takes a flagged question out of the thread after half a day without network', async () => {
    const h = await app();
    const { ada, ben } = (await group(h, ['ada', 'ben'])) as { ada: Person; ben: Person };
    const at = { group: await groupId(ada), consultation: consultationOf(await ask(ada, { question })) };
    await h.pass(0);
    const inThread = h.messages.find((m) => m.place.is === 'thread');
    const edit = h.platform.edit;
    let tries = 0;
    h.platform.edit = async (...to) => {
      if (to[1] !== inThread?.ref) return edit(...to);
      tries += 1;
      if (tries > 12) return edit(...to);
      return tries % 2 === 0
        ? { ok: false, why: 'rate', retryAfterMs: 1000 }
        : { ok: false, why: 'unknown', detail: 'no answer' };
    };
    await ben.does('consult.flag', at);
    for (let i = 0; i < 12; i++) await h.pass(60 * 60_000);
    expect(tries).toBe(12);
    expect(words(inThread?.view as Card)).toContain('running over');
    await h.pass(60 * 60_000);
    expect(tries).toBe(13);
    expect(words(inThread?.view as Card)).not.toContain('running over');
  });

  it('posts after a long time without network, with pauses that grow up to an hour', async () => {
    const h = await app();
    const { ada } = (await group(h, ['ada'])) as { ada: Person };
    await ask(ada, { question });
    for (let i = 0; i < 30; i++) h.answers.push({ ok: false, why: 'rate', retryAfterMs: 1000 });
    await h.pass(0);
    for (let i = 0; i < 60; i++) await h.pass(1000);
    expect(h.answers.length).toBeGreaterThan(20);
    for (let i = 0; i < 36; i++) await h.pass(60 * 60_000);
    expect(h.messages.map((m) => m.view.summary.key).slice(0, 2)).toEqual(['line.category', 'case.summary']);
  });

  it('tells the author of a post that the channel does not take, at once, and tries again when asked to', async () => {
    const h = await app();
    const { ada } = (await group(h, ['ada'])) as { ada: Person };
    const own = await ask(ada, { question });
    h.answers.push({ ok: false, why: 'forbidden', problem: 'removed', detail: 'not in channel' });
    await h.pass(0);
    const at = { group: await groupId(ada), consultation: consultationOf(own) };
    const shown = await expectCard(ada.does('consult.show', at));
    expect(words(shown)).toContain('Not posted yet.');
    expect(words(shown)).toContain('Add it to the channel again');
    // Of a group with one member, its author is its owner too: one message does.
    expect(h.messages.map((m) => [m.place, m.view.summary.key])).toEqual([
      [{ is: 'direct', scope: h.scope, to: ada.who }, 'delivery.questionWaits'],
    ]);
    const [told] = h.messages;
    await press(ada, told?.view as Card, 'Try again');
    await h.pass(0);
    expect(h.messages.map((m) => m.place.is)).toEqual(['direct', 'channel', 'thread']);
  });

  it('asks “is it there?” after a crash in mid call, and never posts twice by itself', async () => {
    const h = await app();
    const { ada } = (await group(h, ['ada'])) as { ada: Person };
    await ask(ada, { question });
    h.platform.post = () => new Promise(() => {});
    void h.core.pump();
    const claimed = () => h.store.read(h.scope, (r) => r.find(Outbox, 'sending', { all: true }));
    await expect.poll(async () => (await claimed()).docs.length).toBeGreaterThan(0);
    const after = await reopened(h);
    await after.pass(59_000);
    expect(after.messages).toHaveLength(0);
    await after.pass(1000);
    expect(after.messages.map((m) => m.place.is)).toEqual(['direct']);
    const again = await after.person('ada');
    const mine = await expectCard(again.does('consult.mine'));
    const shown = await expectCard(press(again, mine, 'View'));
    expect(words(shown)).toContain('We can’t tell whether your question was posted in the channel');
    await press(again, shown, 'Post again');
    await after.pass(0);
    expect(after.messages.map((m) => m.place.is)).toEqual(['direct', 'channel', 'thread']);
  });

  it('a restart between asking and sending sends once', async () => {
    const h = await app();
    const { ada } = (await group(h, ['ada'])) as { ada: Person };
    await ask(ada, { question });
    const after = await reopened(h);
    await after.pass(0);
    expect(after.messages).toHaveLength(2);
    const later = await reopened(after);
    await later.pass(60_000);
    expect(later.messages).toHaveLength(0);
  });

  it('a restart between preview and post keeps the draft without identifiers, and says so', async () => {
    const h = await app();
    const { ada } = (await group(h, ['ada'])) as { ada: Person };
    const form = await expectForm(ada.does('consult.ask'));
    await submit(ada, form, { question: 'Help with Maria Gonzalvez, 34, who stopped coming' });
    const after = await reopened(h);
    const again = await after.person('ada');
    const shown = await expectCard(press(again, await expectCard(again.does('consult.mine')), 'View'));
    expect(words(shown)).toContain('no longer in memory');
    expect(words(shown)).toMatch(/34, who stopped coming/);
    expect(words(shown)).not.toContain('Gonzalvez');
  });

  it('drops the body of a message once it is out', async () => {
    const h = await app();
    const { ada } = (await group(h, ['ada'])) as { ada: Person };
    await ask(ada, { question });
    await h.pass(0);
    const rows = await h.store.read(h.scope, (r) => r.find(Outbox, 'subject', { all: true }));
    expect(rows.docs.map((r) => [r.status, r.view])).toEqual([
      ['sent', null],
      ['sent', null],
    ]);
  });
});

describe('due jobs', () => {
  it('survive a restart and run once; after a long downtime a reminder is dropped', async () => {
    const h = await app();
    const { ada } = (await group(h, ['ada'])) as { ada: Person };
    await ask(ada, { question });
    await h.pass(0);
    const after = await reopened(h);
    await after.pass(25 * 60 * 60_000);
    expect(after.messages).toHaveLength(1);
    const second = await app();
    const { ada: other } = (await group(second, ['ada'])) as { ada: Person };
    await ask(other, { question });
    await second.pass(0);
    await second.pass(10 * 24 * 60 * 60_000);
    expect(second.messages).toHaveLength(2);
  });
});
