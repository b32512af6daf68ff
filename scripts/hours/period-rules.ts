import { addDays } from './calendar.ts';
import type { Rule } from './pack.ts';
import { judgedPeriods, type Ledger, type Outcome, outcome, riskWhole, rowsIn, rowsOf, sum } from './result.ts';
import type { Row } from './rows.ts';

/** A least and a most a week, a month or seven days in a row. */
export function checkPeriod(rule: Rule, ledger: Ledger): Outcome {
  if (rule.per === 'rolling7') return checkRolling(rule, ledger);
  if (rule.per !== 'week' && rule.per !== 'month') throw new Error(`no such period: ${rule.per}`);
  const made = outcome(rule, 'not_checked', null, null, 'minutes');
  const found: number[] = [];
  for (const period of judgedPeriods(ledger, rule.per)) {
    const rows = rowsIn(ledger.rows, period);
    const minutes = sum(rowsOf(rows, rule.of));
    found.push(minutes);
    if (minutes < least(rule)) riskWhole(made, period, null, rows);
    else if (minutes > most(rule)) riskAbove(made, rowsOf(rows, rule.of), most(rule));
  }
  if (found.length) judge(made, rule, found);
  return made;
}

const least = (rule: Rule) => (rule.minHours ?? 0) * 60;
const most = (rule: Rule) => (rule.maxHours ?? Infinity) * 60;

/** One result for several periods: short if any is short, over if any is over. */
function judge(made: Outcome, rule: Rule, found: number[]): void {
  const low = Math.min(...found);
  const high = Math.max(...found);
  if (low < least(rule)) Object.assign(made.result, { result: 'short', have: low, need: least(rule) });
  else if (high > most(rule)) Object.assign(made.result, { result: 'over', have: high, need: most(rule) });
  else if (rule.minHours !== undefined) Object.assign(made.result, { result: 'met', have: low, need: least(rule) });
  else Object.assign(made.result, { result: 'met', have: high, need: most(rule) });
}

/** Of an entry only the minutes that bring the period above the cap are at risk. */
function riskAbove(made: Outcome, rows: Row[], cap: number): void {
  let before = 0;
  for (const row of rows) {
    riskPart(made, row, Math.min(row.minutes, before + row.minutes - cap));
    before += row.minutes;
  }
}

function riskPart(made: Outcome, row: Row, minutes: number): void {
  if (minutes <= 0) return;
  made.rows.set(row, minutes);
  made.risks.push({ from: row.date, to: row.date, site: row.site, minutes, rule: made.result.id });
}

/**
 * Looks back seven days from every entry's date, the as-of date too. What is above the cap does not count in later
 * windows; the worst window is told with all its logged minutes, as the worst month is.
 */
function checkRolling(rule: Rule, ledger: Ledger): Outcome {
  const made = outcome(rule, 'not_checked', null, null, 'minutes');
  const rows = rowsOf(ledger.rows, rule.of);
  const found: number[] = [];
  rows.forEach((row, index) => {
    const window = { from: addDays(row.date, -6), to: row.date };
    const credited = rowsIn(rows.slice(0, index), window).map((each) => each.minutes - (made.rows.get(each) ?? 0));
    const before = credited.reduce((total, minutes) => total + minutes, 0);
    riskPart(made, row, before + row.minutes - most(rule));
    found.push(sum(rowsIn(rows, window)));
  });
  if (found.length) judge(made, rule, found);
  return made;
}

/** A share of minutes, a month or over all; a percent of nothing says nothing. */
export function checkPercent(rule: Rule, ledger: Ledger): Outcome {
  const made = outcome(rule, 'not_checked', null, null, 'percent');
  const { min = 0, max = 1 } = rule;
  const limit = rule.max === undefined ? min : max;
  let result: 'met' | 'short' | 'over' = 'met';
  const found: number[] = [];
  const judged = rule.per === 'month' ? judgedPeriods(ledger, 'month') : [undefined];
  for (const period of judged) {
    const rows = period ? rowsIn(ledger.rows, period) : ledger.rows;
    const whole = sum(rowsOf(rows, rule.ofAll));
    if (whole === 0) continue;
    const part = sum(numerator(rule, rows));
    found.push((100 * part) / whole);
    // In millionths, so that an equal share is equal.
    const isShort = part * 1e6 < Math.round(min * 1e6) * whole;
    const isOver = part * 1e6 > Math.round(max * 1e6) * whole;
    if (isOver && result === 'met') result = 'over';
    if (isShort) result = 'short';
    if (isShort && period) riskWhole(made, period, null, rows);
  }
  if (found.length) {
    const worst = rule.max === undefined ? Math.min(...found) : Math.max(...found);
    Object.assign(made.result, { result, have: worst, need: Math.round(1e6 * limit) / 1e4 });
  }
  return made;
}

/** BACB: supervised time is unrestricted too, unless a row says otherwise. */
function numerator(rule: Rule, rows: Row[]): Row[] {
  const own = rowsOf(rows, rule.of);
  if (!(rule.of?.length === 1 && rule.of[0] === 'unres')) return own;
  return [...own, ...rows.filter((row) => row.type === 'supervision' && !row.restricted)];
}
