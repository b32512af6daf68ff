import { type Bucket, type Ledger, monthsOf, type Row } from './ledger.ts';
import { rememberedFor } from './memo.ts';
import type { RuleOf } from './rule.ts';
import { compared, notChecked, type Outcome } from './verdict.ts';

type LimitRule = RuleOf<'limit'>;

/** In which way one row of supervision goes beyond a limit; null when in none that a row can show. */
export function beyondLimit(rule: LimitRule, { entry }: Row): 'format' | 'groupSize' | 'shortSession' | null {
  if (entry.type !== 'supervision') return null;
  const { format, groupSize, minutes } = entry;
  if (rule.formats !== undefined && format !== null && !rule.formats.some((f) => f === format)) return 'format';
  if (rule.maxGroupSize !== undefined && (groupSize ?? 0) > rule.maxGroupSize) return 'groupSize';
  if (rule.minSessionMinutes !== undefined && minutes < rule.minSessionMinutes) return 'shortSession';
  return null;
}

/**
 * What rows of supervision can show: their format (`have` counts those in another one), the largest group, the shortest
 * session. How many people a supervisor has, or how many supervisors at once, is in no row and stays unchecked.
 */
export function judgeLimit(rule: LimitRule, ledger: Ledger): Outcome {
  const months = monthsOf(ledger).map((month) => extremesOf(rule, month));
  const parts: Outcome[] = [];
  if (rule.formats !== undefined) {
    const others = months.reduce((count, { otherFormats }) => count + otherFormats, 0);
    parts.push(compared(others, { max: 0 }, 'count'));
  }
  const largest = Math.max(...months.map(({ largestGroup }) => largestGroup));
  if (rule.maxGroupSize !== undefined && largest > 0)
    parts.push(compared(largest, { max: rule.maxGroupSize }, 'count'));
  const shortest = Math.min(...months.map(({ shortestSession }) => shortestSession));
  if (rule.minSessionMinutes !== undefined && Number.isFinite(shortest))
    parts.push(compared(shortest, { min: rule.minSessionMinutes }, 'minutes'));
  return parts.find(({ result }) => result !== 'met') ?? parts[0] ?? notChecked('count');
}

/** Of the supervision in a month: how much of it in another format, the largest group (0 if unknown), the shortest session. */
const extremesOf = rememberedFor((rule: LimitRule, { rows }: Bucket) => {
  const found = { otherFormats: 0, largestGroup: 0, shortestSession: Number.POSITIVE_INFINITY };
  for (const row of rows) {
    if (row.entry.type !== 'supervision') continue;
    if (beyondLimit(rule, row) === 'format') found.otherFormats++;
    found.largestGroup = Math.max(found.largestGroup, row.entry.groupSize ?? 0);
    found.shortestSession = Math.min(found.shortestSession, row.entry.minutes);
  }
  return found;
});
