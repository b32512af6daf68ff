import type { Bucket, Row } from './ledger.ts';
import type { RuleOf } from './rule.ts';
import { isOf, sum, type Verdict, whole } from './verdict.ts';

type PercentRule = RuleOf<'percent'>;

/**
 * A part of the hours of one period, 0 to 100. Nothing is said of a period without any of the hours that it is a part
 * of. Below the least the whole period is at risk, unless the period is everything.
 */
export function judgePercent(rule: PercentRule, { from, to, rows }: Bucket): Verdict[] {
  const base = rows.filter((row) => row.serves && isOf(row, rule.ofAll));
  const all = sum(base);
  if (all === 0) return [];
  const part = sum(base.filter((row) => isPart(rule, row)));
  const isShort = rule.min !== undefined && part * precision < exact(rule.min) * all;
  const isOver = rule.max !== undefined && part * precision > exact(rule.max) * all;
  const bound = isOver && !isShort ? rule.max : (rule.min ?? rule.max);
  return [
    {
      from,
      to,
      site: null,
      result: isShort ? 'short' : isOver ? 'over' : 'met',
      have: (100 * part) / all,
      need: (exact(bound ?? 0) * 100) / precision,
      atRisk: isShort && rule.per !== 'total' ? whole(rows) : [],
    },
  ];
}

const isPart = (rule: PercentRule, row: Row): boolean =>
  isOf(row, rule.of) ||
  (rule.unrestrictedSupervision === true && row.entry.type === 'supervision' && !row.entry.restricted);

/** Shares as whole numbers, so that exactly 7.5 % is 7.5 % however a fraction is stored. */
const precision = 1_000_000;
const exact = (share: number): number => Math.round(share * precision);
