import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Answer } from '../../src/index.ts';
import { wordsOf } from '../../src/index.ts';
import { circle, enrol } from '../checkin/steps.ts';
import { press, recordOf, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, group, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

/** What is wrong by field, and what each field then holds. */
async function wrong(answer: Promise<Answer>) {
  const given = await answer;
  if (given.is !== 'again') throw new Error(`expected the form again, got ${JSON.stringify(given)}`);
  const { form, note } = given;
  return {
    form,
    note: note.key,
    errors: Object.fromEntries(form.fields.flatMap((f) => (f.error ? [[f.name, wordsOf('en', f.error)]] : []))),
    values: Object.fromEntries(form.fields.map((f) => [f.name, f.value])),
  };
}

it('a record names everything wrong at once: limits, lengths, dates against each other, and who advised', async () => {
  const { ada } = (await group(app, ['ada', 'ben'])) as { ada: Person };
  const form = await expectForm(ada.does('consult.log'));
  const sent = { guidance: '', minutes: 'long', date: '2/30/2026', time: 'late', followUp: 'some day', outsiders: '' };
  const { errors, values } = await wrong(submit(ada, form, { ...sent, question: 'Why?' }));
  expect(Object.keys(errors).sort()).toEqual(
    ['date', 'followUp', 'guidance', 'minutes', 'outsiders', 'question', 'time'].sort(),
  );
  expect(errors.date).toContain('doesn’t exist');
  expect(values).toMatchObject(sent);
});

it('a record takes what people type', async () => {
  const { ada } = (await group(app, ['ada', 'ben'])) as { ada: Person };
  const form = await expectForm(ada.does('consult.log'));
  const typed = { question: 'How do I close well?', guidance: 'Name the end.', outsiders: 'Juno Marsh, PhD' };
  const how = { minutes: '1 hr and 15 min', date: 'last Monday', time: '4pm', followUp: '3/30/2026' };
  const saved = words(await recordOf(ada, submit(ada, form, { ...typed, ...how })));
  expect(saved).toContain('75 minutes');
  expect(saved).toContain('Date: March 2, 2026, 4:00 PM');
  expect(saved).toContain('Follow-up date: March 30, 2026');
});

it('setup names every wrong field, and asks which zone EST means with the answer filled in', async () => {
  const owner = await app.person('ada', { manages: true });
  const form = await expectForm(owner.does('curbside.setup'));
  const all = { zone: 'Mars', features: '', quietFrom: '25:00', quietTo: 'dawn', nudgeHours: '0' };
  expect(Object.keys((await wrong(submit(owner, form, all))).errors).sort()).toEqual(Object.keys(all).sort());
  const asked = await wrong(submit(owner, form, { zone: 'EST', quietFrom: '6:00' }));
  expect(asked.note).toBe('form.confirm');
  expect(asked.errors.zone).toContain('Did you mean New York?');
  expect(asked.values).toMatchObject({ zone: 'America/New_York', quietFrom: '6:00 PM' });
  await submit(owner, asked.form, {});
  const status = words(await expectCard(owner.does('curbside.status')));
  expect(status).toContain('Eastern time (New York)');
  expect(status).toContain('Quiet hours: 6:00 PM');
});

it('the schedule and the time away of check-ins do the same', async () => {
  const { ada } = (await circle(app, ['ada', 'ben'])) as { ada: Person };
  await enrol(ada);
  const schedule = await expectForm(ada.does('checkin.schedule'));
  const all = { day: '7', time: 'noonish', zone: 'Springfield', keepDays: '5' };
  expect(Object.keys((await wrong(submit(ada, schedule, all))).errors).sort()).toEqual(Object.keys(all).sort());
  expect(words(await expectCard(submit(ada, schedule, { time: '9:30', zone: 'Central' })))).toContain('check-in');
  const again = await expectForm(ada.does('checkin.schedule'));
  expect(again.fields.find((f) => f.name === 'zone')?.value).toBe('America/Chicago');
  expect(again.fields.find((f) => f.name === 'time')?.value).toBe('9:30 AM');
  const away = await expectForm(ada.does('checkin.away'));
  const past = await wrong(submit(ada, away, { from: '3/1/2026', until: 'when I am back' }));
  expect(past.errors).toEqual({
    from: 'This day has passed. Choose today or later.',
    until: 'First day back: enter a date such as Mar 9, 2026, or “today” or “Thursday”.',
  });
  const order = await wrong(submit(ada, past.form, { from: 'tomorrow', until: 'today' }));
  expect(Object.keys(order.errors)).toEqual(['until']);
  const days = await submit(ada, order.form, { from: 'tomorrow', until: 'in 2 weeks' });
  expect(days).toMatchObject({ note: { key: 'checkin.pausedUntil' } });
  const open = await submit(ada, await expectForm(ada.does('checkin.away')), { from: 'tomorrow', until: '' });
  expect(open).toMatchObject({ note: { key: 'checkin.paused' } });
});

it('a mistyped command is asked about, and the button runs the one that was meant', async () => {
  const { ada } = (await group(app, ['ada', 'ben'])) as { ada: Person };
  const answer = await ada.does('curbside.meant', { meant: 'consult.ask' });
  if (answer.is !== 'refused' || answer.view.is !== 'card') throw new Error('expected to be asked');
  expect(words(answer.view)).toContain('Did you mean /consult ask?');
  await expectForm(press(ada, answer.view, '/consult ask'));
});
