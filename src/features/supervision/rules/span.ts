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
    const months = monthsBetween(rows[0]?.day ?? 0, rows.at(-1)?.day ?? 0);
    parts.push(compared(months, { min: rule.minMonths, max: rule.maxMonths }, 'months'));
  }
  if (rule.weeksWith !== undefined) {
    const { individualMinutes, weeks } = rule.weeksWith;
    const good = [...periods.week.values()].filter((week) => individualOf(week) >= individualMinutes);
    parts.push(compared(good.length, { min: weeks }, 'weeks'));
  }
  return parts.find(({ result }) => result !== 'met') ?? parts[0] ?? notChecked('weeks');
}
