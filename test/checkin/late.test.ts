import { afterEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, groupId, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { answer, circle, dayMs, enrol, hourMs, minuteMs, neverQuiet, openCircle, watch } from './steps.ts';

let app: TestApp;
afterEach(() => app.remove());

/** Thursday 14:00 in New York; the question comes at 15:00. */
const start = async (settings: Record<string, string> = {}, wishes: Record<string, string> = {}) => {
  const { people, ...opened } = await openCircle(['owner', 'ben'], settings);
  app = opened.app;
  const ben = people.ben as Person;
  await enrol(ben, wishes);
  return { owner: people.owner as Person, ben, group: await groupId(ben) };
};

/** The platform cannot be reached until the returned function is called. */
function outage(): () => void {
  const { post } = app.platform;
  app.platform.post = async () => ({ ok: false, why: 'rate', retryAfterMs: 10 * minuteMs });
  return () => {
    app.platform.post = post;
  };
}

const direct = () => app.messages.filter((m) => m.place.is === 'direct');
const waiting = async () =>
  (await stored(app.store, app.scope)).filter(({ kind, doc }) => {
    return kind === 'outbox' && (doc as unknown as { status: string }).status === 'pending';
  });

describe('what comes too late is not sent, and nobody mentions it', () => {
  it('a question that waited for the platform does not come in quiet hours', async () => {
    const { ben } = await start();
    const over = outage();
    await watch(app, 5 * hourMs, 20 * minuteMs);
    over();
    expect(await watch(app, 18 * hourMs, 20 * minuteMs)).toEqual([]);
    expect(await waiting()).toEqual([]);
    expect(words(await expectCard(ben.does('checkin.mine')))).not.toMatch(/couldn’t deliver/);
    expect(await watch(app, 7 * dayMs, hourMs)).toHaveLength(1);
  });

  it('but inside its time it is sent once when the platform is back', async () => {
    await start();
    const over = outage();
    await watch(app, 2 * hourMs, 20 * minuteMs);
    over();
    expect(await watch(app, hourMs, 20 * minuteMs)).toHaveLength(1);
  });

  it('nor when its week or its window is over', async () => {
    await start(neverQuiet, { day: '7', time: '20:00' });
    await app.pass(3 * dayMs);
    const over = outage();
    await watch(app, 12 * hourMs, 20 * minuteMs);
    over();
    expect(await watch(app, 6 * dayMs, hourMs)).toEqual([]);
  });

  it('nor once the person paused, skipped, answered, or went for their page only', async () => {
    const { ben, group } = await start(neverQuiet, { zone: 'UTC', time: '20:00' });
    const changes: [string, Record<string, string>][] = [
      ['checkin.pause', { group }],
      ['checkin.skip', { group }],
      ['checkin.answer', { group, value: '2' }],
      ['checkin.schedule.save', { group, day: '4', time: '20:00', zone: 'UTC', by: 'home', keepDays: '180' }],
    ];
    for (const [route, input] of changes) {
      const over = outage();
      await watch(app, 75 * minuteMs, 15 * minuteMs);
      expect(await waiting(), route).toHaveLength(1);
      await expectCard(ben.does(route, input));
      expect(await waiting(), route).toEqual([]);
      over();
      expect(await watch(app, dayMs, hourMs), route).toEqual([]);
      await ben.does('checkin.resume', { group });
      await app.pass(6 * dayMs - 75 * minuteMs);
    }
  });

  it('nor on the first day away, when it waited through the night before', async () => {
    const { ben, group } = await start(neverQuiet, { time: '20:00' });
    const over = outage();
    await watch(app, 7 * hourMs, 20 * minuteMs);
    await expectCard(ben.does('checkin.away.save', { group, from: '2026-03-06', until: '2026-03-20' }));
    await watch(app, 4 * hourMs, 20 * minuteMs);
    over();
    expect(await watch(app, 10 * dayMs, hourMs)).toEqual([]);
  });

  it('a reminder does not come on a day away, in the night after downtime, or when the window has closed', async () => {
    const { ben, group } = await start({}, { remind: 'yes' });
    await expectCard(ben.does('checkin.away.save', { group, from: '2026-03-06', until: '2026-03-12' }));
    expect(await watch(app, 6 * dayMs, hourMs)).toHaveLength(1);
    expect(await watch(app, dayMs + 2 * hourMs, hourMs)).toHaveLength(1);
    await app.pass(30 * hourMs);
    expect(direct()).toHaveLength(1);
    await app.remove();

    await start(neverQuiet, { remind: 'yes' });
    expect(await watch(app, 2 * hourMs)).toHaveLength(1);
    const over = outage();
    await watch(app, 30 * hourMs, hourMs);
    await app.pass(45 * hourMs);
    over();
    expect(await watch(app, 2 * dayMs, hourMs)).toEqual([]);
  });

  it('a practice asked shortly before quiet hours: who is not reached in time is asked the next morning', async () => {
    app = await openTestApp();
    const names = Array.from({ length: 30 }, (_, i) => `member${i}`);
    const people = await circle(app, names);
    for (const name of names) await enrol(people[name] as Person, { time: '17:59' });
    await app.pass(Date.parse('2026-03-05T22:58:59Z') - app.now());
    const evening = await watch(app, 10 * minuteMs, minuteMs / 2);
    expect(evening.length).toBeGreaterThan(20);
    expect(evening.length).toBeLessThan(60);
    expect(evening.every((m) => m.at < '2026-03-05T23:00:30')).toBe(true);
    const more = await watch(app, 20 * hourMs, 10 * minuteMs);
    expect(more.every((m) => m.at >= '2026-03-06T13:30')).toBe(true);
    expect(new Set([...evening, ...more].map((m) => m.to)).size).toBe(30);
    expect(evening.length + more.length).toBe(30);
  });

  it('the channel’s weekly post does not come in the night after downtime, but in the morning', async () => {
    const { people, ...opened } = await openCircle(['owner']);
    app = opened.app;
    const owner = people.owner as Person;
    await expectCard(press(owner, await expectCard(owner.does('checkin.group')), 'Ask in the channel once a week'));
    await app.pass(8 * hourMs);
    const posts = () => app.messages.filter((m) => m.place.is === 'channel').length;
    expect(posts()).toBe(0);
    await app.pass(Date.parse('2026-03-06T13:29:00Z') - app.now());
    expect(posts()).toBe(0);
    await app.pass(2 * minuteMs);
    expect(posts()).toBe(1);
  });
});

describe('a group whose channel is gone', () => {
  const gone = (channel: string) =>
    app.core.happened({
      eventId: `gone ${channel}`,
      scope: app.scope,
      who: '',
      command: 'platform.channelGone',
      input: { why: 'archived' },
      channel,
      manages: false,
      zone: null,
      locale: 'en',
    });

  it('with no other group, the person is told once in plain words, and asked again when the channel is back', async () => {
    const { ben, owner } = await start();
    await gone('C1');
    await app.pass(0);
    const before = direct().length;
    const told = await watch(app, 3 * 7 * dayMs, hourMs);
    expect(told.map((m) => m.to)).toEqual([ben.who]);
    expect(told[0]?.at).toBe('2026-03-05T20:00:00.000Z');
    expect(owner.who).not.toBe(ben.who);
    expect(direct().length).toBe(before);
    const mine = words(await expectCard(ben.does('checkin.mine')));
    expect(mine).toContain('your group’s channel is gone');
    await answer(ben, 3);
    const back = { eventId: 'back', scope: app.scope, who: '', command: 'platform.channelBack', input: {} };
    await app.core.happened({ ...back, channel: 'C1', manages: false, zone: null, locale: 'en' });
    const asked = await watch(app, 2 * 7 * dayMs, hourMs);
    expect(asked.length).toBeGreaterThanOrEqual(1);
  });

  it('says in that message why nothing is asked, and what is still theirs', async () => {
    await start();
    await gone('C1');
    await app.pass(hourMs);
    const text = words(direct().at(-1)?.view ?? { is: 'card', summary: { key: 'word.dot' }, blocks: [] });
    expect(text).toContain('Your group’s channel is gone');
    expect(text).toContain('Your answers are kept');
  });

  it('stays as it is when the question of that week is answered on the page', async () => {
    const { ben } = await start();
    await gone('C1');
    await app.pass(hourMs);
    await answer(ben, 3);
    await app.pass(minuteMs);
    expect(words(direct().at(-1)?.view as Card)).toContain('Your group’s channel is gone');
  });

  it('with another group, the question goes on through that one, in its quiet hours', async () => {
    const { ben, group } = await start();
    const there = { channel: 'C2', manages: true };
    const boss = await app.person('boss', there);
    const setup = {
      zone: 'America/New_York',
      features: 'checkin',
      quietFrom: '18:00',
      quietTo: '15:30',
      nudgeHours: '24',
    };
    await boss.does('setup.save', setup);
    const benThere = await app.person('ben', { channel: 'C2' });
    const agreement = JSON.stringify(await benThere.does('curbside.agreement'));
    const other = agreement.match(/"group":"([^"]+)"/)?.[1] ?? '';
    expect(other).not.toBe(group);
    const form = await expectForm(benThere.does('agreement.form', { group: other }));
    await submit(benThere, form, { credential: 'LMFT', licensed: 'yes' });
    await gone('C1');
    const asked = (await watch(app, 8 * dayMs, 30 * minuteMs)).filter((m) => m.to === ben.who);
    expect(asked.map((m) => m.at)).toEqual(['2026-03-05T20:30:00.000Z', '2026-03-12T19:30:00.000Z']);
    const card = direct().at(-1)?.view;
    expect(JSON.stringify(card)).toContain(other);
    expect(words(await expectCard(press(ben, card as never, '2 Manageable')))).toContain('Thank you.');
  });
});
