import { afterEach, describe, expect, it } from 'vitest';
import { ask, press } from '../fixtures/steps.ts';
import { expectCard, groupId, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { answer, circle, dayMs, enrol, hourMs, minuteMs, neverQuiet, openCircle, watch } from './steps.ts';

let app: TestApp;
afterEach(() => app.remove());

const start = async (settings: Record<string, string> = {}) => {
  const { people, ...opened } = await openCircle(['owner', 'ben', 'cleo'], settings);
  app = opened.app;
  return { owner: people.owner as Person, ben: people.ben as Person, cleo: people.cleo as Person };
};
const direct = () => app.messages.filter((m) => m.place.is === 'direct');

describe('asking', () => {
  it('asks nobody who did not opt in, and nobody can opt somebody else in', async () => {
    const { owner, ben } = await start();
    await owner.does('checkin.start', { group: await groupId(owner), person: ben.who, owner: ben.who });
    const arrived = await watch(app, 8 * dayMs, hourMs);
    expect(new Set(arrived.map((a) => a.to))).toEqual(new Set([owner.who]));
  });

  it('says before opting in what is kept, who sees what, how to leave, and that the picture is often withheld', async () => {
    const { ben } = await start();
    const screen = words(await expectCard(ben.does('checkin.now')));
    for (const part of [
      /Who sees what/,
      /180 days/,
      /30 to 365/,
      /often withheld/,
      /compared notes/,
      /Pause or stop/,
      /technically read/,
    ])
      expect(screen).toMatch(part);
  });

  it('one question a member and ISO week, whatever is changed after it was asked', async () => {
    const { ben } = await start();
    await enrol(ben);
    expect(await watch(app, 2 * hourMs)).toHaveLength(1);
    const group = await groupId(ben);
    const usual = { group, zone: 'America/New_York', by: 'direct', remind: 'no', keepDays: '180', monthly: 'none' };
    await expectCard(ben.does('checkin.schedule.save', { ...usual, day: '5', time: '09:00' }));
    await ben.does('checkin.pause', { group });
    await ben.does('checkin.resume', { group });
    const arrived = await watch(app, 9 * dayMs, hourMs);
    expect(arrived.map((a) => a.at)).toEqual(['2026-03-13T13:00:00.000Z']);
  });

  it('stays at one also when the week’s question has closed already, and an open one can be answered after a change', async () => {
    const { ben, cleo } = await start(neverQuiet);
    await app.pass(3 * dayMs);
    await enrol(ben, { day: '1', time: '09:00' });
    await enrol(cleo, { day: '1', time: '09:00' });
    await watch(app, 2 * dayMs, hourMs);
    const group = await groupId(ben);
    const usual = { group, zone: 'America/New_York', by: 'direct', remind: 'no', keepDays: '180', monthly: 'none' };
    const asked = app.messages.find((m) => m.place.is === 'direct' && m.place.to === cleo.who)?.view;
    if (asked === undefined) throw new Error('nothing was asked');
    await cleo.does('checkin.schedule.save', { ...usual, day: '6', time: '18:00' });
    expect(words(await expectCard(press(cleo, asked, '2 Manageable')))).toContain('Thank you.');
    await watch(app, 3 * dayMs, hourMs);
    await ben.does('checkin.schedule.save', { ...usual, day: '6', time: '18:00' });
    const later = await watch(app, 9 * dayMs, hourMs);
    expect(later.map((m) => m.at.slice(0, 10))).toEqual(['2026-03-21', '2026-03-21']);
  });

  it('asks nothing more in a week that was answered or left out before', async () => {
    const { ben, cleo } = await start();
    for (const person of [ben, cleo]) await enrol(person);
    await answer(ben, 3);
    await cleo.does('checkin.skip', { group: await groupId(cleo) });
    expect(await watch(app, 3 * dayMs, hourMs)).toEqual([]);
    expect(await watch(app, 6 * dayMs, hourMs)).toHaveLength(2);
  });

  it('moves a question out of quiet hours, and drops it where they last to the end of the week', async () => {
    const { ben } = await start();
    await enrol(ben, { day: '5', time: '07:00' });
    expect((await watch(app, 2 * dayMs)).map((a) => a.at)).toEqual(['2026-03-06T13:30:00.000Z']);
    await app.remove();
    const { cleo } = await start({ weekends: 'yes' });
    await enrol(cleo, { day: '5', time: '19:00' });
    expect(await watch(app, 14 * dayMs, hourMs)).toEqual([]);
    const refused = await cleo.does('checkin.schedule.save', {
      group: await groupId(cleo),
      day: '6',
      time: '10:00',
      zone: 'America/New_York',
      by: 'direct',
      keepDays: '180',
    });
    expect(refused.is === 'again' && words(refused.form)).toContain('quiet on weekends');
  });

  it('closes silently after 72 hours: the question goes, and a late press keeps nothing', async () => {
    const { ben } = await start(neverQuiet);
    await enrol(ben);
    await watch(app, 2 * hourMs);
    const asked = direct()[0]?.view;
    if (asked === undefined) throw new Error('nothing was asked');
    await watch(app, 71 * hourMs, hourMs);
    expect(direct()).toHaveLength(0);
    const late = await press(ben, asked, '3 Heavy in places');
    expect(late.is === 'view' && late.note?.key).toBe('checkin.closed');
    expect(words(await expectCard(ben.does('checkin.history')))).toContain('No answers yet');
  });

  it('reminds at most once, only if asked for, and not after an answer', async () => {
    const { owner, ben, cleo } = await start(neverQuiet);
    await enrol(owner);
    await enrol(ben, { remind: 'yes' });
    await enrol(cleo, { remind: 'yes' });
    await watch(app, 2 * hourMs);
    await answer(cleo, 2);
    const more = await watch(app, 5 * dayMs, hourMs);
    expect(more.map((m) => m.to)).toEqual([ben.who]);
  });

  it('after downtime asks once inside the grace time, and outside it skips without a word', async () => {
    const { ben } = await start(neverQuiet);
    await enrol(ben);
    await app.pass(9 * hourMs);
    expect(direct()).toHaveLength(1);
    await app.pass(7 * dayMs - 8 * hourMs + 20 * hourMs);
    expect(direct()).toHaveLength(0);
    await app.pass(30 * dayMs);
    expect(direct()).toHaveLength(0);
    const next = await watch(app, 8 * dayMs, hourMs);
    expect(next).toHaveLength(1);
    expect(words(direct()[0]?.view ?? { is: 'card', summary: { key: 'word.dot' }, blocks: [] })).not.toMatch(
      /missed|week of/i,
    );
  });

  it('looks at the home page only: no message and no job; the question waits there', async () => {
    const { ben } = await start();
    await enrol(ben, { by: 'home' });
    expect(await watch(app, 2 * hourMs)).toEqual([]);
    const home = await ben.does('curbside.home');
    expect(JSON.stringify(home)).toContain('checkin.question');
    await answer(ben, 4);
    expect(JSON.stringify(await ben.does('curbside.home'))).not.toContain('checkin.question');
  });

  it('a member who leaves is asked nothing more', async () => {
    const { ben } = await start();
    await enrol(ben);
    await app.core.happened({
      eventId: 'left',
      scope: app.scope,
      who: ben.who,
      command: 'platform.personLeft',
      input: {},
      channel: null,
      manages: false,
      zone: null,
      locale: 'en',
    });
    expect(await watch(app, 9 * dayMs, hourMs)).toEqual([]);
  });

  it('the owners can have the channel asked once a week; the post names nobody and opens privately', async () => {
    const { owner, ben } = await start();
    const card = await expectCard(owner.does('checkin.group'));
    expect(buttons(await expectCard(ben.does('checkin.group')))).toEqual([]);
    await expectCard(press(owner, card, 'Ask in the channel once a week'));
    await watch(app, 8 * dayMs, hourMs);
    const posts = app.messages.filter((m) => m.place.is === 'channel');
    expect(posts).toHaveLength(1);
    const post = posts[0]?.view;
    if (post === undefined) throw new Error('no post');
    expect(JSON.stringify(post)).not.toContain(owner.who);
    expect(words(await expectCard(press(ben, post, 'Answer privately')))).toContain('Check in with yourself');
  });
});

describe('a whole practice at Monday 9:00', () => {
  const practice = Array.from({ length: 60 }, (_, i) => `member${i}`);

  it('leaves one by one, fewer than Slack’s 50 a minute, everybody once, and nothing else waits behind it', async () => {
    app = await openTestApp({ now: Date.parse('2026-03-09T12:00:00Z') });
    const people = await circle(app, practice);
    for (const name of practice) await enrol(people[name] as Person, { day: '1', time: '09:00' });
    await app.pass(hourMs);
    const times: number[] = [];
    const owner = people.member0 as Person;
    for (let i = 0; i < 200; i++) {
      const had = direct().length;
      if (i === 10) await ask(owner, { question: 'How do I end a session that keeps running over?' });
      await app.pass(500);
      for (let n = had; n < direct().length; n++) times.push(app.now());
      if (i === 10) expect(app.messages.filter((m) => m.place.is === 'thread')).toHaveLength(1);
    }
    expect(
      direct()
        .map((m) => (m.place.is === 'direct' ? m.place.to : ''))
        .sort(),
    ).toEqual(practice.map((name) => (people[name] as Person).who).sort());
    for (const at of times) expect(times.filter((t) => t >= at && t < at + minuteMs).length).toBeLessThan(50);
  });

  it('holds up no other community', async () => {
    app = await openTestApp({ now: Date.parse('2026-03-09T12:00:00Z') });
    const people = await circle(app, practice.slice(0, 20));
    for (const person of Object.values(people)) await enrol(person, { day: '1', time: '09:00' });
    const scope = await app.vault.scopeFor({ platform: 'fake', id: 'another team' });
    const alone = await app.person('alone', { scope, manages: true });
    const setup = {
      zone: 'America/New_York',
      features: 'checkin',
      quietFrom: '18:00',
      quietTo: '08:30',
      nudgeHours: '24',
    };
    await alone.does('setup.save', setup);
    await alone.does('agreement.accept', { group: await groupId(alone), credential: 'LMFT', licensed: 'yes' });
    await enrol(alone, { day: '1', time: '09:00' });
    await app.pass(hourMs);
    await app.pass(500);
    expect(direct().some((m) => m.place.is === 'direct' && m.place.to === alone.who)).toBe(true);
    expect(direct().length).toBeLessThan(20);
  });
});
