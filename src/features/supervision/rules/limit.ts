import type { Ledger, Row } from './ledger.ts';
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
export function judgeLimit(rule: LimitRule, { rows }: Ledger): Outcome {
  const supervision = rows.filter(({ entry }) => entry.type === 'supervision');
  const parts: Outcome[] = [];
  if (rule.formats !== undefined) {
    const others = supervision.filter((row) => beyondLimit(rule, row) === 'format');
    parts.push(compared(others.length, { max: 0 }, 'count'));
  }
  const sizes = supervision.flatMap(({ entry }) => entry.groupSize ?? []);
  if (rule.maxGroupSize !== undefined && sizes.length > 0)
    parts.push(compared(greatest(sizes), { max: rule.maxGroupSize }, 'count'));
  if (rule.minSessionMinutes !== undefined && supervision.length > 0) {
    const shortest = supervision.reduce((least, { entry }) => Math.min(least, entry.minutes), Number.POSITIVE_INFINITY);
    parts.push(compared(shortest, { min: rule.minSessionMinutes }, 'minutes'));
  }
  return parts.find(({ result }) => result !== 'met') ?? parts[0] ?? notChecked('count');
}

const greatest = (numbers: readonly number[]): number => numbers.reduce((most, n) => Math.max(most, n), 0);
