import { type Bucket, type Ledger, monthsAround, monthsOf, type Row } from './ledger.ts';
import type { Verdict } from './verdict.ts';

/** Minutes of each row that are at risk under any rule; rows with none are left out. */
export type Risk = ReadonlyMap<Row, number>;

/** One month of a ledger and what is at risk in it. */
export interface MonthAtRisk {
  readonly month: Bucket;
  readonly risk: Risk;
}

const nothing: Risk = new Map();
const known = new WeakMap<Bucket, { readonly verdicts: readonly Verdict[]; readonly risk: Risk }>();

/**
 * What is at risk, month by month. A row may be at risk under several rules; it is so once, for the most that any of them
 * says. As long as the same verdicts touch a month, the answer is the same object.
 */
export function riskByMonth(ledger: Ledger, verdicts: readonly Verdict[]): MonthAtRisk[] {
  const touching = new Map<Bucket, Verdict[]>(monthsOf(ledger).map((month) => [month, []]));
  for (const verdict of verdicts) {
    if (verdict.atRisk.length === 0) continue;
    for (const month of monthsAround(ledger, verdict)) touching.get(month)?.push(verdict);
  }
  return [...touching].map(([month, those]) => ({ month, risk: riskIn(month, those) }));
}

function riskIn(month: Bucket, verdicts: readonly Verdict[]): Risk {
  if (verdicts.length === 0) return nothing;
  const before = known.get(month);
  if (before?.verdicts.length === verdicts.length && verdicts.every((verdict, i) => verdict === before.verdicts[i]))
    return before.risk;
  const risk = new Map<Row, number>();
  for (const { atRisk } of verdicts)
    for (const { row, minutes } of atRisk)
      if (month.from <= row.day && row.day <= month.to) risk.set(row, Math.max(minutes, risk.get(row) ?? 0));
  known.set(month, { verdicts, risk });
  return risk;
}
