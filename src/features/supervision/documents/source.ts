import type { Asked } from '../../../runtime/context.ts';
import { allOf } from '../../../storage/find-all.ts';
import { todayIn } from '../agreement/find.ts';
import { type Agreement, type Role, roleIn } from '../agreement/model.ts';
import { counted } from '../hours/counted.ts';
import { entriesIn } from '../hours/entries.ts';
import { meetingsIn } from '../meeting/find.ts';
import type { Meeting } from '../meeting/model.ts';
import type { SupervisionEntry } from '../model.ts';
import { packOf } from '../packs.ts';
import { dateOfDay, dayOf, periodAround } from '../rules/calendar.ts';
import type { Pack } from '../rules/pack.ts';
import { type Link, Links } from '../sign-off/chain.ts';

/** What a document is made from: one agreement, as one of its two people may read it. */
export interface Source {
  readonly agreement: Agreement;
  readonly role: Role;
  readonly pack: Pack | null;
  /** The oldest day first; drafts only in a list of all entries, for whoever wrote them. */
  readonly entries: readonly SupervisionEntry[];
  readonly links: readonly Link[];
  /** The notes of its meetings, the oldest first; read only where they stand in the document. */
  readonly meetings: readonly Meeting[];
  readonly today: string;
  readonly now: number;
  readonly fingerprint: string;
  /** First and last day that it covers; null for the whole agreement. */
  readonly period: { readonly from: string; readonly to: string } | null;
}

/** Reads what a document needs, in as many calls whatever there is. `drafts`: with the supervisee’s own. */
export async function sourceOf(
  ctx: Pick<Asked, 'read' | 'me' | 'now' | 'packs' | 'fingerprint'>,
  a: Agreement,
  day: string | null,
  per: 'month' | 'quarter' | null,
  drafts = false,
): Promise<Source> {
  const all = (await entriesIn(ctx, a)).filter(({ status }) => drafts || status !== 'draft').reverse();
  const period = per === null || day === null ? null : periodFrom(day, per);
  return {
    agreement: a,
    role: roleIn(a, ctx.me) ?? 'supervisee',
    pack: packOf(ctx, a.pack),
    entries: period === null ? all : all.filter(({ date }) => date >= period.from && date <= period.to),
    links: (await allOf(ctx.read, Links, 'agreement', { equal: a.id })).sort((x, y) => x.n - y.n),
    meetings: a.unsignable === null ? [] : [...(await meetingsIn(ctx, a))].reverse(),
    today: todayIn(ctx, a),
    now: ctx.now,
    fingerprint: ctx.fingerprint,
    period,
  };
}

const periodFrom = (day: string, per: 'month' | 'quarter') => {
  const { from, to } = periodAround(dayOf(day), per, 0);
  return { from: dateOfDay(from), to: dateOfDay(to) };
};

/** The months or quarters in which something was logged, by their first day, the latest first. */
export const periodsIn = (entries: readonly SupervisionEntry[], per: 'month' | 'quarter'): string[] => [
  ...new Set(
    entries
      .map(({ date }) => periodFrom(date, per).from)
      .sort()
      .reverse(),
  ),
];

/** Tells one trainee from another without naming either: boards ask for an identifier. */
export const referenceOf = ({ agreement: a }: Source): string => a.id.slice(-6).toUpperCase();

/** Of these entries, the supervision that was given: what a supervisor shows for their own renewal. */
export const supervisionGiven = (entries: readonly SupervisionEntry[]): SupervisionEntry[] =>
  counted(entries).filter(({ entryType }) => entryType === 'supervision');
