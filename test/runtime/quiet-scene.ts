import { afterEach, beforeEach } from 'vitest';
import { instantOf } from '../../src/time/time.ts';
import { submit } from '../fixtures/steps.ts';
import { accept, expectForm, group, groupId, openTestApp, type Person } from '../fixtures/test-app.ts';
import { minute } from '../meetings/circle.ts';

export const quiet = { from: '18:00', to: '08:30', weekends: true };
export const names = ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye', 'gus'] as const;
export type Name = (typeof names)[number];

export let app: Awaited<ReturnType<typeof openTestApp>>;
export let zone: string;
export let at: { group: string };
export let people: Record<Name, Person>;

/** A new app for each test of the file. */
export function quietScene(): void {
  beforeEach(async () => {
    app = await openTestApp();
  });
  afterEach(() => app.remove());
}

/** Seven members in a zone, who use everything; Wednesday 11 March 2026, 10:00 there. */
export async function start(where: string): Promise<void> {
  zone = where;
  app.advance(instantOf('2026-03-11', '10:00', zone) - app.now());
  await group(app, ['ada'], { zone, features: 'consultation,checkin,supervision' });
  const joined = await Promise.all(names.map((name) => app.person(name, { zone, manages: name === 'ada' })));
  people = Object.fromEntries(names.map((name, i) => [name, joined[i]])) as Record<Name, Person>;
  for (const person of joined.slice(1)) {
    // Whose turn it is follows from who joined when.
    app.advance(minute);
    await accept(person);
  }
  at = { group: await groupId(people.ada) };
}

export const lettersTo = (who: Name): string[] =>
  app.messages.flatMap((m) =>
    m.place.is === 'direct' && m.place.to === people[who].who ? [m.view.summary.key as string] : [],
  );
/** What was sent by day is not asked about. */
export const forget = (): void => {
  app.messages.length = 0;
};

export async function submitted(
  who: Person,
  route: string,
  with_: Record<string, string>,
  values: Record<string, string>,
) {
  return submit(who, await expectForm(who.does(route, with_)), values);
}

export async function lists(who: Name): Promise<void> {
  await submitted(people[who], 'experts.me', {}, { specialties: 'trauma', help: 'ideas', open: 'yes' });
}

export const question = { question: 'How do I end a session that runs over?' };
