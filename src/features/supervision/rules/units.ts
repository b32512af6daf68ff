import type { Bucket } from './ledger.ts';
import { rememberedFor } from './memo.ts';
import type { RuleOf } from './rule.ts';
import { supervisionTime } from './supervision-time.ts';
import { isOf, scoped, sum, type Verdict, whole } from './verdict.ts';

/**
 * One week, each site by itself: a unit is so many minutes individual or triadic, or so many group, and parts of units
 * add up. A site asks for them in a week with direct or indirect minutes there. `have` and `need` are minutes of individual supervision.
 */
export const judgeUnits = rememberedFor((rule: RuleOf<'units'>, { from, to, rows }: Bucket): Verdict[] => {
  return scoped(rows, rule.scope).flatMap(({ site, rows: there }): Verdict[] => {
    if (!there.some(({ entry }) => entry.type !== 'supervision')) return [];
    const { individual, group } = supervisionTime(there);
    const need = unitsAsked(rule, there) * rule.individualMinutes;
    const isMet = individual * rule.groupMinutes + group * rule.individualMinutes >= need * rule.groupMinutes;
    const have = individual + (group * rule.individualMinutes) / rule.groupMinutes;
    return [{ from, to, site, result: isMet ? 'met' : 'short', have, need, atRisk: isMet ? [] : whole(there) }];
  });
});

function unitsAsked({ base, extra }: RuleOf<'units'>, there: Bucket['rows']): number {
  if (extra === undefined) return base;
  const minutes = sum(there.filter((row) => isOf(row, extra.of)));
  return minutes > extra.aboveHours * 60 ? base + extra.units : base;
}
