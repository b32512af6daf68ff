import { dateOfDay, dayOf, periodAround } from './calendar.ts';
import type { Ledger } from './ledger.ts';
import type { RuleOf } from './rule.ts';
import { isOf, type Outcome, sum } from './verdict.ts';

/** When a total may be reached: months `YYYY-MM`. `to` is null where the slower weeks would never get there. */
export interface Pace {
  readonly from: string;
  readonly to: string | null;
}

const weeksBack = 12;
const fewestWeeks = 8;

/**
 * When a total that is still short would be reached at the pace of the last twelve full weeks before `asOf`
 * (`YYYY-MM-DD`): as fast as their busier half, and as slowly as their quieter one. Weeks off count as weeks. Null when
 * nothing is missing, when there are fewer than eight weeks since the first row, or when nothing was logged in them.
 */
export function paceOf(
  rule: RuleOf<'total'>,
  { result, have, need }: Outcome,
  ledger: Ledger,
  asOf: string,
): Pace | null {
  const first = ledger.rows[0];
  if (result !== 'short' || have === null || need === null || first === undefined) return null;
  const startsOn = ledger.pack.weekStartsOn;
  const thisWeek = periodAround(dayOf(asOf), 'week', startsOn).from;
  const weeks = Math.min(weeksBack, (thisWeek - periodAround(first.day, 'week', startsOn).from) / 7);
  if (weeks < fewestWeeks) return null;
  const minutes = Array.from({ length: weeks }, (_, i) => {
    const rows = ledger.periods.week.get(thisWeek - 7 * (i + 1))?.rows ?? [];
    return sum(rows.filter((row) => isOf(row, rule.of)));
  }).sort((a, b) => b - a);
  const half = Math.ceil(weeks / 2);
  const [fast, slow] = [mean(minutes.slice(0, half)), mean(minutes.slice(-half))];
  if (fast === 0) return null;
  const monthAfter = (rate: number) => dateOfDay(dayOf(asOf) + Math.ceil((7 * (need - have)) / rate)).slice(0, 7);
  return { from: monthAfter(fast), to: slow === 0 ? null : monthAfter(slow) };
}

const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;
