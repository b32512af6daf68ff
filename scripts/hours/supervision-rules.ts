import { weekOf } from './calendar.ts';
import type { Rule } from './pack.ts';
import { judgedPeriods, type Ledger, type Outcome, outcome, riskWhole, rowsIn, rowsOf, sum } from './result.ts';
import type { Row } from './rows.ts';

/** Individual and triadic supervision, and group supervision, in minutes, where its format is allowed. */
function supervisionMinutes(rows: Row[]): { individual: number; group: number } {
  const serving = rows.filter((row) => row.serves);
  const group = serving.filter((row) => row.modality === 'group');
  return { individual: sum(serving) - sum(group), group: sum(group) };
}

/** Each week at each site with work there needs its units there. */
export function checkUnits(rule: Rule, ledger: Ledger): Outcome {
  const { individualMinutes = 60, groupMinutes = 120, base = 1, extra } = rule;
  const sites = [...new Set(ledger.rows.map((row) => row.site))];
  let asked = 0;
  const short: Parameters<typeof riskWhole>[] = [];
  const made = outcome(rule, 'met', 0, 0, 'weeks');
  for (const week of judgedPeriods(ledger, 'week')) {
    for (const site of sites) {
      const there = rowsIn(ledger.rows, week).filter((row) => row.site === site);
      if (!there.some((row) => row.type !== 'supervision')) continue;
      asked += 1;
      const many = extra && sum(rowsOf(there, extra.of)) > extra.aboveHours * 60;
      const units = base + (many ? extra.units : 0);
      const { individual, group } = supervisionMinutes(there);
      // Whole numbers: individual / 60 + group / 120 >= units, multiplied out.
      const enough = individual * groupMinutes + group * individualMinutes >= units * individualMinutes * groupMinutes;
      if (!enough) short.push([made, week, site, there]);
    }
  }
  for (const week of short) riskWhole(...week);
  Object.assign(made.result, { result: short.length ? 'short' : 'met', have: asked - short.length, need: asked });
  return asked ? made : outcome(rule, 'not_checked', null, null, 'weeks');
}

/** Supervision for so many hours of work, judged a week over all sites; the worst week lacks most minutes. */
export function checkRatio(rule: Rule, ledger: Ledger): Outcome {
  const { supervisionHours = 1, perHours = 40, groupCountsAs = 1 } = rule;
  const made = outcome(rule, 'not_checked', null, null, 'minutes');
  let worst = -Infinity;
  for (const week of judgedPeriods(ledger, 'week')) {
    const rows = rowsIn(ledger.rows, week);
    const worked = sum(rowsOf(rows, rule.of));
    if (worked === 0) continue;
    const { individual, group } = supervisionMinutes(rows);
    const have = individual + group * groupCountsAs;
    const need = (worked * supervisionHours) / perHours;
    const isShort = have * perHours < worked * supervisionHours;
    if (isShort) riskWhole(made, week, null, rows);
    if (need - have > worst) {
      worst = need - have;
      Object.assign(made.result, { have, need });
    }
    made.result.result = made.risks.length ? 'short' : 'met';
  }
  return made;
}

/** Contacts are supervision rows; an observation is one row with enough observed minutes. */
export function checkContacts(rule: Rule, ledger: Ledger): Outcome {
  const { min = 0, observed } = rule;
  const made = outcome(rule, 'not_checked', null, null, 'count');
  let fewest = Infinity;
  for (const month of judgedPeriods(ledger, 'month')) {
    const rows = rowsIn(ledger.rows, month);
    const contacts = rows.filter((row) => row.type === 'supervision').length;
    const seen = rows.filter((row) => row.observedMinutes >= Math.max(1, observed?.minutes ?? 1)).length;
    if (contacts < min || seen < (observed?.min ?? 0)) riskWhole(made, month, null, rows);
    fewest = Math.min(fewest, contacts);
    Object.assign(made.result, { result: made.risks.length ? 'short' : 'met', have: fewest, need: min });
  }
  return made;
}

/** Weeks in which individual and triadic minutes add up to enough, over all sites. */
export function weeksWithIndividual(minutes: number, ledger: Ledger): number {
  const weeks = new Map<string, Row[]>();
  for (const row of ledger.rows) {
    const { from } = weekOf(row.date, ledger.pack.weekStartsOn);
    weeks.set(from, [...(weeks.get(from) ?? []), row]);
  }
  return [...weeks.values()].filter((rows) => supervisionMinutes(rows).individual >= minutes).length;
}
