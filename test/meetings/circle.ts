import type { Card } from '../../src/index.ts';
import { openPrepared } from '../fixtures/prepared.ts';
import { submit } from '../fixtures/steps.ts';
import { accept, expectCard, expectForm, group, groupId, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A group whose members joined one after another, a minute apart: the first owns it. */
export async function circle<N extends string>(app: TestApp, names: readonly N[], zones: readonly string[] = []) {
  const [first, ...others] = names as readonly [N, ...N[]];
  const joined: Record<string, Person> = await group(app, [first]);
  for (const [i, name] of others.entries()) {
    app.advance(minute);
    const zone = zones[i + 1];
    const person = await app.person(name, zone === undefined ? {} : { zone });
    joined[name] = person;
    await accept(person);
  }
  const people = joined as Record<N, Person>;
  return { people, owner: people[first], at: { group: await groupId(people[first]) } };
}

/** The same in a Curbside of its own, where everybody is in the time zone of the group. */
export async function openCircle<N extends string>(names: readonly N[]) {
  const { app, value } = await openPrepared(`circle ${names}`, async (made) => ({
    at: (await circle(made, names)).at,
  }));
  const people: Partial<Record<N, Person>> = {};
  for (const [i, name] of names.entries()) people[name] = await app.person(name, { manages: i === 0 });
  return { app, people: people as Record<N, Person>, at: value.at };
}

/** Thursdays at noon in New York from 12 March on, an hour long, with one slot unless said otherwise. */
export async function thursdays(owner: Person, at: { group: string }, values: Record<string, string> = {}) {
  const form = await expectForm(owner.does('meeting.series.form', at));
  const given = { title: 'Thursday lunch', startsOn: '2026-03-12', time: '12:00', slots: '1', ...values };
  return expectCard(submit(owner, form, given));
}

export const firstAt = Date.parse('2026-03-12T16:00:00Z');

export const next = (who: Person, at: { group: string }): Promise<Card> => expectCard(who.does('meeting.next', at));
/** Who stands after a label. */
export const named = (card: Card, label: string): string =>
  words(card).match(new RegExp(`${label}:? <([^>]+)>`))?.[1] ?? 'nobody';

/** What stands in the channel, and what was sent to one person, as text. */
export const posted = (app: TestApp): string => textOf(app, 'channel');
export const letters = (app: TestApp): string => textOf(app, 'direct');
const textOf = (app: TestApp, is: 'channel' | 'direct'): string =>
  app.messages
    .filter((m) => m.place.is === is)
    .map((m) => words(m.view))
    .join('\n');
/** How many meetings the channel saw begin. */
export const openings = (app: TestApp): number =>
  app.messages.filter((m) => m.view.summary.key === 'meet.opening').length;
/** The card that opened the latest meeting, as it stands. */
export const opening = (app: TestApp): Card =>
  app.messages.filter((m) => m.view.summary.key === 'meet.opening').at(-1)?.view as Card;
