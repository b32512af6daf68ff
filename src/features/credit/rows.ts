import type { Asked } from '../../runtime/context.ts';
import { allOf } from '../../storage/find-all.ts';
import { dateOf } from '../../time/time.ts';
import { Consultations } from '../consultation/model.ts';
import { type ConsultationRecord, Records } from '../consultation/record/model.ts';
import { type Attendance, Attendances } from '../meetings/model.ts';
import { type Advice, Advised } from './model.ts';
import { type CreditRow, type Days, quarterOf } from './totals.ts';

/** A colleague of a line. `person`: by reference, where it was a member; whether they are named is decided on showing. */
export interface Colleague {
  readonly person: string | null;
  readonly credential: string;
}

/** A line of a statement with what is shown of it. `quarter`: a sum of several, without topic or date of any. */
export interface StatementRow extends CreditRow {
  /** What it was made from, under which others know it; null of a sum. */
  readonly id: string | null;
  readonly quarter: string | null;
  readonly mode: ConsultationRecord['mode'] | null;
  readonly topic: ConsultationRecord['topic'] | null;
  readonly colleagues: readonly Colleague[];
  /** The group it was in. */
  readonly group: string | null;
  /** How many consultations are in it. */
  readonly count: number;
}

/**
 * My own consultations between two days, from my records, from what I noted of advising, and from the meetings I noted. Questions
 * that I asked without my name are left out; `anonymous`: then they are in one sum a quarter, together with what was
 * logged elsewhere, so that none can be told from the others (docs/domain.md, What consultation earns).
 */
export async function statementRows(ctx: Asked, { from, to }: Days, anonymous: boolean): Promise<StatementRow[]> {
  const within = (date: string): boolean => date >= from && date <= to;
  const zone = ctx.zone ?? ctx.group?.zone ?? 'UTC';
  const mine = { equal: ctx.me };
  const records = (await allOf(ctx.read, Records, 'owner', mine)).filter(
    (r) => r.status === 'final' && within(r.on.date),
  );
  const advised = (await allOf(ctx.read, Advised, 'owner', mine)).filter((a) => within(a.on.date));
  const attended = (await allOf(ctx.read, Attendances, 'owner', mine)).filter((a) => within(dateOf(a.at, zone)));
  const hidden = await withoutName(ctx, records);
  const elsewhere = records.filter((r) => r.consultation === null);
  const named = records.filter((r) => r.consultation !== null && !hidden.has(r.id));
  const summed = anonymous ? [...elsewhere, ...records.filter((r) => hidden.has(r.id))] : [];
  const rows = [
    ...[...named, ...(anonymous ? [] : elsewhere)].map(askedRow),
    ...quarters(summed),
    ...advised.map(advisedRow),
    ...attended.map((a) => attendedRow(a, zone)),
  ];
  return rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Records of questions that were asked without a name. Where the question is no longer there, it is taken for one. */
async function withoutName(ctx: Asked, records: readonly ConsultationRecord[]): Promise<ReadonlySet<string>> {
  const asked = records.filter((r) => r.consultation !== null);
  const found = await ctx.read.getMany(
    Consultations,
    asked.map((r) => r.consultation ?? ''),
  );
  return new Set(asked.flatMap((r, i) => (found[i]?.author.as === 'me' ? [] : [r.id])));
}

const askedRow = (r: ConsultationRecord): StatementRow => ({
  ...{ id: r.id, group: r.group, date: r.on.date, side: 'asked', own: r.minutes, others: 0 },
  ...{ quarter: null, mode: r.mode, topic: r.topic, count: 1, people: r.consultants.length + 1 },
  colleagues: r.consultants.map((c) => ({ person: 'person' in c ? c.person : null, credential: c.credential })),
});

const advisedRow = (a: Advice): StatementRow => ({
  ...{ id: a.id, group: a.group, date: a.on.date, side: 'advised', own: 0, others: a.minutes },
  ...{ quarter: null, mode: a.mode, topic: a.topic, count: 1, people: a.colleagues.length + 1 },
  colleagues: a.colleagues.map((credential) => ({ person: null, credential })),
});

/**
 * A meeting: time on one's own case, unless a record has it already, and on those of others apart. Who was there is known to
 * nobody.
 */
const attendedRow = (a: Attendance, zone: string): StatementRow => ({
  ...{ id: a.id, group: a.group, date: dateOf(a.at, zone), side: 'attended' },
  ...{ own: a.ownRecorded ? 0 : a.ownMinutes, others: a.minutes - a.ownMinutes, people: a.people },
  ...{ quarter: null, mode: null, topic: null, count: 1, colleagues: [] },
});

function quarters(records: readonly ConsultationRecord[]): StatementRow[] {
  const by = new Map<string, ConsultationRecord[]>();
  for (const r of records) by.set(quarterOf(r.on.date), [...(by.get(quarterOf(r.on.date)) ?? []), r]);
  return [...by].map(([quarter, of]) => ({
    ...{ date: `${quarter.slice(0, 4)}-${String((Number(quarter.at(-1)) - 1) * 3 + 1).padStart(2, '0')}-01` },
    ...{ side: 'asked', own: of.reduce((sum, r) => sum + r.minutes, 0), others: 0, people: 2 },
    ...{ id: null, group: null, quarter, mode: null, topic: null, colleagues: [], count: of.length },
  }));
}
