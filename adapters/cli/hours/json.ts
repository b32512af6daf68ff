import { dateOfDay, type Verdict } from '../../../src/index.ts';
import type { HoursResult } from './result.ts';
import { problemText } from './words.ts';

/**
 * Minutes that may not count: of a period that is short, at one site or (`site` null) at all of them; or what one entry
 * has above a cap, on its date and at its site.
 */
export interface AtRiskItem {
  readonly from: string;
  readonly to: string;
  readonly site: string | null;
  readonly minutes: number;
  readonly rule: string;
}

/** What is at risk under each rule, the earliest first. Minutes at risk under two rules stand under both. */
export const atRiskOf = ({ standing }: HoursResult): AtRiskItem[] =>
  standing.rules
    .flatMap(({ rule, outcome }) => outcome.verdicts.flatMap((verdict) => itemsOf(verdict, rule.id)))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

function itemsOf({ from, to, site, result, atRisk }: Verdict, rule: string): AtRiskItem[] {
  if (result === 'over')
    return atRisk.map(({ row: { entry }, minutes }) => {
      return { from: entry.date, to: entry.date, site: entry.site, minutes, rule };
    });
  const minutes = atRisk.reduce((sum, share) => sum + share.minutes, 0);
  return minutes === 0 ? [] : [{ from: dateOfDay(from), to: dateOfDay(to), site, minutes, rule }];
}

/** The object that `curbside hours --json` prints. Minutes are whole; only `hours` are hours. */
export const jsonOf = (result: HoursResult) => ({
  pack: result.pack.id,
  version: result.pack.version,
  asOf: result.asOf,
  rows: {
    read: result.read,
    counted: result.counted,
    rejected: result.rejected.map(({ line, field, problem }) => ({ line, field, problem: problemText(problem) })),
  },
  totals: Object.fromEntries(result.standing.totals),
  atRisk: atRiskOf(result),
  rules: result.standing.rules.map(({ rule, outcome: { result, have, need, unit } }) => ({
    id: rule.id,
    kind: rule.kind,
    status: rule.status,
    result,
    have,
    need,
    unit,
  })),
  warnings: result.warnings,
  hours: result.standing.hours,
});
