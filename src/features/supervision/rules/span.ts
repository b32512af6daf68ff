import { yearsFrom } from '../../../time/time.ts';
import { dayOf, monthsBetween } from './calendar.ts';
import type { Ledger, Row } from './ledger.ts';
import { isVerified, type RuleOf } from './rule.ts';
import { individualOf } from './supervision-time.ts';
import { compared, notChecked, type Outcome } from './verdict.ts';

/**
 * How long the hours took: weeks with a row, months from the first row to the last, weeks with enough individual or
 * triadic supervision. The first of these that is not met stands for the rule. A window before the application changes no result.
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

/**
 * Rows that are too old for an application on that day (`YYYY-MM-DD`), by each rule that takes only hours of the years before
 * it. They stay in every total: which of them the board leaves out is for the board to say.
 */
export const outsideWindow = (
  { pack, rows }: Ledger,
  applying: string,
): { readonly rule: RuleOf<'span'>; readonly years: number; readonly rows: readonly Row[] }[] =>
  pack.rules.flatMap((rule) => {
    if (rule.kind !== 'span' || rule.windowYears === undefined || !isVerified(rule)) return [];
    const from = dayOf(yearsFrom(applying, -rule.windowYears));
    const old = rows.filter(({ day }) => day < from);
    return old.length === 0 ? [] : [{ rule, years: rule.windowYears, rows: old }];
  });
