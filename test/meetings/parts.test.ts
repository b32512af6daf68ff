import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/index.ts';
import { ask, consultationOf, press, submit } from '../fixtures/steps.ts';
import {
  accept,
  expectCard,
  expectForm,
  expectView,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { circle, day, firstAt, hour, minute, named, next, openCircle, thursdays } from './circle.ts';

const names = ['ada', 'ben', 'cleo', 'dina'] as const;
let app: TestApp;
let at: { group: string };
let people: Record<(typeof names)[number], Person>;
beforeEach(async () => {
  ({ app, people, at } = await openCircle(names));
});
afterEach(() => app.remove());

/** What one person was sent, the latest last. */
const lettersTo = (who: Person): string[] =>
  app.messages.flatMap((m) => (m.place.is === 'direct' && m.place.to === who.who ? [words(m.view)] : []));
const meeting = async () => ({ ...at, meeting: button(await next(people.ada, at), 'Agenda').with.meeting ?? '' });
const brought = async (who: Person): Promise<string> => {
  const own = await ask(who, { question: 'How do I end with a couple that will not stop?' });
  await app.pass(minute);
  await expectCard(who.does('meeting.put', { ...at, consultation: consultationOf(own) }));
  await app.pass(0);
  return consultationOf(own);
};

describe('whoever gets a turn or loses one is told', () => {
  it('gets it back after a message that it was gone, when whoever took it passes', async () => {
    await thursdays(people.ada, at);
    await brought(people.dina);
    expect(lettersTo(people.ada)).toEqual([expect.stringContaining('You come first next time')]);
    await press(people.dina, await expectCard(people.dina.does('meeting.pass', at)), 'Pass this time');
    await app.pass(0);
    expect(named(await next(people.ada, at), 'Presents')).toBe(people.ada.who);
    expect(lettersTo(people.ada).at(-1)).toMatch(/^You present on Thu, Mar 12, 2026, 12:00 PM\nBring a question/);
    expect(lettersTo(people.dina)).toEqual([]);
  });

  it('gets the part of somebody who cannot come, presenter or facilitator', async () => {
    await thursdays(people.ada, at);
    await press(people.ada, await next(people.ada, at), 'I can’t make it');
    await press(people.ben, await next(people.ben, at), 'I can’t make it');
    await app.pass(0);
    expect(lettersTo(people.cleo)).toEqual([expect.stringContaining('You present on')]);
    expect(lettersTo(people.dina)).toEqual([expect.stringContaining('You facilitate on')]);
  });

  it('gets it by days away of a colleague, who hears that it was handed on', async () => {
    const settings = { zone: 'America/New_York', quietFrom: '18:00', quietTo: '08:30', nudgeHours: '24', owners: '' };
    await people.ada.does('setup.save', { ...at, ...settings, features: 'consultation,checkin', weekends: 'yes' });
    await thursdays(people.ada, at);
    await expectCard(people.ada.does('curbside.away.save', { ...at, from: '2026-03-10', until: '2026-03-14' }));
    await app.pass(0);
    expect(lettersTo(people.cleo)).toEqual([expect.stringContaining('You present on')]);
    expect(lettersTo(people.ada).at(-1)).toMatch(/You no longer present on .*\nYou come first next time\./);
  });

  it('loses it with its slot, and comes first next time', async () => {
    await thursdays(people.ada, at, { slots: '2' });
    const list = await expectCard(people.ada.does('meeting.series', at));
    const form = await expectForm(people.ada.does('meeting.series.form', { ...button(list, 'Change series').with }));
    await expectCard(submit(people.ada, form, { slots: '1' }));
    await app.pass(0);
    expect(lettersTo(people.ben)).toEqual([expect.stringContaining('You no longer present on')]);
    await app.pass(firstAt - app.now() + minute);
    expect(named(await next(people.ada, at), 'Presents')).toBe(people.ben.who);
  });
});

it('a new member whose joining deals the turns is told, and so is everybody whose part that changes', async () => {
  const few = await openTestApp();
  try {
    const { people: two, at: there } = await circle(few, ['ada', 'ben'] as const);
    await thursdays(two.ada, there, { slots: '2' });
    few.advance(minute);
    const cleo = await few.person('cleo');
    await accept(cleo);
    await few.pass(0);
    const told = few.messages.flatMap((m) => (m.place.is === 'direct' ? [[m.place.to, words(m.view)]] : []));
    expect(told).toEqual([
      [two.ben.who, expect.stringContaining('You present on')],
      [cleo.who, expect.stringContaining('You facilitate on')],
    ]);
  } finally {
    await few.remove();
  }
});

describe('before the meeting', () => {
  it('presenter and facilitator get one message each a day before, with no word of a case', async () => {
    await thursdays(people.ada, at);
    await brought(people.ada);
    await app.pass(firstAt - day - app.now() - minute);
    expect([lettersTo(people.ada), lettersTo(people.ben)]).toEqual([[], []]);
    await app.pass(minute);
    await app.pass(day - 2 * minute);
    expect(lettersTo(people.ada)).toEqual([expect.stringContaining('You present on Thu, Mar 12, 2026, 12:00 PM')]);
    expect(lettersTo(people.ada).join()).toContain('Your question is on the agenda.');
    expect(lettersTo(people.ada).join()).not.toContain('couple');
    expect(lettersTo(people.ben)).toEqual([expect.stringContaining('You facilitate on Thu, Mar 12, 2026, 12:00 PM')]);
    expect([lettersTo(people.cleo), lettersTo(people.dina)]).toEqual([[], []]);
  });

  it('not after it was canceled, and of a moved one at its new time', async () => {
    await thursdays(people.ada, at);
    const form = await expectForm(people.ada.does('meeting.move', await meeting()));
    await expectCard(submit(people.ada, form, { date: '2026-03-17' }));
    await app.pass(firstAt - app.now());
    expect(lettersTo(people.ben)).toEqual([]);
    await app.pass(4 * day);
    await app.pass(minute);
    expect(lettersTo(people.ben)).toEqual([expect.stringContaining('You facilitate on Tue, Mar 17')]);
    await expectCard(people.ada.does('meeting.cancel', await meeting()));
    await app.pass(hour);
    expect(lettersTo(people.ben)).toHaveLength(1);
  });

  it('on the last open hour before a quiet weekend, and not to those who switched messages off', async () => {
    await thursdays(people.ada, at, { startsOn: '2026-03-09', time: '7:00 PM' });
    await expectView(people.ben.does('consult.messages', { ...at, on: 'no' }));
    await app.pass(Date.parse('2026-03-06T21:59:00Z') - app.now());
    expect(lettersTo(people.ada)).toEqual([]);
    await app.pass(minute);
    expect(lettersTo(people.ada)).toEqual([expect.stringContaining('You present on Mon, Mar 9')]);
    expect(lettersTo(people.ben)).toEqual([]);
  });

  it('a meeting that is planned for tomorrow is told of at once', async () => {
    await thursdays(people.ada, at, { startsOn: '2026-03-06' });
    await app.pass(0);
    await app.pass(minute);
    expect(lettersTo(people.ben)).toEqual([expect.stringContaining('You facilitate on Fri, Mar 6')]);
  });
});

describe('a turn with a question', () => {
  it('goes only once its presenter knows that the question leaves the agenda, and the answer says so', async () => {
    await thursdays(people.ada, at);
    // The button was drawn before there was a question.
    const before = button(await next(people.ada, at), 'Pass this time');
    await brought(people.ada);
    for (const values of [at, { ...before.with }]) {
      const asked = await expectCard(people.ada.does('meeting.pass', values));
      expect(words(asked)).toContain('Your question leaves the agenda and stays open.');
      expect(named(await next(people.ben, at), 'Presents')).toBe(people.ada.who);
    }
    const asked = await expectCard(people.ada.does('meeting.pass', at));
    const answer = await press(people.ada, asked, 'Pass this time');
    if (answer.is !== 'view' || answer.note === null || answer.note === undefined) throw new Error('it says nothing');
    expect(wordsOf('en', answer.note)).toBe(
      'You passed. Your question left the agenda and stays open. The next person in turn presents and gets a message.',
    );
    const after = await next(people.ada, at);
    expect(named(after, 'Presents')).toBe(people.cleo.who);
    expect(buttons(after).map((b) => b.do)).not.toContain('meeting.pass');
  });
});
