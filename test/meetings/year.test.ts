import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainSpans } from '../../src/index.ts';
import { submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { log, on, pairUp } from '../supervision/steps.ts';
import { circle, firstAt, minute, next, opening, thursdays } from './circle.ts';

const names = ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye', 'gus', 'hana'] as const;
const zones = ['America/New_York', 'Europe/London', 'Australia/Sydney'] as const;
type Name = (typeof names)[number];
let app: TestApp;
let at: { group: string };
let people: Record<Name, Person>;
beforeEach(async () => {
  app = await openTestApp();
  ({ people, at } = await circle(
    app,
    names,
    names.map((_, i) => zones[i % zones.length] as string),
  ));
});
afterEach(() => app.remove());

const nameOf = (who: string): Name => names.find((name) => people[name].who === who) as Name;

/** Who presents and who facilitates, by name, as the card that opened the meeting says it. */
function rolesOf(card: string): { presenters: Name[]; facilitator: Name } {
  const presenters = [...card.matchAll(/Presents: <([^>]+)>/g)].map((m) => nameOf(m[1] ?? ''));
  return { presenters, facilitator: nameOf(card.match(/Facilitator: <([^>]+)>/)?.[1] ?? '') };
}

/** New York's offset to UTC in 2026 and 2027: summer time from 8 March to 1 November, and from 14 March on. */
const noonInNewYork = (date: string): string => {
  const summer = (date >= '2026-03-08' && date < '2026-11-01') || date >= '2027-03-14';
  return `${date}T${summer ? '16' : '17'}:00:00.000Z`;
};

it('story 20: a year of a group of eight in three zones keeps its wall clock, its rotation and its clauses', async () => {
  await thursdays(people.ada, at, { slots: '2' });
  const turns = new Map<Name, number>(names.map((name) => [name, 0]));
  const clauses = new Set<string>();
  const starts: string[] = [];
  let due = firstAt;
  for (let week = 0; week < 52; week += 1) {
    const date = new Date(due).toISOString().slice(0, 10);
    await app.pass(Date.parse(noonInNewYork(date)) - app.now());
    const card = words(opening(app));
    starts.push(new Date(app.now()).toISOString());
    const { presenters, facilitator } = rolesOf(card);
    expect(presenters).toHaveLength(2);
    expect(presenters).not.toContain(facilitator);
    for (const one of presenters) turns.set(one, (turns.get(one) ?? 0) + 1);
    clauses.add(card.split('\n')[2] ?? '');
    due += 7 * 24 * 60 * minute;
  }
  // One card a week: none was missed, and none came twice, at either change of the clocks. 5 November to 4 March is winter.
  const openings = app.messages.filter((m) => m.view.summary.key === 'meet.opening');
  expect(openings).toHaveLength(52);
  expect(starts.filter((one) => one.endsWith('T17:00:00.000Z'))).toHaveLength(18);
  // 104 turns among eight, round and round.
  expect([...turns.values()]).toEqual(names.map(() => 13));
  expect(clauses.size).toBe(6);
  const planned = await Promise.all(names.map((name) => next(people[name], at)));
  expect(new Set(planned.map((card) => JSON.stringify(rolesOf(words(card))))).size).toBe(1);
  const instants = new Set(planned.map((card) => JSON.stringify(card.blocks).match(/"at":(\d+)/)?.[1]));
  expect([...instants]).toEqual([String(Date.parse('2027-03-11T17:00:00Z'))]);
  // The same instant, as each of them reads it.
  const facts = planned[0]?.blocks.find((b) => b.is === 'facts');
  const seen = zones.map((zone) => plainSpans(facts?.rows[0]?.value ?? [], { locale: 'en', zone, name: () => '' }));
  expect(seen.map((said) => said.replace(/\s/g, ' '))).toEqual([
    expect.stringMatching(/Mar 11.* 12:00 PM/),
    expect.stringMatching(/Mar 11.* 5:00 PM/),
    expect.stringMatching(/Mar 12.* 4:00 AM/),
  ]);
});

it('story 34: a year of meetings makes a statement whose consultation minutes meet no supervision total', async () => {
  await people.ada.does('setup.save', { ...at, ...on, zone: 'America/New_York', nudgeHours: '24', owners: '' });
  await pairUp(people.ben, people.faye);
  await log(people.ben, { minutes: '120', kind: 'direct' });
  await thursdays(people.ada, at, { repeats: 'monthly' });
  for (let month = 0; month < 12; month += 1) {
    const card = JSON.stringify((await next(people.ben, at)).blocks);
    await app.pass(Number(card.match(/"at":(\d+)/)?.[1]) - app.now() + minute);
    const form = await expectForm(
      people.ben.does('meeting.attend', { ...opening(app).blocks.flatMap(actionsOf)[0]?.with }),
    );
    await expectCard(submit(people.ben, form, { minutes: '60', own: '15' }));
  }
  const card = words(await expectCard(people.ben.does('credit.statement', { ...at, chosen: 'plain' })));
  expect(card).toContain('Consultations: 12');
  expect(card).toContain('On my own cases: 3 h');
  expect(card).toContain('On colleagues’ cases: 9 h');
  const totals = words(await expectCard(people.ben.does('supervision.totals')));
  expect(totals).toMatch(/Logged: 2 h$/m);
  expect(totals).not.toContain('12 h');
});

const actionsOf = (block: { is: string }) =>
  ((block as { actions?: readonly { do: string; with: Record<string, string> }[] }).actions ?? []).filter(
    (a) => a.do === 'meeting.attend',
  );
