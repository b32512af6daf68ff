import type { Days } from './calendar.ts';
import type { Bucket, Ledger, Row } from './ledger.ts';
import { remembered } from './memo.ts';
import type { CalendarPer, Rule } from './rule.ts';

export type Result = 'met' | 'short' | 'over' | 'not_checked';
export type Unit = 'minutes' | 'percent' | 'weeks' | 'months' | 'count';

/** Minutes of one row that may not count. */
export interface Share {
  readonly row: Row;
  readonly minutes: number;
}

/** What a rule says of one period: of all sites (`site` null) or of one. */
export interface Verdict extends Days {
  readonly site: string | null;
  readonly result: Exclude<Result, 'not_checked'>;
  readonly have: number;
  readonly need: number;
  readonly atRisk: readonly Share[];
}

/** What a rule comes to over everything. */
export interface Outcome {
  readonly result: Result;
  /** Null where nothing was judged. */
  readonly have: number | null;
  readonly need: number | null;
  readonly unit: Unit;
  /** Periods that are judged, the earliest first. */
  readonly verdicts: readonly Verdict[];
  /** The same of the period that is still running, where more may come. */
  readonly open: readonly Verdict[];
}

export const notChecked = (unit: Unit): Outcome => ({
  result: 'not_checked',
  have: null,
  need: null,
  unit,
  verdicts: [],
  open: [],
});

/** An outcome that is one comparison: short below `min`, over above `max`, met where equal. */
export function compared(
  have: number,
  bounds: { min?: number | undefined; max?: number | undefined },
  unit: Unit,
): Outcome {
  const { min, max } = bounds;
  const over = max !== undefined && have > max;
  const result = min !== undefined && have < min ? 'short' : over ? 'over' : 'met';
  const need = (result === 'over' ? max : (min ?? max)) ?? 0;
  return { result, have, need, unit, verdicts: [], open: [] };
}

/** All rows as one bucket. */
const all = remembered(({ rows }: Ledger): Bucket => ({ from: rows[0]?.day ?? 0, to: rows.at(-1)?.day ?? 0, rows }));

export const sum = (rows: readonly Row[]): number => rows.reduce((minutes, { entry }) => minutes + entry.minutes, 0);

/** Whether a row's activity is among those a rule names, itself or through what it is part of. Counted once however often named. */
export const isOf = (row: Row, of: readonly string[]): boolean => row.activities.some((id) => of.includes(id));

/** Everything in a period or, of one site, everything there. */
export const whole = (rows: readonly Row[]): Share[] => rows.map((row) => ({ row, minutes: row.entry.minutes }));

/** The rows of a period by the scope of a rule; `site` is named where the scope is the site. */
export function scoped(
  rows: readonly Row[],
  scope: 'all' | 'site' | 'supervisor',
): { readonly site: string | null; readonly rows: readonly Row[] }[] {
  if (scope === 'all') return [{ site: null, rows }];
  const parts = new Map<string, Row[]>();
  for (const row of rows) {
    const name = scope === 'site' ? row.entry.site : (row.entry.supervisor ?? '');
    const part = parts.get(name);
    if (part) part.push(row);
    else parts.set(name, [row]);
  }
  return [...parts].map(([name, of]) => ({ site: scope === 'site' ? name : null, rows: of }));
}

/** A rule's reading of one period: a verdict for each part of its scope that has anything to be judged. */
export type Judge<R extends Rule> = (rule: R, bucket: Bucket) => readonly Verdict[];

/** Applies a rule to every period with rows in it. The period that holds the as-of date is kept apart: it is not judged yet. */
export function judged<R extends Rule>(
  rule: R,
  per: CalendarPer,
  judge: Judge<R>,
  { ledger, asOf }: { readonly ledger: Ledger; readonly asOf: number },
): { verdicts: Verdict[]; open: Verdict[] } {
  if (per === 'total') return { verdicts: ledger.rows.length === 0 ? [] : [...judge(rule, all(ledger))], open: [] };
  const found = { verdicts: [] as Verdict[], open: [] as Verdict[] };
  for (const bucket of ledger.periods[per].values()) {
    const isOpen = bucket.from <= asOf && asOf <= bucket.to;
    found[isOpen ? 'open' : 'verdicts'].push(...judge(rule, bucket));
  }
  found.verdicts.sort((a, b) => a.from - b.from);
  return found;
}

/** One result of several periods: short if any is short, over if any is over. */
export function resultOf(verdicts: readonly Verdict[]): Result {
  if (verdicts.length === 0) return 'not_checked';
  const has = (result: Result) => verdicts.some((verdict) => verdict.result === result);
  return has('short') ? 'short' : has('over') ? 'over' : 'met';
}

/** The verdict for which `badness` is greatest, the earliest of equals. */
export const worst = (verdicts: readonly Verdict[], badness: (verdict: Verdict) => number): Verdict | null =>
  verdicts.reduce<Verdict | null>((bad, one) => (bad === null || badness(one) > badness(bad) ? one : bad), null);
