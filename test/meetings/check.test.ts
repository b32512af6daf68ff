import { afterEach, beforeEach, expect, it } from 'vitest';
import { happens } from '../fixtures/happens.ts';
import { submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { accept, expectCard, expectForm, type Person, type TestApp } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';
import { day, firstAt, openCircle, thursdays } from './circle.ts';

const names = ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye', 'gus'] as const;
let app: TestApp;
let at: { group: string };
let people: Record<(typeof names)[number], Person>;
beforeEach(async () => {
  ({ app, people, at } = await openCircle(names));
  await thursdays(people.ada, at);
});
afterEach(() => app.remove());

/** Twelve weeks of meetings, the last of which opens the check. */
async function untilCheck(): Promise<void> {
  await app.pass(firstAt - app.now() + 1000);
  for (let week = 0; week < 12; week += 1) {
    expect(app.messages.filter((m) => m.view.summary.key === 'meet.check')).toEqual([]);
    await app.pass(7 * day);
  }
}

const answers = { cases: '4', room: '3', size: '5', time: '1', rotation: '4' };
const answer = async (who: Person, values: Record<string, string> = answers) =>
  expectCard(submit(who, await expectForm(who.does('meeting.check.form', at)), values));
const results = async (who: Person) => words(await expectCard(who.does('meeting.check', at)));

it('after twelve weeks the group is asked about structure alone, and six answers make rounded, clamped figures', async () => {
  await untilCheck();
  const card = app.messages.filter((m) => m.view.summary.key === 'meet.check').at(-1)?.view;
  if (card === undefined) throw new Error('nobody was asked');
  expect(button(card, 'Answer privately').do).toBe('meeting.check.form');
  for (const name of names.slice(0, 6)) await answer(people[name], { ...answers, room: name === 'ada' ? '1' : '3' });
  // Sent again, it is the same answer, changed.
  await answer(people.ada, { ...answers, room: '3' });
  expect(await results(people.gus)).toContain('No group check has closed yet.');
  expect(await app.disk()).not.toContain('"rotation"');
  await app.pass(8 * day);
  const shown = await results(people.gus);
  expect(shown).toContain('We kept to cases: 4 or higher of 5');
  expect(shown).toContain('There was room for everyone: about 3 of 5');
  expect(shown).toContain('Time and length: 2 or lower of 5');
  expect(shown).toContain('6 to 9 people answered.');
  const kept = (await stored(app.store, app.scope)).filter(({ kind }) => kind === 'groupCheckAnswer');
  expect(kept).toEqual([]);
  expect(JSON.stringify(await people.gus.does('meeting.check.form', at))).toContain('checkClosed');
});

it('with five answers, or with those of new members and guests, nothing is shown, and it reads the same', async () => {
  await untilCheck();
  for (const name of names.slice(0, 5)) await answer(people[name]);
  const late = await app.person('hana');
  await accept(late);
  await answer(late);
  const guest = await app.person('gus', { guest: true });
  await answer(guest);
  await app.pass(8 * day);
  expect(await results(people.faye)).toContain('Not enough answers to show a summary this time.');
});

it('whoever erases their data takes their answer along', async () => {
  await untilCheck();
  for (const name of names.slice(0, 6)) await answer(people[name]);
  await expectCard(people.faye.does('privacy.erase'));
  await app.pass(8 * day);
  expect(await results(people.gus)).toContain('Not enough answers to show a summary this time.');
});

it('closes, and its answers go, though the bot was removed meanwhile', async () => {
  await untilCheck();
  await answer(people.ben);
  await happens(app, people.ada, 'platform.uninstalled', null);
  await app.pass(8 * day);
  const kept = (await stored(app.store, app.scope)).filter(({ kind }) => kind === 'groupCheckAnswer');
  expect(kept).toEqual([]);
});
