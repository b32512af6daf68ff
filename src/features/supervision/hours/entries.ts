import type { Asked } from '../../../runtime/context.ts';
import { isRefusal, type Refusal } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { allOf } from '../../../storage/find-all.ts';
import { agreementOf } from '../agreement/find.ts';
import { type Agreement, type Role, roleIn } from '../agreement/model.ts';
import { Entries, type SupervisionEntry } from '../model.ts';

export interface Found {
  readonly entry: SupervisionEntry;
  readonly agreement: Agreement;
  readonly role: Role;
}

/** What somebody may see of an entry: a supervisor nothing that is still a draft. */
const mayRead = (entry: SupervisionEntry, role: Role): boolean => role === 'supervisee' || entry.status !== 'draft';

/** An entry of an agreement of mine. To everybody else it reads as not there. */
export async function entryOf(ctx: Asked, id: string, as?: Role): Promise<Found | Refusal> {
  const entry = await ctx.read.get(Entries, id);
  if (entry === null) return refusal('noEntry');
  const agreement = await agreementOf(ctx, entry.agreement, as);
  if (isRefusal(agreement)) return as === undefined ? refusal('noEntry') : agreement;
  const role = roleIn(agreement, ctx.me) ?? 'supervisee';
  return mayRead(entry, role) ? { entry, agreement, role } : refusal('noEntry');
}

/** The entries of an agreement that I may see, the newest day first. */
export const entriesIn = async (ctx: Pick<Asked, 'read' | 'me'>, agreement: Agreement): Promise<SupervisionEntry[]> => {
  const role = roleIn(agreement, ctx.me) ?? 'supervisee';
  return (await allOf(ctx.read, Entries, 'agreement', { equal: agreement.id }))
    .filter((entry) => mayRead(entry, role))
    .sort(newestFirst);
};

/** What an entry is looked at beside: to its supervisee all that is theirs, to a supervisor what is in the agreement. */
export const seenWith = (ctx: Asked, a: Agreement, inAgreement: readonly SupervisionEntry[]) =>
  roleIn(a, ctx.me) === 'supervisee' ? myEntries(ctx) : Promise.resolve(inAgreement);

/** All that I logged, in every agreement, the newest day first. */
export const myEntries = async (ctx: Asked): Promise<SupervisionEntry[]> =>
  (await allOf(ctx.read, Entries, 'supervisee', { equal: ctx.me })).sort(newestFirst);

const newestFirst = (a: SupervisionEntry, b: SupervisionEntry): number =>
  b.date.localeCompare(a.date) || b.writtenAt - a.writtenAt;

/** The oldest day first, each by its times; those without a start time come last in their day, as they were written. */
export const oldestFirst = (a: SupervisionEntry, b: SupervisionEntry): number =>
  a.date.localeCompare(b.date) ||
  (a.start ?? '99').localeCompare(b.start ?? '99') ||
  a.writtenAt - b.writtenAt ||
  a.id.localeCompare(b.id);
