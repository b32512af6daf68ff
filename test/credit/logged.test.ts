import { afterEach, beforeEach, expect, it } from 'vitest';
import { wordsOf } from '../../src/index.ts';
import { ask, closeAndDocument, press, recordOf, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { circle, firstAt, letters, minute, opening, thursdays } from '../meetings/circle.ts';

let app: TestApp;
let ada: Person;
let ben: Person;
let at: { group: string };
beforeEach(async () => {
  app = await openTestApp();
  const made = await circle(app, ['ada', 'ben', 'cleo']);
  at = made.at;
  ({ ada, ben } = made.people);
});
afterEach(() => app.remove());

const log = (who: Person) => expectCard(who.does('consult.records', at));
const kept = async (kind: string) => (await stored(app.store, app.scope)).filter((one) => one.kind === kind);

async function advised(): Promise<void> {
  const form = await expectForm(ada.does('credit.advised', at));
  await expectCard(submit(ada, form, { minutes: '400', credentials: 'LPC' }));
}

it('what somebody logged of advising is changed and removed, by them alone', async () => {
  await advised();
  const entry = button(await log(ada), 'Open');
  const card = await expectCard(ada.does(entry.do, { ...entry.with }));
  expect(words(card)).toContain('400 min');
  for (const command of ['credit.advised.show', 'credit.advised.drop', 'credit.advised'])
    expect(await ben.does(command, { ...entry.with }), command).toMatchObject({ is: 'refused' });
  const form = await expectForm(press(ada, card, 'Change'));
  expect(words(form)).toContain('Colleagues’ credentials: LPC');
  expect(await submit(ben, form, { minutes: '5' })).toMatchObject({ is: 'refused' });
  const again = await submit(ada, form, { minutes: '0' });
  expect(again).toMatchObject({ is: 'again' });
  if (again.is !== 'again') return;
  expect(words(await expectCard(submit(ada, again.form, { minutes: '40' })))).toContain('40 min');
  expect(await kept('advised')).toHaveLength(1);
  expect(words(await expectCard(ada.does('credit.statement', at)))).toMatch(/On colleagues’ cases: 40 min/);
  const empty = await expectCard(press(ada, card, 'Remove'));
  expect(words(empty)).not.toContain('Advised');
  expect(await kept('advised')).toEqual([]);
  expect(await submit(ada, form, { minutes: '40' })).toMatchObject({ is: 'refused' });
});

it('a meeting in the log is removed also when the group keeps nothing of it any more', async () => {
  await thursdays(ada, at);
  await app.pass(firstAt - app.now() + minute);
  await submit(ada, await expectForm(press(ada, opening(app), 'I was there')), { minutes: '60', own: '20' });
  const card = await expectCard(press(ada, await log(ada), 'Open'));
  expect(words(card)).toContain('60 min');
  expect(buttons(card).map((b) => b.do)).toContain('meeting.attend');
  for (let month = 0; month < 13; month += 1) await app.pass(31 * 24 * 60 * minute);
  expect(
    await ada.does('meeting.attended', { ...at, meeting: button(card, 'Change').with.meeting ?? '' }),
  ).toMatchObject({ is: 'refused' });
  const old = await expectCard(press(ada, await log(ada), 'Open'));
  expect(buttons(old).map((b) => b.do)).not.toContain('meeting.attend');
  const { with: ids } = button(old, 'Remove');
  expect(await ben.does('meeting.attended.drop', { ...ids })).toMatchObject({ is: 'refused' });
  expect(words(await expectCard(press(ada, old, 'Remove')))).not.toContain('Attended');
  expect(await kept('meetingAttendance')).toEqual([]);
});

it('what is deleted from the log takes its reflection and what colleagues were asked of it along', async () => {
  const own = await ask(ada, { question: 'How do I end a session that keeps running over?' });
  await app.pass(0);
  const texts = {
    guidance: 'Announce it.',
    decision: 'I announce it.',
    rationale: 'It keeps the frame.',
    draft: 'yes',
  };
  const draft = await submit(ada, await closeAndDocument(ada, own), { ...texts, minutes: '30', advisers: ben.who });
  const done = await recordOf(ada, press(ada, await expectCard(Promise.resolve(draft)), 'Finish and lock'));
  const cycle = { ...at, from: '2026-03-01', to: '2026-03-31' };
  const writing = await expectForm(press(ada, await expectCard(ada.does('credit.reflections', cycle)), 'Write'));
  await submit(ada, writing, { text: 'I name the end earlier.', included: 'yes' });
  await ben.does('credit.naming', { ...at, on: 'yes' });
  const form = await expectForm(press(ada, await expectCard(ada.does('credit.confirmations', at)), 'Ask to confirm'));
  await expectCard(submit(ada, form, { to: ben.who }));
  await app.pass(0);
  expect(letters(app)).toContain('were you there');
  expect(await kept('creditReflection')).toHaveLength(1);
  const asks = async () => words(await expectCard(ben.does('credit.confirmations', at)));
  expect(await asks()).toContain('were you there');
  await press(ada, done, 'Delete');
  expect(await kept('creditReflection')).toEqual([]);
  expect(await asks()).not.toContain('were you there');
});

it('every line of a cycle gets its reflection, and can be confirmed, page by page', async () => {
  await thursdays(ada, at, { repeats: 'weekly' });
  for (let week = 0; week < 10; week += 1) {
    await app.pass((week === 0 ? firstAt - app.now() : 7 * 24 * 60 * minute) + (week === 0 ? minute : 0));
    await submit(ada, await expectForm(press(ada, opening(app), 'I was there')), { minutes: '60', own: '20' });
  }
  for (const command of ['credit.reflections', 'credit.confirmations']) {
    const first = await expectCard(ada.does(command, { ...at, from: '2026-03-01', to: '2026-12-31' }));
    expect(words(first), command).toContain('Page 1 of 2');
    const second = await expectCard(press(ada, first, 'Next'));
    expect(words(second), command).toContain('March 12, 2026');
    expect(buttons(second).map((b) => wordsOf('en', b.label))).not.toContain('Next');
  }
});
