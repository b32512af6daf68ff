import type { Read } from '../../ports/store.ts';
import type { Asked } from '../../runtime/context.ts';
import { allOf } from '../../storage/find-all.ts';
import { dateOf } from '../../time/time.ts';
import { Consultations } from '../consultation/model.ts';
import { type ConsultationRecord, isStructured, Records } from '../consultation/record/model.ts';
import { type Attendance, Attendances } from '../meetings/model.ts';
import { type Advice, Advised } from './model.ts';
import { type CreditRow, type Days, quarterOf } from './totals.ts';

/** An ordinary question on a case, one held in a structure, or a meeting of the group. */
export type RowKind = 'case' | 'structured' | 'meeting';

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
  /** What sort of consultation it was; null of a sum. */
  readonly kind: RowKind | null;
  readonly mode: ConsultationRecord['mode'] | null;
  readonly topic: ConsultationRecord['topic'] | null;
  readonly colleagues: readonly Colleague[];
  /** The group it was in. */
  readonly group: string | null;
  /** How many consultations are in it. */
  readonly count: number;
  /** Of a meeting, that its owner said that a record has the time on their own case. */
  readonly recorded: boolean;
}

/** The lines of a statement. `sameDays`: on so many days a meeting and something else are logged, which may be the same time. */
interface Lines {
  readonly rows: readonly StatementRow[];
  readonly sameDays: number;
}

/** What the lines of a statement are made of, in one community. */
export interface Earned {
  readonly records: readonly ConsultationRecord[];
  /** Ids of records of questions that were asked without a name. */
  readonly hidden: ReadonlySet<string>;
  readonly advised: readonly Advice[];
  readonly attended: readonly Attendance[];
}

/** Everything of the person whose documents `read` opens. */
export async function earnedIn(read: Read, me: string): Promise<Earned> {
  const mine = { equal: me };
  const records = (await allOf(read, Records, 'owner', mine)).filter((r) => r.status === 'final');
  return {
    records,
    hidden: await withoutName(read, records),
    advised: await allOf(read, Advised, 'owner', mine),
    attended: await allOf(read, Attendances, 'owner', mine),
  };
}

/**
 * My own consultations between two days, from my records, from what I noted of advising, and from the meetings I noted; `linked`:
 * also with the accounts that I linked, whose colleagues have no names here. Questions that I asked without my name are left out;
 * `anonymous`: then they are in one sum a quarter, together with what was logged elsewhere, of all accounts, so that none
 * can be told from the others (docs/domain.md, What consultation earns).
 */
export async function statementLines(
  ctx: Asked,
  { from, to }: Days,
  anonymous: boolean,
  linked: readonly Earned[],
): Promise<Lines> {
  const within = (date: string): boolean => date >= from && date <= to;
  const zone = ctx.zone ?? ctx.group?.zone ?? 'UTC';
  const accounts = [await earnedIn(ctx.read, ctx.me), ...linked];
  const summed: ConsultationRecord[] = [];
  const rows = accounts.flatMap((of, i) => {
    const records = of.records.filter((r) => within(r.on.date));
    const hidden = records.filter((r) => of.hidden.has(r.id));
    const outside = records.filter((r) => r.consultation === null);
    if (anonymous) summed.push(...outside, ...hidden);
    const named = records.filter((r) => r.consultation !== null && !hidden.includes(r));
    const own = [
      ...[...named, ...(anonymous ? [] : outside)].map(askedRow),
      ...of.advised.filter((a) => within(a.on.date)).map(advisedRow),
      ...of.attended.filter((a) => within(dateOf(a.at, zone))).map((a) => attendedRow(a, zone)),
    ];
    return i === 0 ? own : own.map(far);
  });
  return {
    rows: [...rows, ...quarters(summed)].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    sameDays: sameDays(
      rows,
      summed.map((r) => r.on.date),
    ),
  };
}

/** The lines of this account alone, without questions that were asked without a name. */
export const statementRows = async (ctx: Asked, days: Days): Promise<readonly StatementRow[]> =>
  (await statementLines(ctx, days, false, [])).rows;

/** A line of a linked account: of colleagues there only the credential is shown. */
const far = (row: StatementRow): StatementRow => ({
  ...row,
  group: null,
  colleagues: row.colleagues.map(({ credential }) => ({ person: null, credential })),
});

/** `summed`: the days of what is in a sum. */
function sameDays(rows: readonly StatementRow[], summed: readonly string[]): number {
  const logged = new Set([...summed, ...rows.filter((r) => r.side !== 'attended').map(({ date }) => date)]);
  const meetings = rows.filter((r) => r.side === 'attended' && !r.recorded).map(({ date }) => date);
  return new Set(meetings.filter((date) => logged.has(date))).size;
}

/** Records of questions that were asked without a name. Where the question is no longer there, it is taken for one. */
async function withoutName(read: Read, records: readonly ConsultationRecord[]): Promise<ReadonlySet<string>> {
  const asked = records.filter((r) => r.consultation !== null);
  const found = await read.getMany(
    Consultations,
    asked.map((r) => r.consultation ?? ''),
  );
  return new Set(asked.flatMap((r, i) => (found[i]?.author.as === 'me' ? [] : [r.id])));
}

const askedRow = (r: ConsultationRecord): StatementRow => ({
  ...{ id: r.id, group: r.group, date: r.on.date, side: 'asked', own: r.minutes, others: 0 },
  ...{
    kind: isStructured(r) ? 'structured' : 'case',
    quarter: null,
    mode: r.mode,
    topic: r.topic,
    recorded: false,
    count: 1,
    people: r.consultants.length + 1,
  },
  colleagues: r.consultants.map((c) => ({ person: 'person' in c ? c.person : null, credential: c.credential })),
});

const advisedRow = (a: Advice): StatementRow => ({
  ...{ id: a.id, group: a.group, date: a.on.date, side: 'advised', own: 0, others: a.minutes },
  ...{
    kind: 'case',
    quarter: null,
    mode: a.mode,
    topic: a.topic,
    recorded: false,
    count: 1,
    people: a.colleagues.length + 1,
  },
  colleagues: a.colleagues.map((credential) => ({ person: null, credential })),
});

/**
 * A meeting: time on one's own case, unless a record has it already, and on those of others apart. Who was there is known to
 * nobody.
 */
const attendedRow = (a: Attendance, zone: string): StatementRow => ({
  ...{ id: a.id, group: a.group, date: dateOf(a.at, zone), side: 'attended' },
  ...{ own: a.ownRecorded ? 0 : a.ownMinutes, others: a.minutes - a.ownMinutes, people: a.people },
  ...{
    kind: 'meeting',
    quarter: null,
    mode: null,
    topic: null,
    count: 1,
    colleagues: [],
    recorded: a.ownRecorded && a.ownMinutes > 0,
  },
});

function quarters(records: readonly ConsultationRecord[]): StatementRow[] {
  const by = new Map<string, ConsultationRecord[]>();
  for (const r of records) by.set(quarterOf(r.on.date), [...(by.get(quarterOf(r.on.date)) ?? []), r]);
  return [...by].map(([quarter, of]) => ({
    ...{ date: `${quarter.slice(0, 4)}-${String((Number(quarter.at(-1)) - 1) * 3 + 1).padStart(2, '0')}-01` },
    ...{ side: 'asked', own: of.reduce((sum, r) => sum + r.minutes, 0), others: 0, people: 2 },
    ...{
      id: null,
      group: null,
      kind: null,
      quarter,
      mode: null,
      topic: null,
      colleagues: [],
      count: of.length,
      recorded: false,
    },
  }));
}
