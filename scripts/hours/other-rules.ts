import { addMonths, fullMonths, weekOf } from './calendar.ts';
import { isComputed, type Rule } from './pack.ts';
import { checkPercent, checkPeriod } from './period-rules.ts';
import { type Ledger, type Outcome, outcome, rowsOf, type Unit } from './result.ts';
import type { Row } from './rows.ts';
import { checkContacts, checkRatio, checkUnits, weeksWithIndividual } from './supervision-rules.ts';

/** One outcome for every rule but those of kind `total`, which need the hours that are likely to count. */
export function checkRule(rule: Rule, ledger: Ledger): Outcome {
  if (!isComputed(rule)) return outcome(rule, 'not_checked', null, null, unitOf(rule));
  if (rule.kind === 'period') return checkPeriod(rule, ledger);
  if (rule.kind === 'units') return checkUnits(rule, ledger);
  if (rule.kind === 'ratio') return checkRatio(rule, ledger);
  if (rule.kind === 'percent') return checkPercent(rule, ledger);
  if (rule.kind === 'contacts') return checkContacts(rule, ledger);
  if (rule.kind === 'span') return checkSpan(rule, ledger);
  if (rule.kind === 'limit') return checkLimit(rule, ledger);
  return outcome(rule, 'not_checked', null, null, unitOf(rule));
}

function unitOf(rule: Rule): Unit {
  if (rule.kind === 'total' || rule.kind === 'period' || rule.kind === 'ratio') return 'minutes';
  if (rule.kind === 'percent') return 'percent';
  if (rule.kind === 'units') return 'weeks';
  if (rule.kind === 'span') return rule.minMonths || rule.maxMonths ? 'months' : 'weeks';
  if (rule.minSessionMinutes) return 'minutes';
  return 'count';
}

/** Total rules are met by the minutes that are likely to count. */
export function checkTotal(rule: Rule, rows: Row[], likely: (row: Row) => number): Outcome {
  if (!isComputed(rule) || rule.since) return outcome(rule, 'not_checked', null, null, 'minutes');
  const have = rowsOf(rows, rule.of).reduce((total, row) => total + likely(row), 0);
  if (rule.minHours !== undefined && have < rule.minHours * 60)
    return outcome(rule, 'short', have, rule.minHours * 60, 'minutes');
  if (rule.maxHours !== undefined && have > rule.maxHours * 60)
    return outcome(rule, 'over', have, rule.maxHours * 60, 'minutes');
  return outcome(rule, 'met', have, (rule.minHours ?? rule.maxHours ?? 0) * 60, 'minutes');
}

function checkSpan(rule: Rule, ledger: Ledger): Outcome {
  const { minWeeks, minMonths, maxMonths, weeksWith } = rule;
  const atLeast = (have: number, need: number, unit: Unit) =>
    outcome(rule, have < need ? 'short' : 'met', have, need, unit);
  if (weeksWith) return atLeast(weeksWithIndividual(weeksWith.individualMinutes, ledger), weeksWith.weeks, 'weeks');
  if (minWeeks) {
    const weeks = new Set(ledger.rows.map((row) => weekOf(row.date, ledger.pack.weekStartsOn).from));
    return atLeast(weeks.size, minWeeks, 'weeks');
  }
  const first = ledger.rows[0]?.date;
  const last = ledger.rows.at(-1)?.date;
  if (!first || !last) return outcome(rule, 'not_checked', null, null, 'months');
  const months = fullMonths(first, last);
  if (minMonths && months < minMonths) return outcome(rule, 'short', months, minMonths, 'months');
  if (maxMonths && last > addMonths(first, maxMonths)) return outcome(rule, 'over', months, maxMonths, 'months');
  return outcome(rule, 'met', months, minMonths ?? maxMonths ?? 0, 'months');
}

/** Only what the columns can say: formats and group size. How many at once is a matter of agreements. */
function checkLimit(rule: Rule, ledger: Ledger): Outcome {
  const supervision = ledger.rows.filter((row) => row.type === 'supervision');
  const atMost = (have: number, need: number) => outcome(rule, have > need ? 'over' : 'met', have, need, 'count');
  if (rule.formats) return atMost(supervision.filter((row) => !row.serves).length, 0);
  if (rule.maxGroupSize) return atMost(Math.max(0, ...supervision.map((row) => row.groupSize)), rule.maxGroupSize);
  return outcome(rule, 'not_checked', null, null, 'count');
}
