import type { Card } from '../../src/index.ts';
import { openPrepared } from '../fixtures/prepared.ts';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, group, groupId, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons } from '../fixtures/view-text.ts';

export const on = { features: 'consultation,supervision', quietFrom: '', quietTo: '', weekends: 'no' };

export const terms = {
  role: 'supervisee',
  purpose: 'licensure',
  pack: 'us-ca-amft',
  modalities: 'individual,group',
  sites: 'Harbor Clinic\nHill Street Practice',
  startsOn: '2026-02-01',
  frequency: 'Weekly, one hour',
};

export interface Pair {
  readonly associate: Person;
  readonly supervisor: Person;
  readonly owner: Person;
  readonly stranger: Person;
  readonly at: string;
  readonly agreement: string;
}

/** The agreement that a card is about. */
export const agreementIn = (card: Card): string => buttons(card).find((b) => b.with.agreement)?.with.agreement ?? '';

const four = ['owner', 'associate', 'supervisor', 'stranger'] as const;
type Four = Record<(typeof four)[number], Person>;

/** Four people of one group, two of whom have a confirmed agreement. The one who owns the group is not among the two. */
export async function paired(app: TestApp, changed: Record<string, string> = {}): Promise<Pair> {
  const people = (await group(app, four, on)) as Four;
  const at = await groupId(people.owner);
  const agreement = await pairUp(people.associate, people.supervisor, changed);
  return { ...people, at, agreement };
}

/** The same in a Curbside of its own. */
export async function openPair(changed: Record<string, string> = {}): Promise<{ app: TestApp; pair: Pair }> {
  const { app, value } = await openPrepared(`pair ${JSON.stringify(changed)}`, async (made) => {
    const { at, agreement } = await paired(made, changed);
    return { at, agreement };
  });
  // Letters of one millisecond have no order across a start.
  app.advance(1);
  const people: Partial<Four> = {};
  for (const name of four) people[name] = await app.person(name, { manages: name === 'owner' });
  return { app, pair: { ...(people as Four), ...value } };
}

/** Proposes and confirms an agreement, and returns its id. */
export async function pairUp(
  associate: Person,
  supervisor: Person,
  changed: Record<string, string> = {},
): Promise<string> {
  const form = await expectForm(associate.does('supervision.pair'));
  const proposed = await expectCard(submit(associate, form, { ...terms, other: supervisor.who, ...changed }));
  const agreement = agreementIn(proposed);
  const given = await expectCard(supervisor.does('supervision.agreement', { ...proposedAt(proposed), agreement }));
  await expectCard(press(supervisor, given, 'Confirm agreement'));
  return agreement;
}

const proposedAt = (card: Card): { group: string } => ({
  group: buttons(card).find((b) => b.with.group)?.with.group ?? '',
});

/** Logs an entry as the form has it, with these values, and returns its card. */
export async function log(associate: Person, values: Record<string, string>): Promise<Card> {
  return expectCard(submit(associate, await expectForm(associate.does('supervision.log')), values));
}

/** The entry that a card is about. */
export const entryIn = (card: Card): string => buttons(card).find((b) => b.with.entry)?.with.entry ?? '';

/** Signs all that waits for this supervisor. */
export async function signAll(supervisor: Person): Promise<Card> {
  const waiting = await expectCard(supervisor.does('supervision.sign'));
  const all = buttons(waiting).find((b) => b.do === 'supervision.sign.all');
  if (all === undefined) throw new Error('nothing waits');
  return expectCard(supervisor.does(all.do, { ...all.with }));
}

/** "Finish note", on the note as it stands. */
export const finish = async (who: Person, of: { readonly group: string; readonly meeting: string }) =>
  expectCard(press(who, await expectCard(who.does('supervision.meeting', { ...of })), 'Finish note'));
