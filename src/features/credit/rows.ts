import type { Asked } from '../../runtime/context.ts';
import { allOf } from '../../storage/find-all.ts';
import { Consultations } from '../consultation/model.ts';
import { type ConsultationRecord, Records } from '../consultation/record/model.ts';
import { Advised } from './model.ts';
import { type CreditRow, type Days, quarterOf } from './totals.ts';

/** A line of a statement with what is shown of it. `quarter`: a sum of several, without topic or date of any. */
export interface StatementRow extends CreditRow {
  readonly quarter: string | null;
  readonly mode: ConsultationRecord['mode'] | null;
  readonly topic: ConsultationRecord['topic'] | null;
  /** Credentials of the colleagues; '' where one is not known. */
  readonly credentials: readonly string[];
  /** How many consultations are in it. */
  readonly count: number;
}

/**
 * My own consultations between two days, from my records and from what I noted of advising. Questions that I asked without my name
 * are left out; `anonymous`: then they are in one sum a quarter, together with what was logged elsewhere, so that none can be told
 * from the others (docs/domain.md, What consultation earns).
 */
export async function statementRows(ctx: Asked, { from, to }: Days, anonymous: boolean): Promise<StatementRow[]> {
  const within = (date: string): boolean => date >= from && date <= to;
  const records = (await allOf(ctx.read, Records, 'owner', { equal: ctx.me })).filter(
    (r) => r.status === 'final' && within(r.on.date),
  );
  const advised = (await allOf(ctx.read, Advised, 'owner', { equal: ctx.me })).filter((a) => within(a.on.date));
  const hidden = await withoutName(ctx, records);
  const elsewhere = records.filter((r) => r.consultation === null);
  const named = records.filter((r) => r.consultation !== null && !hidden.has(r.id));
  const summed = anonymous ? [...elsewhere, ...records.filter((r) => hidden.has(r.id))] : [];
  const rows = [
    ...[...named, ...(anonymous ? [] : elsewhere)].map(askedRow),
    ...quarters(summed),
    ...advised.map(
      (a): StatementRow => ({
        ...{ date: a.on.date, side: 'advised', own: 0, others: a.minutes, people: a.colleagues.length + 1 },
        ...{ quarter: null, mode: a.mode, topic: a.topic, credentials: a.colleagues, count: 1 },
      }),
    ),
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
  ...{ date: r.on.date, side: 'asked', own: r.minutes, others: 0, people: r.consultants.length + 1 },
  ...{ quarter: null, mode: r.mode, topic: r.topic, credentials: r.consultants.map((c) => c.credential), count: 1 },
});

function quarters(records: readonly ConsultationRecord[]): StatementRow[] {
  const by = new Map<string, ConsultationRecord[]>();
  for (const r of records) by.set(quarterOf(r.on.date), [...(by.get(quarterOf(r.on.date)) ?? []), r]);
  return [...by].map(([quarter, of]) => ({
    ...{ date: `${quarter.slice(0, 4)}-${String((Number(quarter.at(-1)) - 1) * 3 + 1).padStart(2, '0')}-01` },
    ...{ side: 'asked', own: of.reduce((sum, r) => sum + r.minutes, 0), others: 0, people: 2 },
    ...{ quarter, mode: null, topic: null, credentials: [], count: of.length },
  }));
}
