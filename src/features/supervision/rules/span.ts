import { monthsBetween } from './calendar.ts';
import type { Ledger } from './ledger.ts';
import type { RuleOf } from './rule.ts';
import { individualOf } from './supervision-time.ts';
import { compared, notChecked, type Outcome } from './verdict.ts';

/**
 * How long the hours took: weeks with a row, months from the first row to the last, weeks with enough individual or
 * triadic supervision. The first of these that is not met stands for the rule. A window before the application is not checked.
 */
export function judgeSpan(rule: RuleOf<'span'>, { rows, periods }: Ledger): Outcome {
  const parts: Outcome[] = [];
  if (rule.minWeeks !== undefined) parts.push(compared(periods.week.size, { min: rule.minWeeks }, 'weeks'));
  if (rule.minMonths !== undefined || rule.maxMonths !== undefined) {
    parts.push(judgeMonths(rule, rows[0]?.day ?? 0, rows.at(-1)?.day ?? 0));
  }
  if (rule.weeksWith !== undefined) {
    const { individualMinutes, weeks } = rule.weeksWith;
    const good = [...periods.week.values()].filter((week) => individualOf(week) >= individualMinutes);
    parts.push(compared(good.length, { min: weeks }, 'weeks'));
  }
  return parts.find(({ result }) => result !== 'met') ?? parts[0] ?? notChecked('weeks');
}

/** Date to date: sixty months and a day are more than sixty months, although sixty whole ones are shown. */
function judgeMonths({ minMonths: min, maxMonths: max }: RuleOf<'span'>, first: number, last: number): Outcome {
  const months = monthsBetween(first, last);
  const outcome = compared(months, { min, max }, 'months');
  const isLonger = max !== undefined && months === max && monthsBetween(first, last - 1) === max;
  return isLonger ? { ...outcome, result: 'over', need: max } : outcome;
}
