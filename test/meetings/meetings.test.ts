import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { happens } from '../fixtures/happens.ts';
import { ask, consultationOf, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import {
  accept,
  expectCard,
  expectForm,
  expectView,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';

const hour = 60 * 60_000;
const names = ['ada', 'ben', 'cleo', 'dina'] as const;
let app: TestApp;
let at: { group: string };
let people: Record<(typeof names)[number], Person>;

beforeEach(async () => {
  app = await openTestApp();
  const joined: Record<string, Person> = await group(app, ['ada']);
  for (const name of names.slice(1)) {
    app.advance(60_000);
    const person = await app.person(name);
    joined[name] = person;
    await accept(person);
  }
  people = joined as typeof people;
  at = { group: await groupId(people.ada) };
});
afterEach(() => app.remove());

/** Thursdays at noon in New York, the first one in a week. */
async function series(values: Record<string, string> = {}): Promise<Card> {
  const form = await expectForm(people.ada.does('meeting.series.form', at));
  return expectCard(
    submit(people.ada, form, { title: 'Thursday lunch', startsOn: '2026-03-12', time: '12:00', slots: '1', ...values }),
  );
}

const next = (who: Person): Promise<Card> => expectCard(who.does('meeting.next', at));
const named = (card: Card, label: string): string =>
  words(card).match(new RegExp(`${label}:? <([^>]+)>`))?.[1] ?? 'nobody';
const posted = (): string =>
  app.messages
    .filter((m) => m.place.is === 'channel')
    .map((m) => words(m.view))
    .join('\n');
const untilMeeting = () => app.pass(Date.parse('2026-03-12T16:00:00Z') - app.now());

it('an owner starts a series, and everybody sees the next meeting in their own time', async () => {
  const card = words(await series());
  expect(card).toContain('Thursday lunch');
  expect(card).toContain('Mar 12, 2026, 12:00 PM');
  expect(named(await next(people.ben), 'Presents')).toBe(people.ada.who);
  expect(named(await next(people.ben), 'Facilitator')).toBe(people.ben.who);
  expect(JSON.stringify(await people.ben.does('meeting.series.form', at))).toContain('refusal.ownersOnly');
});

it('whoever reads it elsewhere reads day, hour, and zone of the group first, then their own, and a series says its zone', async () => {
  await series();
  const west = await app.person('ben', { zone: 'America/Los_Angeles' });
  const both =
    /\w{3}, (\w{3} \d+, \d{4}), 12:00 PM Eastern time \(New York\) · \w{3}, \1, .*your time \(Pacific time \(Los Angeles\)\)/;
  expect(words(await next(west))).toMatch(both);
  for (const page of ['meeting.agenda', 'curbside.home'])
    expect(words(await expectView(west.does(page, at)))).toMatch(both);
  expect(words(await next(people.ada))).not.toContain('Eastern time');
  const nowhere = await app.person('ben', { zone: null });
  expect(words(await next(nowhere))).toMatch(/12:00 PM Eastern time \(New York\) · .* your time$/m);
  const list = words(await expectCard(people.ada.does('meeting.series', at)));
  expect(list).toMatch(/12:00 PM · Eastern time \(New York\)/);
});

it('says what is wrong with a series at its fields', async () => {
  const form = await expectForm(people.ada.does('meeting.series.form', at));
  const wrong = { title: '', startsOn: 'someday', time: '25:00', zone: 'Nowhere', minutes: '10' };
  const again = await submit(people.ada, form, wrong);
  if (again.is !== 'again') throw new Error('it was taken');
  const at_ = again.form.fields.filter(({ error }) => error !== null).map(({ name }) => name);
  expect(at_).toEqual(['title', 'startsOn', 'time', 'zone', 'minutes']);
});

it('whoever passes needs no reason, and the next one presents', async () => {
  await series();
  await expectCard(press(people.ada, await next(people.ada), 'Pass this time'));
  const card = await next(people.ada);
  expect(named(card, 'Presents')).toBe(people.cleo.who);
  expect(named(card, 'Facilitator')).toBe(people.ben.who);
  expect(JSON.stringify(await people.dina.does('meeting.pass', at))).toContain('refusal.notPresenting');
});

it('a question is brought by its author, an anonymous one by anybody, and read by the facilitator', async () => {
  await series({ slots: '2' });
  const own = await ask(people.dina, { question: 'How do I end with a couple that will not stop?' });
  const hidden = await ask(people.cleo, { question: 'How do I begin after a long break?' }, 'Post anonymously');
  await app.pass(21 * 60_000);
  await expectCard(
    press(
      people.dina,
      await expectCard(people.dina.does('consult.show', { ...at, consultation: consultationOf(own) })),
      'Bring to the next meeting',
    ),
  );
  expect(words(await next(people.ben))).toContain(`Presents: <${people.dina.who}>`);
  const other = { ...at, consultation: consultationOf(own) };
  expect(JSON.stringify(await people.ben.does('meeting.put', other))).toMatch(
    /meeting\.next|refusal|Next meeting|meet\.next/,
  );
  // The button stands below an anonymous question for everybody, and below a named one for its author alone.
  const open = { ...at, consultation: consultationOf(hidden) };
  for (const name of ['consult.show', 'consult.more'])
    for (const who of [people.ben, people.cleo])
      expect(buttons(await expectCard(who.does(name, open))).map((b) => b.do)).toContain('meeting.put');
  expect(buttons(await expectCard(people.ben.does('consult.show', other))).map((b) => b.do)).not.toContain(
    'meeting.put',
  );
  await press(people.ben, await expectCard(people.ben.does('consult.show', open)), 'Bring to the next meeting');
  expect(buttons(await expectCard(people.cleo.does('consult.show', open))).map((b) => b.do)).not.toContain(
    'meeting.put',
  );
  const card = words(await next(people.ben));
  expect(card).toContain('Asked by a colleague; the facilitator reads it');
  expect(card).not.toContain('will not stop');
  const meetings = (await stored(app.store, app.scope)).filter(({ kind }) => kind === 'groupMeeting');
  expect(JSON.stringify(meetings.map(({ doc }) => (doc as { slots?: unknown }).slots))).not.toContain(people.cleo.who);
  const third = await ask(people.ben, { question: 'What do you do about late arrivals?' });
  await app.pass(60_000);
  expect(
    JSON.stringify(await people.ben.does('meeting.put', { ...at, consultation: consultationOf(third) })),
  ).toContain('refusal.meetingFull');
});

it('opens in the channel at its time with a clause and the roles, and plans the next one', async () => {
  await series();
  await untilMeeting();
  await app.pass(0);
  expect(posted()).toContain('The meeting is starting');
  expect(posted()).toContain('No screenshots or recordings.');
  const card = await next(people.ben);
  expect(words(card)).toContain('Mar 19, 2026, 12:00 PM');
  expect(named(card, 'Presents')).toBe(people.ben.who);
});

it('goes on after a long downtime, without opening what is over', async () => {
  await series();
  await app.pass(9 * 24 * hour);
  expect(posted()).not.toContain('The meeting is starting');
  expect(words(await next(people.ben))).toContain('Mar 19, 2026, 12:00 PM');
});

it('goes on where the bot was removed and is back, with a meeting that is ahead or the next one', async () => {
  await series();
  const back = async () => {
    await submit(people.ada, await expectForm(people.ada.does('curbside.setup')), {});
    for (const name of names) await accept(people[name]);
  };
  await happens(app, people.ada, 'platform.uninstalled', null);
  await app.pass(24 * hour);
  await back();
  await untilMeeting();
  await app.pass(hour);
  expect(posted().match(/The meeting has ended/g)).toHaveLength(1);
  await happens(app, people.ada, 'platform.uninstalled', null);
  await app.pass(8 * 24 * hour);
  await back();
  expect(words(await next(people.ben))).toContain('Mar 26, 2026, 12:00 PM');
  await app.pass(Date.parse('2026-03-26T16:00:00Z') - app.now());
  await app.pass(0);
  expect(posted().match(/The meeting (?:is starting|has ended)/g)).toHaveLength(2);
});

it('attendance is one’s own tap, within a day, and nobody else’s to see', async () => {
  await series();
  await untilMeeting();
  await app.pass(0);
  const opening = app.messages.find((m) => m.view.summary.key === 'meet.opening')?.view as Card;
  const attend = async (who: Person, minutes: string): Promise<Card> =>
    expectCard(
      submit(who, await expectForm(who.does('meeting.attend', { ...button(opening, 'I was there').with })), {
        minutes,
        own: '20',
      }),
    );
  const alone = words(await attend(people.ada, '60'));
  expect(alone).toContain('Duration: 60 minutes');
  expect(alone).not.toContain('members logged');
  await attend(people.ada, '50');
  await attend(people.ben, '60');
  const three = words(await attend(people.cleo, '45'));
  expect(three).toContain('3 people logged that they were there.');
  const disk = JSON.stringify((await stored(app.store, app.scope)).filter(({ kind }) => kind === 'meetingAttendance'));
  for (const who of names) expect(disk).not.toContain(people[who].who);
  expect(words(await expectCard(people.ada.does('privacy.export')))).toContain('50 minutes');
  app.advance(26 * hour);
  expect(
    JSON.stringify(await people.dina.does('meeting.attend', { ...button(opening, 'I was there').with })),
  ).toContain('refusal.attendanceOver');
});

it('ends with its series, and loses who leaves', async () => {
  await series();
  await expectCard(people.cleo.does('privacy.erase'));
  const kept = (await stored(app.store, app.scope)).filter(
    ({ kind }) => kind.startsWith('meeting') || kind === 'groupMeeting',
  );
  expect(JSON.stringify(kept)).not.toContain(people.cleo.who);
  const all = await expectCard(people.ada.does('meeting.series', at));
  await expectCard(press(people.ada, all, 'End series'));
  expect(buttons(await next(people.ben)).map(({ do: name }) => name)).toEqual(['meeting.series']);
  await untilMeeting();
  expect(posted()).not.toContain('The meeting is starting');
});

it('whoever facilitates and the owners hear when the opening may not have arrived, and can still note attendance', async () => {
  await series();
  app.answers.push({ ok: false, why: 'unknown', detail: 'http 500' });
  await untilMeeting();
  await app.pass(0);
  const told = app.messages.filter((m) => m.place.is === 'direct' && m.view.summary.key === 'meet.lost');
  expect(told).toHaveLength(2);
  const letter = told[0]?.view as Card;
  await expectForm(press(people.ben, letter, 'I was there'));
  expect(posted()).not.toContain('The meeting is starting');
});

it('asks about a first date that has passed, with the next one in its place', async () => {
  const form = await expectForm(people.ada.does('meeting.series.form', at));
  const values = { title: 'Thursday lunch', startsOn: '2026-02-26', time: '12:00', slots: '1' };
  const again = await submit(people.ada, form, values);
  if (again.is !== 'again') throw new Error('it was taken');
  expect(words(again.form)).toContain('This date has passed. Start on March 12, 2026?');
  const offered = again.form.fields.find(({ name }) => name === 'startsOn')?.value ?? '';
  expect(words(await expectCard(submit(people.ada, again.form, {})))).toContain('Mar 12, 2026, 12:00 PM');
  expect(offered).toBe('March 12, 2026');
});
