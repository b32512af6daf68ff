import type { Bucket, Row } from './ledger.ts';
import { rememberedFor } from './memo.ts';
import type { RuleOf } from './rule.ts';
import { isOf, type Share, scoped, sum, type Verdict, whole } from './verdict.ts';

type PeriodRule = RuleOf<'period'>;

/** A least and a most of hours in one period. Below the least everything in it is at risk; above the most only what is above. */
export const judgePeriod = rememberedFor((rule: PeriodRule, { from, to, rows }: Bucket): Verdict[] => {
  return scoped(rows, rule.scope).map(({ site, rows: within }): Verdict => {
    const counted = within.filter((row) => isOf(row, rule.of));
    const served = sum(counted.filter(({ serves }) => serves));
    const total = sum(counted);
    const [least, most] = [minutesOf(rule.minHours), minutesOf(rule.maxHours)];
    if (least !== null && served < least)
      return {
        from,
        to,
        site,
        result: 'short',
        have: served,
        need: least,
        atRisk: rule.per === 'total' ? [] : whole(within),
      };
    if (most !== null && total > most)
      return { from, to, site, result: 'over', have: total, need: most, atRisk: aboveCap(counted, most) };
    return {
      from,
      to,
      site,
      result: 'met',
      have: least === null ? total : served,
      need: least ?? most ?? 0,
      atRisk: [],
    };
  });
});

const minutesOf = (hours: number | undefined): number | null => (hours === undefined ? null : hours * 60);

/** Rows fill the cap in their order; of the one that goes above it only what is above is at risk. */
function aboveCap(rows: readonly Row[], cap: number): Share[] {
  let filled = 0;
  const above: Share[] = [];
  for (const row of rows) {
    const minutes = Math.max(0, filled + row.entry.minutes - cap);
    filled += row.entry.minutes - minutes;
    if (minutes > 0) above.push({ row, minutes });
  }
  return above;
}
