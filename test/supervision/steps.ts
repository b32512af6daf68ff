import type { Card } from '../../src/index.ts';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, group, groupId, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons } from '../fixtures/view-text.ts';

export const on = { features: 'consultation,supervision', quietFrom: '00:00', quietTo: '00:00', weekends: 'no' };

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

/** Four people of one group, two of whom have a confirmed agreement. The one who owns the group is not among the two. */
export async function paired(app: TestApp, changed: Record<string, string> = {}): Promise<Pair> {
  const people = await group(app, ['owner', 'associate', 'supervisor', 'stranger'], on);
  const { owner, associate, supervisor, stranger } = people as Record<
    'owner' | 'associate' | 'supervisor' | 'stranger',
    Person
  >;
  const at = await groupId(owner);
  const agreement = await pairUp(associate, supervisor, changed);
  return { owner, associate, supervisor, stranger, at, agreement };
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
