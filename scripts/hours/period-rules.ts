import { addDays, contains, type Period } from './calendar.ts';
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
    else if (minutes > most(rule)) riskAbove(made, period, rowsOf(rows, rule.of), most(rule));
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

/** Of the entries in order only the minutes above the cap are at risk. */
function riskAbove(made: Outcome, period: Period, rows: Row[], cap: number): void {
  let before = 0;
  for (const row of rows) {
    const above = Math.min(row.minutes, Math.max(0, before + row.minutes - cap));
    if (above > 0) made.rows.set(row, above);
    before += row.minutes;
  }
  made.risks.push({ ...period, site: null, minutes: before - cap, rule: made.result.id });
}

/** Looks back seven days from each date with an entry; minutes above the cap do not count in later windows. */
function checkRolling(rule: Rule, ledger: Ledger): Outcome {
  const made = outcome(rule, 'not_checked', null, null, 'minutes');
  const rows = rowsOf(ledger.rows, rule.of);
  const within = (row: Row) => row.minutes - (made.rows.get(row) ?? 0);
  const found: number[] = [];
  for (const date of new Set(rows.map((row) => row.date))) {
    const window = { from: addDays(date, -6), to: date };
    if (contains(window, ledger.asOf)) continue;
    const earlier = rows.filter((row) => contains(window, row.date) && row.date < date);
    const today = rows.filter((row) => row.date === date);
    let before = earlier.reduce((total, row) => total + within(row), 0);
    found.push(before + sum(today));
    const above = before + sum(today) - most(rule);
    for (const row of today) {
      const over = Math.max(0, before + row.minutes - most(rule));
      if (over > 0) made.rows.set(row, over);
      before += within(row);
    }
    if (above > 0) made.risks.push({ ...window, site: null, minutes: above, rule: rule.id });
  }
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
    Object.assign(made.result, { result, have: twoDecimals(worst), need: twoDecimals(100 * limit) });
  }
  return made;
}

/** BACB: supervised time is unrestricted too, unless a row says otherwise. */
function numerator(rule: Rule, rows: Row[]): Row[] {
  const own = rowsOf(rows, rule.of);
  if (!(rule.of?.length === 1 && rule.of[0] === 'unres')) return own;
  return [...own, ...rows.filter((row) => row.type === 'supervision' && !row.restricted)];
}

/** Rounded down; the tiny amount keeps 7.5 from becoming 7.49. */
function twoDecimals(percent: number): number {
  return Math.floor(percent * 100 + 1e-9) / 100;
}
