import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { stepsWithin } from '../../src/features/meetings/structures.ts';
import { wordsOf } from '../../src/index.ts';
import { ask, consultationOf, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type Person, type TestApp } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { firstAt, minute, next, openCircle, opening, thursdays } from './circle.ts';

let app: TestApp;
let people: Record<'ada' | 'ben' | 'cleo', Person>;
let at: { group: string };
beforeEach(async () => {
  ({ app, people, at } = await openCircle(['ada', 'ben', 'cleo'] as const));
});
afterEach(() => app.remove());

const untilMeeting = () => app.pass(firstAt - app.now());
const setEach = async (values: Record<string, string>) => {
  const list = await expectCard(people.ada.does('meeting.series', at));
  await expectCard(submit(people.ada, await expectForm(press(people.ada, list, 'Structure of each case')), values));
};
const agenda = async (who: Person) => words(await expectCard(who.does('meeting.agenda', at)));

it('the steps of a structure take all the minutes of a case, each at least one, in their shares', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 12, max: 160 }), (all, minutes) => {
      const found = stepsWithin(
        all.map((of, i) => ({ id: `s${i}`, minutes: of })),
        minutes,
      ).map((step) => step.minutes);
      const whole = all.reduce((sum, n) => sum + n, 0);
      expect(found.reduce((sum, n) => sum + n, 0)).toBe(minutes);
      for (const [i, n] of found.entries()) {
        expect(n).toBeGreaterThanOrEqual(1);
        // A minute is the least, so whoever rounds up to one takes it from the others.
        expect(n).toBeLessThan(((all[i] ?? 0) * minutes) / whole + 1 + 1e-9);
      }
    }),
  );
  expect(stepsWithin([{ id: 'a', minutes: 5 }], 0)).toEqual([]);
  expect(stepsWithin([], 20)).toEqual([]);
});

it('a series has a structure for each case, which whoever presents writes in and the card leads through', async () => {
  await thursdays(people.ada, at, { slots: '2', minutes: '80' });
  await setEach({ template1: 'echo' });
  const card = await next(people.ada, at);
  expect(words(card)).toContain('ECHO');
  const form = await expectForm(press(people.ada, card, 'Write your question'));
  expect(form.with.template).toBe('echo');
  expect(await agenda(people.ben)).toMatch(/Case 1 · ECHO-style · [\s\S]*\d min/);
  expect(await agenda(people.ben)).not.toMatch(/Case 2 · ECHO/);
  await untilMeeting();
  const go = async (label: string) => {
    await press(people.cleo, opening(app), label);
    await app.pass(0);
    return words(opening(app));
  };
  const seen = [await go('Start the clock')];
  while (buttons(opening(app)).some((b) => wordsOf('en', b.label) === 'Next')) seen.push(await go('Next'));
  const ofFirst = seen.flatMap((card) => card.match(/Now: Case 1 [^\n]*/) ?? []);
  expect(ofFirst.length).toBeGreaterThan(3);
  expect(ofFirst.join()).toContain(people.ada.who);
  expect(seen.filter((card) => card.includes('Now: Case 2'))).toHaveLength(1);
});

it('a question that was asked in a structure is held in that one, and one without a name in none with turns', async () => {
  await thursdays(people.ada, at, { slots: '2', template: 'balint' });
  const hidden = await ask(people.cleo, { question: 'How do I begin after a long break?' }, 'Post anonymously');
  await app.pass(21 * minute);
  await expectCard(people.ben.does('meeting.put', { ...at, consultation: consultationOf(hidden) }));
  const card = words(await next(people.ben, at));
  expect(card.match(/Balint/g)).toHaveLength(1);
  expect(card).toContain('Asked by a colleague; the facilitator reads it');
});

it('the form keeps what was chosen, and a series goes on with another structure', async () => {
  await thursdays(people.ada, at, { template: 'balint' });
  const list = await expectCard(people.ada.does('meeting.series', at));
  expect(words(list)).toContain('Balint');
  const form = await expectForm(people.ada.does('meeting.series.form', { ...button(list, 'Change series').with }));
  expect(form.fields.find(({ name }) => name === 'template')?.value).toBe('balint');
  await submit(people.ada, form, { template: 'as_asked' });
  expect(words(await next(people.ada, at))).not.toContain('Balint');
});

it('a series has one structure for all its cases, and a form that sets each, which a change of the rest keeps', async () => {
  await thursdays(people.ada, at, { slots: '2', template: 'balint' });
  expect(words(await next(people.ada, at)).match(/Balint/g)).toHaveLength(2);
  await setEach({ template2: 'echo' });
  const list = await expectCard(people.ada.does('meeting.series', at));
  const form = await expectForm(people.ada.does('meeting.series.form', { ...button(list, 'Change series').with }));
  expect(form.fields.filter(({ name }) => name.startsWith('template'))).toHaveLength(1);
  await submit(people.ada, form, { minutes: '90' });
  const card = words(await next(people.ada, at));
  expect([card.match(/Balint/g)?.length, card.match(/ECHO/g)?.length]).toEqual([1, 1]);
  expect(JSON.stringify(await people.ben.does('meeting.series.structures', { ...form.with }))).toContain('ownersOnly');
});
