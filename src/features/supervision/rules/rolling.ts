import { type Bucket, type Ledger, monthsOf, type Row } from './ledger.ts';
import { rememberedFor } from './memo.ts';
import type { RuleOf } from './rule.ts';
import { isOf, type Share, type Verdict } from './verdict.ts';

type CapRule = RuleOf<'period'>;

/** A row and how many of its minutes lie below the cap. */
interface Kept {
  readonly row: Row;
  readonly minutes: number;
}

/** One month, which begins with the rows of the six days before it. */
interface Month {
  readonly before: readonly Kept[];
  /** The windows that are above the cap, and the fullest of the others. */
  readonly over: readonly Verdict[];
  readonly fullest: Verdict | null;
  readonly after: readonly Kept[];
}

/**
 * A most of hours in any seven days, looked at on the date of every row: that day and the six before it. What goes
 * above is at risk and does not fill later windows. `have` is all that was logged in the window. Returns the windows that
 * are above, or else the fullest one. A month is worked out again only when it or the end of the one before has changed.
 */
export function judgeRolling(rule: CapRule, ledger: Ledger): Verdict[] {
  const over: Verdict[] = [];
  let fullest: Verdict | null = null;
  let kept: readonly Kept[] = [];
  for (const bucket of monthsOf(ledger)) {
    const before = kept.filter(({ row }) => row.day >= bucket.from - 6);
    const slot = slotOf(rule, bucket);
    if (slot.month === null || !isSame(slot.month.before, before)) slot.month = windowsIn(rule, bucket, before);
    over.push(...slot.month.over);
    if (slot.month.fullest !== null && slot.month.fullest.have > (fullest?.have ?? -1)) fullest = slot.month.fullest;
    kept = slot.month.after;
  }
  return over.length > 0 || fullest === null ? over : [fullest];
}

const slotOf = rememberedFor((_rule: CapRule, _bucket: Bucket): { month: Month | null } => ({ month: null }));

const isSame = (a: readonly Kept[], b: readonly Kept[]): boolean =>
  a.length === b.length && a.every(({ row, minutes }, i) => row === b[i]?.row && minutes === b[i]?.minutes);

function windowsIn(rule: CapRule, bucket: Bucket, before: readonly Kept[]): Month {
  const cap = (rule.maxHours ?? Number.POSITIVE_INFINITY) * 60;
  const rows = bucket.rows.filter((row) => isOf(row, rule.of));
  const over: Verdict[] = [];
  let fullest: Verdict | null = null;
  let window = [...before];
  for (let i = 0; i < rows.length; ) {
    const day = rows[i]?.day ?? 0;
    window = window.filter(({ row }) => row.day >= day - 6);
    let filled = window.reduce((sum, { minutes }) => sum + minutes, 0);
    const atRisk: Share[] = [];
    for (let row = rows[i]; row !== undefined && row.day === day; row = rows[++i]) {
      const above = Math.max(0, filled + row.entry.minutes - cap);
      if (above > 0) atRisk.push({ row, minutes: above });
      window.push({ row, minutes: row.entry.minutes - above });
      filled += row.entry.minutes - above;
    }
    const have = window.reduce((sum, { row }) => sum + row.entry.minutes, 0);
    const found = { from: day - 6, to: day, site: null, have, need: cap, atRisk } as const;
    if (have > cap) over.push({ ...found, result: 'over' });
    else if (have > (fullest?.have ?? -1)) fullest = { ...found, result: 'met' };
  }
  return { before, over, fullest, after: window.filter(({ row }) => row.day >= bucket.to - 5) };
}
