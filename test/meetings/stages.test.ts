import { afterEach, beforeEach, expect, it } from 'vitest';
import { wordsOf } from '../../src/index.ts';
import { ask, consultationOf, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type Person, type TestApp } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { day, firstAt, hour, minute, next, openCircle, opening, thursdays } from './circle.ts';

let app: TestApp;
let people: Record<'ada' | 'ben' | 'cleo', Person>;
let at: { group: string };
beforeEach(async () => {
  ({ app, people, at } = await openCircle(['ada', 'ben', 'cleo'] as const));
});
afterEach(() => app.remove());

const homeOf = async (who: Person) => {
  const answer = await who.does('curbside.home', at);
  if (answer.is !== 'view' || answer.view.is !== 'home') throw new Error('no home');
  return answer.view;
};
const main = (view: Parameters<typeof buttons>[0]) =>
  buttons(view).flatMap((b) => (b.tone === 'main' ? [wordsOf('en', b.label)] : []));
const begin = async () => {
  await app.pass(firstAt - app.now());
  await app.pass(0);
};

it('home lists one’s part on the day, and says until when a meeting runs', async () => {
  await thursdays(people.ada, at);
  await app.pass(firstAt - app.now() - day);
  expect(words(await homeOf(people.ada))).not.toContain('You present on');
  expect(words(await homeOf(people.ada))).toContain('Next meeting: Thu, Mar 12, 2026, 12:00 PM');
  await app.pass(day - 2 * hour);
  expect(words(await homeOf(people.ada))).toContain('You present on Thu, Mar 12, 2026, 12:00 PM');
  expect(words(await homeOf(people.ben))).toContain('You facilitate on');
  expect(words(await homeOf(people.cleo))).not.toMatch(/You (present|facilitate)/);
  await begin();
  await app.pass(29 * minute);
  for (const view of [await homeOf(people.cleo), await next(people.cleo, at)]) {
    expect(words(view)).toMatch(/Now: consultation meeting until .*1:00 PM/);
    expect(words(view)).not.toContain('Last meeting');
    expect(buttons(view).map((b) => wordsOf('en', b.label))).not.toContain('Start the clock');
  }
  expect(buttons(await homeOf(people.ben)).map((b) => wordsOf('en', b.label))).toContain('Start the clock');
  await app.pass(hour);
  expect(words(await homeOf(people.cleo))).toContain('Last meeting: Thu, Mar 12');
});

it('the card in the channel says how far the meeting is, and its main button is what comes next', async () => {
  await thursdays(people.ada, at);
  await begin();
  expect(words(opening(app))).toContain('The meeting is starting');
  expect(main(opening(app))).toEqual(['Start the clock']);
  await press(people.ben, opening(app), 'Start the clock');
  await app.pass(0);
  expect(words(opening(app))).toContain('The meeting is under way');
  expect(words(opening(app))).not.toContain('The meeting is starting');
  expect(main(opening(app))).toEqual(['Next']);
  for (const label of ['Next', 'Next', 'Next', 'Next', 'Finish']) {
    await press(people.ben, opening(app), label);
    await app.pass(0);
  }
  expect(words(opening(app))).toContain('The meeting has ended');
  expect(main(opening(app))).toEqual(['I was there']);
});

it('an owner without a series starts one from there, and bringing is no longer the main thing once it was done', async () => {
  const [list, none] = [await expectCard(people.ada.does('meeting.series', at)), await next(people.ada, at)];
  expect(words(list)).not.toContain('An owner can');
  expect([main(list), main(none)]).toEqual([['New series'], ['New series']]);
  expect(words(await expectCard(people.ben.does('meeting.series', at)))).toContain('An owner can start one.');
  await thursdays(people.ada, at);
  expect(main(await next(people.ada, at))).toEqual(['Bring to meeting']);
  const own = await ask(people.ada, { question: 'What do you do about late arrivals?' });
  await app.pass(minute);
  await people.ada.does('meeting.put', { ...at, consultation: consultationOf(own) });
  expect(main(await next(people.ada, at))).toEqual([]);
});

it('the form says what its fields take, and asks about a first date that has passed', async () => {
  const form = await expectForm(people.ada.does('meeting.series.form', at));
  const hints = form.fields.flatMap((f) => (['minutes', 'zone'].includes(f.name) ? [f.hint] : []));
  expect(hints.map((hint) => hint && wordsOf('en', hint))).toEqual([
    expect.stringContaining('Chicago'),
    expect.stringContaining('30 to 180 minutes'),
  ]);
  const noteOf = async (values: Record<string, string>) => {
    const again = await expectForm(people.ada.does('meeting.series.form', at));
    const answer = await submit(people.ada, again, { title: 'Lunch', time: '12:00', slots: '1', ...values });
    return answer.is === 'view' && answer.note !== null ? wordsOf('en', answer.note) : JSON.stringify(answer);
  };
  // 2:00 PM is past noon of the same day.
  expect(await noteOf({ startsOn: '2026-03-05' })).toContain('meet.series.past');
  expect(await noteOf({ startsOn: '2026-02-30' })).toContain('"field":"firstMeeting"');
  expect(await noteOf({ startsOn: '2026-03-12' })).toBe('The series is set up. This is its first meeting.');
  const list = await expectCard(people.ada.does('meeting.series', at));
  expect(button(list, 'Change series').with).toEqual({ ...at, series: expect.stringMatching(/\S/) });
});

it('the card of a meeting whose clock nobody started says that it has ended once its time is over', async () => {
  await thursdays(people.ada, at);
  await begin();
  await app.pass(59 * minute);
  expect(main(opening(app))).toEqual(['Start the clock']);
  await app.pass(minute);
  expect(words(opening(app))).toContain('The meeting has ended');
  expect(words(opening(app))).not.toContain('Start the clock');
  expect(main(opening(app))).toEqual(['I was there']);
});

it('a meeting whose clock runs goes on past its time, and ends when nothing of it can still go on', async () => {
  await thursdays(people.ada, at);
  await begin();
  await press(people.ben, opening(app), 'Start the clock');
  await app.pass(hour);
  expect(words(opening(app))).toContain('The meeting is under way');
  await app.pass(hour);
  expect(words(opening(app))).toContain('The meeting has ended');
  expect(main(opening(app))).toEqual(['I was there']);
});
