import { afterEach, beforeEach, expect, it } from 'vitest';
import { happens } from '../fixtures/happens.ts';
import { press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { accept, expectForm, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { circle, day, firstAt, minute, named, next, opening, thursdays } from './circle.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

const joins = async (name: string): Promise<Person> => {
  app.advance(minute);
  const person = await app.person(name);
  await accept(person);
  return person;
};

it('a meeting that was planned with too few members says so, and its turns are dealt as they accept', async () => {
  const { people, at } = await circle(app, ['ada']);
  await thursdays(people.ada, at, { slots: '2' });
  const alone = await next(people.ada, at);
  expect(words(alone)).toContain('This meeting needs 3 of you.');
  expect([named(alone, 'Presents'), named(alone, 'Facilitator')]).toEqual(['nobody', people.ada.who]);
  const ben = await joins('ben');
  const two = await next(ben, at);
  expect([named(two, 'Presents'), named(two, 'Facilitator')]).toEqual([people.ada.who, ben.who]);
  const cleo = await joins('cleo');
  const three = words(await next(cleo, at));
  expect(three.match(/Presents: <[^>]+>/g)).toEqual([`Presents: <${people.ada.who}>`, `Presents: <${ben.who}>`]);
  expect(named(await next(cleo, at), 'Facilitator')).toBe(cleo.who);
  expect(three).not.toContain('This meeting needs');
  await joins('dina');
  expect(words(await next(ben, at)).match(/Presents: <[^>]+>/g)).toHaveLength(2);
});

it('after the bot came back, a planned meeting gets its turns from those who accept again, in their old order', async () => {
  const { people, at } = await circle(app, ['ada', 'ben', 'cleo']);
  await thursdays(people.ada, at);
  await happens(app, people.ada, 'platform.uninstalled', null);
  await app.pass(8 * day);
  await submit(people.ada, await expectForm(people.ada.does('curbside.setup')), {});
  await accept(people.cleo);
  expect(named(await next(people.cleo, at), 'Facilitator')).toBe(people.cleo.who);
  expect(words(await next(people.cleo, at))).toContain('This meeting needs 2 of you.');
  await accept(people.ben);
  const card = await next(people.ben, at);
  expect([named(card, 'Presents'), named(card, 'Facilitator')]).toEqual([people.ben.who, people.cleo.who]);
});

it('a turn that everybody passed stays open when somebody joins', async () => {
  const { people, at } = await circle(app, ['ada', 'ben', 'cleo']);
  await thursdays(people.ada, at, { slots: '2' });
  await people.ada.does('meeting.pass', at);
  await joins('dina');
  expect(words(await next(people.cleo, at)).match(/Presents: Nobody yet/g)).toHaveLength(1);
});

it('once the meeting is open, somebody else facilitates in place of whoever did not come, once', async () => {
  const { people, at } = await circle(app, ['ada', 'ben', 'cleo', 'dina']);
  await thursdays(people.ada, at);
  const early = { ...at, meeting: '' };
  await app.pass(firstAt - app.now());
  expect(named(opening(app), 'Facilitator')).toBe(people.ben.who);
  expect(JSON.stringify(await press(people.ada, opening(app), 'Facilitate instead'))).toContain('presentsHere');
  await press(people.dina, opening(app), 'Facilitate instead');
  await app.pass(0);
  expect(named(opening(app), 'Facilitator')).toBe(people.dina.who);
  expect(buttons(opening(app)).map((b) => b.do)).not.toContain('meeting.facilitate');
  const again = { ...early, meeting: buttons(opening(app))[0]?.with.meeting ?? '' };
  await people.cleo.does('meeting.facilitate', again);
  await app.pass(0);
  expect(named(opening(app), 'Facilitator')).toBe(people.dina.who);
  await press(people.dina, opening(app), 'Start the clock');
  await app.pass(0);
  expect(words(opening(app))).toContain('Now:');
});

it('meetings and the messages about them are gone a year later, and what was noted stays its owner’s', async () => {
  const { people, at } = await circle(app, ['ada', 'ben', 'cleo']);
  await thursdays(people.ada, at);
  await app.pass(firstAt - app.now());
  const meeting = buttons(opening(app))[0]?.with.meeting ?? '';
  await people.ada.does('meeting.attend.save', { ...at, meeting, minutes: '60' });
  await press(people.ben, opening(app), 'Start the clock');
  await app.pass(day);
  const about = async () => {
    const all = await stored(app.store, app.scope);
    const rows = all.filter(({ kind, doc }) => kind === 'outbox' && (doc as { subject?: string }).subject === meeting);
    const meetings = all.filter(({ kind, doc }) => kind === 'groupMeeting' && doc.id === meeting);
    return { rows: rows.length > 0, meetings: meetings.length };
  };
  expect(await about()).toEqual({ rows: true, meetings: 1 });
  await app.pass(363 * day);
  expect(await about()).toEqual({ rows: true, meetings: 1 });
  await app.pass(3 * day);
  expect(await about()).toEqual({ rows: false, meetings: 0 });
  expect((await stored(app.store, app.scope)).filter(({ kind }) => kind === 'meetingAttendance')).toHaveLength(1);
});
