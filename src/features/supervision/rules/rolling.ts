import type { Ledger, Row } from './ledger.ts';
import type { RuleOf } from './rule.ts';
import { isOf, type Share, type Verdict } from './verdict.ts';

/**
 * A most of hours in any seven days, looked at on the date of every row: that day and the six before it. What goes
 * above is at risk and does not fill later windows. `have` is all that was logged in the window.
 */
export function judgeRolling(rule: RuleOf<'period'>, ledger: Ledger): Verdict[] {
  const cap = (rule.maxHours ?? Number.POSITIVE_INFINITY) * 60;
  const rows = ledger.rows.filter((row) => isOf(row, rule.of));
  /** Of each row, what does not lie above the cap. */
  const kept: number[] = [];
  const window = { first: 0, logged: 0, kept: 0 };
  const verdicts: Verdict[] = [];
  for (let i = 0; i < rows.length; ) {
    const { day } = rows[i] as Row;
    for (let row = rows[window.first]; row !== undefined && row.day < day - 6; row = rows[++window.first]) {
      window.logged -= row.entry.minutes;
      window.kept -= kept[window.first] ?? 0;
    }
    const atRisk: Share[] = [];
    for (let row = rows[i]; row !== undefined && row.day === day; row = rows[++i]) {
      const minutes = Math.max(0, window.kept + row.entry.minutes - cap);
      if (minutes > 0) atRisk.push({ row, minutes });
      kept[i] = row.entry.minutes - minutes;
      window.kept += row.entry.minutes - minutes;
      window.logged += row.entry.minutes;
    }
    const result = window.logged > cap ? 'over' : 'met';
    verdicts.push({ from: day - 6, to: day, site: null, result, have: window.logged, need: cap, atRisk });
  }
  return verdicts;
}
