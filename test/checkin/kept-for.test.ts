import { afterEach, beforeEach, expect, it } from 'vitest';
import { stored } from '../fixtures/stored.ts';
import { expectCard, groupId, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { answer, dayMs, enrol, openCircle, watch } from './steps.ts';

let app: TestApp;
let ben: Person;
let cleo: Person;
let group: string;

beforeEach(async () => {
  const { people, ...opened } = await openCircle(['owner', 'ben', 'cleo']);
  app = opened.app;
  [ben, cleo] = [people.ben, people.cleo] as [Person, Person];
  group = await groupId(ben);
});
afterEach(() => app.remove());

const history = async (person: Person) => words(await expectCard(person.does('checkin.history')));

it('keeps answers for as long as the person chose, 180 days unless they say so', async () => {
  await enrol(ben);
  await enrol(cleo, { by: 'home', keepDays: '30' });
  for (const person of [ben, cleo]) await answer(person, 3);
  await watch(app, 33 * dayMs, dayMs);
  expect(await history(cleo)).toContain('No answers yet');
  expect(await history(ben)).toContain('3 Heavy in places');
  await watch(app, 150 * dayMs, dayMs);
  expect(await history(ben)).toContain('No answers yet');
  const refused = await ben.does('checkin.schedule.save', {
    group,
    day: '4',
    time: '15:00',
    zone: 'UTC',
    by: 'home',
    keepDays: '366',
  });
  expect(refused.is === 'again' && words(refused.form)).toContain('from 30 to 365');
});

it('a shorter time holds at once, also for what is there', async () => {
  await enrol(ben);
  await answer(ben, 3);
  await app.pass(40 * dayMs);
  await answer(ben, 5);
  const schedule = { group, day: '4', time: '15:00', zone: 'UTC', by: 'direct', remind: 'no', monthly: 'none' };
  await expectCard(ben.does('checkin.schedule.save', { ...schedule, keepDays: '30' }));
  expect(await history(ben)).not.toContain('3 Heavy in places');
  expect((await stored(app.store, app.scope)).filter(({ kind }) => kind === 'checkinPulse')).toHaveLength(1);
});
