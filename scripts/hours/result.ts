import { contains, monthOf, type Period, weekOf } from './calendar.ts';
import type { Pack, Rule } from './pack.ts';
import type { Row } from './rows.ts';

export type Unit = 'minutes' | 'percent' | 'weeks' | 'months' | 'count';

export interface Result {
  id: string;
  kind: Rule['kind'];
  status: Rule['status'];
  result: 'met' | 'short' | 'over' | 'not_checked';
  have: number | null;
  need: number | null;
  unit: Unit;
}

export interface Risk extends Period {
  site: string | null;
  minutes: number;
  rule: string;
}

export interface Warning extends Period {
  rule: string | null;
  site: string | null;
  text: string;
}

/** What one rule comes to; `rows` says how many minutes of a row the rule puts at risk. */
export interface Outcome {
  result: Result;
  risks: Risk[];
  rows: Map<Row, number>;
}

/** What the checks look at: every counted row, in order of date, then line. */
export interface Ledger {
  pack: Pack;
  rows: Row[];
  asOf: string;
}

export function outcome(rule: Rule, result: Result['result'], have: number | null, need: number | null, unit: Unit) {
  const { id, kind, status } = rule;
  const made: Outcome = { result: { id, kind, status, result, have, need, unit }, risks: [], rows: new Map() };
  return made;
}

/** Puts all minutes of the rows at risk, under one line of the report. */
export function riskWhole(made: Outcome, period: Period, site: string | null, rows: Row[]): void {
  made.risks.push({ ...period, site, minutes: sum(rows), rule: made.result.id });
  for (const row of rows) made.rows.set(row, row.minutes);
}

export function sum(rows: Row[]): number {
  return rows.reduce((total, row) => total + row.minutes, 0);
}

/** The rows that count in one of the activities, in their own right or as part of it. */
export function rowsOf(rows: Row[], activities: string[] = []): Row[] {
  return rows.filter((row) => row.activities.some((id) => activities.includes(id)));
}

export function rowsIn(rows: Row[], period: Period): Row[] {
  return rows.filter((row) => contains(period, row.date));
}

/** The weeks or months with a row in them, in order; the one of the as-of date is not judged yet. */
export function judgedPeriods(ledger: Ledger, per: 'week' | 'month'): Period[] {
  const all = ledger.rows.map((row) =>
    per === 'week' ? weekOf(row.date, ledger.pack.weekStartsOn) : monthOf(row.date),
  );
  const once = new Map(all.map((period) => [period.from, period]));
  return [...once.values()].filter((period) => !contains(period, ledger.asOf));
}
