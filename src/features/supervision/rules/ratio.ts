import type { Bucket } from './ledger.ts';
import { rememberedFor } from './memo.ts';
import type { RuleOf } from './rule.ts';
import { supervisionTime } from './supervision-time.ts';
import { isOf, scoped, sum, type Verdict, whole } from './verdict.ts';

/** One week: so many hours of supervision for so many of work, in proportion. `have` and `need` are minutes of supervision. */
export const judgeRatio = rememberedFor((rule: RuleOf<'ratio'>, { from, to, rows }: Bucket): Verdict[] => {
  return scoped(rows, rule.scope).flatMap(({ site, rows: within }): Verdict[] => {
    const work = sum(within.filter((row) => isOf(row, rule.of)));
    if (work === 0) return [];
    const { individual, group } = supervisionTime(within);
    const have = individual + group * rule.groupCountsAs;
    const need = (work * rule.supervisionHours) / rule.perHours;
    const isMet = have * rule.perHours >= work * rule.supervisionHours;
    return [{ from, to, site, result: isMet ? 'met' : 'short', have, need, atRisk: isMet ? [] : whole(within) }];
  });
});
