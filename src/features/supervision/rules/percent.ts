import { type Bucket, type Ledger, monthsOf, type Row } from './ledger.ts';
import { rememberedFor } from './memo.ts';
import type { RuleOf } from './rule.ts';
import { isOf, sum, type Verdict, whole } from './verdict.ts';

type PercentRule = RuleOf<'percent'>;

/**
 * A part of the hours of one period, 0 to 100. Nothing is said of a period without any of the hours that it is a part
 * of. Below the least the whole period is at risk.
 */
export const judgePercent = rememberedFor((rule: PercentRule, bucket: Bucket): Verdict[] =>
  verdictOf(rule, partsOf(rule, bucket), bucket, bucket.rows),
);

/** The same of everything. Nothing is at risk under it, since no single period is to blame. */
export function judgeWholePercent(rule: PercentRule, ledger: Ledger): Verdict[] {
  const parts = { part: 0, all: 0 };
  for (const month of monthsOf(ledger)) {
    const { part, all } = partsOf(rule, month);
    parts.part += part;
    parts.all += all;
  }
  return verdictOf(rule, parts, { from: ledger.rows[0]?.day ?? 0, to: ledger.rows.at(-1)?.day ?? 0 }, []);
}

/** Minutes of the part and of what it is a part of. */
const partsOf = rememberedFor(
  (rule: PercentRule, { rows }: Bucket): { readonly part: number; readonly all: number } => {
    const base = rows.filter((row) => row.serves && isOf(row, rule.ofAll));
    return { part: sum(base.filter((row) => isPart(rule, row))), all: sum(base) };
  },
);

function verdictOf(
  rule: PercentRule,
  { part, all }: { readonly part: number; readonly all: number },
  { from, to }: { readonly from: number; readonly to: number },
  atRisk: readonly Row[],
): Verdict[] {
  if (all === 0) return [];
  const isShort = rule.min !== undefined && part * precision < exact(rule.min) * all;
  const isOver = !isShort && rule.max !== undefined && part * precision > exact(rule.max) * all;
  const bound = (isOver ? rule.max : (rule.min ?? rule.max)) ?? 0;
  const result = isShort ? 'short' : isOver ? 'over' : 'met';
  const [have, need] = [(100 * part) / all, (exact(bound) * 100) / precision];
  return [{ from, to, site: null, result, have, need, atRisk: isShort ? whole(atRisk) : [] }];
}

const isPart = (rule: PercentRule, row: Row): boolean =>
  isOf(row, rule.of) ||
  (rule.unrestrictedSupervision === true && row.entry.type === 'supervision' && !row.entry.restricted);

/** Shares as whole numbers, so that exactly 7.5 % is 7.5 % however a fraction is stored. */
const precision = 1_000_000;
const exact = (share: number): number => Math.round(share * precision);
