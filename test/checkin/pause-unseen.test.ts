import { afterEach, beforeEach, expect, it } from 'vitest';
import { Members } from '../../src/features/group/model.ts';
import { asRead } from '../../src/storage/parsing.ts';
import { submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { letters, named, next, openCircle, thursdays } from '../meetings/circle.ts';

const settings = { zone: 'America/New_York', quietFrom: '18:00', quietTo: '08:30', nudgeHours: '24', owners: '' };
const names = ['ada', 'ben', 'cleo'] as const;
let app: TestApp;
let at: { group: string };
let people: Record<(typeof names)[number], Person>;
beforeEach(async () => {
  ({ app, people, at } = await openCircle(names));
  await people.ada.does('setup.save', { ...at, ...settings, features: 'consultation,checkin', weekends: 'yes' });
  await thursdays(people.ada, at);
});
afterEach(() => app.remove());

/** What the group can learn: who presents, what was said to whom, and whether somebody can be asked to swap. */
async function seen() {
  const form = await expectForm(people.ada.does('meeting.swap', at));
  const swap = await submit(people.ada, form, { to: people.cleo.who });
  await app.pass(0);
  return { next: words(await next(people.ben, at)), swap: swap.is, letters: letters(app) };
}

it('a pause of check-ins, open or between dates, changes nothing that others see', async () => {
  const before = named(await next(people.ben, at), 'Presents');
  await expectCard(people.ada.does('checkin.start', { ...at, monthly: 'none' }));
  await expectCard(people.ada.does('checkin.pause', at));
  expect(named(await next(people.ben, at), 'Presents')).toBe(before);
  await expectCard(people.cleo.does('checkin.start', { ...at, monthly: 'none' }));
  await expectCard(people.cleo.does('checkin.away.save', { ...at, from: '', until: '' }));
  const after = await seen();
  expect(after.swap).toBe('view');
  expect(after.letters).not.toContain('You don’t present anymore');
  expect((await stored(app.store, app.scope)).filter(({ doc }) => 'away' in doc && doc.away !== null)).toEqual([]);
});

it('anybody can be away without check-ins; others see that they take no part, never why', async () => {
  const form = await expectForm(people.cleo.does('curbside.away', at));
  expect(words(form)).toContain('Your group can see that you take no part then, but not why.');
  const now = await expectCard(submit(people.cleo, form, { from: 'today', until: '' }));
  expect(words(now)).toContain('until you say you’re back');
  const ask = await expectForm(people.ada.does('meeting.swap', at));
  const swap = await submit(people.ada, ask, { to: people.cleo.who });
  expect(JSON.stringify(swap)).toContain('meet.swap.other');
  await expectCard(people.cleo.does('curbside.away.end', at));
  expect((await submit(people.ada, ask, { to: people.cleo.who })).is).toBe('view');
});

it('whoever is away has no check-ins meanwhile, and a pause of their own outlasts it', async () => {
  const mine = async () => words(await expectCard(people.cleo.does('checkin.mine', at)));
  await expectCard(people.cleo.does('checkin.start', { ...at, monthly: 'none' }));
  await expectCard(people.cleo.does('curbside.away.save', { ...at, from: '', until: '2026-04-20' }));
  expect(await mine()).toContain('Paused');
  await expectCard(people.cleo.does('curbside.away.end', at));
  expect(await mine()).not.toContain('Paused');
  await expectCard(people.cleo.does('checkin.pause', at));
  await expectCard(people.cleo.does('curbside.away.save', { ...at, from: '', until: '2026-04-20' }));
  await expectCard(people.cleo.does('curbside.away.end', at));
  expect(await mine()).toContain('until you resume');
});

it('an open pause that an early release noted with the membership is nobody’s business anymore; dates stay', () => {
  const member = {
    ...{ id: 'g.p', group: 'g', person: 'p', credential: 'LMFT', licensed: true },
    agreed: { version: 1, at: 1 },
  };
  const read = (until: string | null) =>
    asRead(Members, { ...member, away: { from: '2026-03-04', until, zone: 'UTC' } } as never).away;
  expect(read(null)).toBeNull();
  expect(read('2026-03-09')).toEqual({ from: '2026-03-04', until: '2026-03-09', zone: 'UTC' });
});
