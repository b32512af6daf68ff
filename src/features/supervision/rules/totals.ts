import type { Bucket, Ledger, Row } from './ledger.ts';
import { remembered, rememberedFor } from './memo.ts';
import { groups, type Pack } from './pack.ts';
import type { MonthAtRisk, Risk } from './risk.ts';
import type { RuleOf } from './rule.ts';
import { isOf } from './verdict.ts';

/**
 * Minutes. `logged`: all that counts at all. `signed`: of these, signed here. `likely`: of these, not at risk under any
 * rule. `paper`: logged and signed on paper, which nobody can check here.
 */
export interface Total {
  readonly logged: number;
  readonly signed: number;
  readonly likely: number;
  readonly paper: number;
}

type Sums = { -readonly [K in keyof Total]: number };
type ByName = ReadonlyMap<string, Total>;
const none = (): Sums => ({ logged: 0, signed: 0, likely: 0, paper: 0 });

/** Totals by activity, by group and of all. A row counts once in its activity, in each one that is part of, in its group and in all. */
export function totalsOf({ pack }: Ledger, months: readonly MonthAtRisk[]): ByName {
  const totals = new Map<string, Sums>();
  for (const name of [...pack.activities.map(({ id }) => id), 'all', ...groups]) totals.set(name, none());
  for (const { month, risk } of months) {
    for (const [name, sums] of monthTotals(month)) add(totals, name, sums);
    for (const [name, minutes] of signedAtRisk(risk)) add(totals, name, { ...none(), likely: -minutes });
  }
  return totals;
}

function add(totals: Map<string, Sums>, name: string, more: Total): void {
  const sums = totals.get(name) ?? none();
  for (const key of ['logged', 'signed', 'likely', 'paper'] as const) sums[key] += more[key];
  totals.set(name, sums);
}

const namesOf = ({ activities, entry }: Row): ReadonlySet<string> => new Set([...activities, 'all', entry.type]);

/** A month without a thought of risk. */
const monthTotals = remembered(({ rows }: Bucket): ByName => {
  const totals = new Map<string, Sums>();
  for (const row of rows) {
    const { minutes, status } = row.entry;
    const signed = status === 'signed' ? minutes : 0;
    const more = { logged: minutes, signed, likely: signed, paper: status === 'paper' ? minutes : 0 };
    for (const name of namesOf(row)) add(totals, name, more);
  }
  return totals;
});

/** Signed minutes at risk, by the same names. */
const signedAtRisk = remembered((risk: Risk): ReadonlyMap<string, number> => {
  const at = new Map<string, number>();
  for (const [row, minutes] of risk) {
    if (row.entry.status !== 'signed') continue;
    for (const name of namesOf(row)) at.set(name, (at.get(name) ?? 0) + minutes);
  }
  return at;
});

type ByGroup = { direct: number; indirect: number; supervision: number };

/** Minutes likely to count toward a rule, in hours of the length the board gives them (a 45-minute client hour counts as one). */
export function likelyMinutes(rule: RuleOf<'total'>, months: readonly MonthAtRisk[], hour: Pack['hour']): number {
  const by: ByGroup = { direct: 0, indirect: 0, supervision: 0 };
  for (const { month, risk } of months)
    for (const group of groups) by[group] += signedOf(rule, month)[group] - signedAtRiskOf(rule, risk)[group];
  return boardMinutes(by, hour);
}

const signedOf = rememberedFor(
  (rule: RuleOf<'total'>, { rows }: Bucket): ByGroup =>
    byGroup(rows.filter((row) => isOf(row, rule.of)).map((row) => [row, row.entry.minutes])),
);

const signedAtRiskOf = rememberedFor(
  (rule: RuleOf<'total'>, risk: Risk): ByGroup => byGroup([...risk].filter(([row]) => isOf(row, rule.of))),
);

function byGroup(minutesOf: readonly (readonly [Row, number])[]): ByGroup {
  const by: ByGroup = { direct: 0, indirect: 0, supervision: 0 };
  for (const [{ entry }, minutes] of minutesOf) if (entry.status === 'signed') by[entry.type] += minutes;
  return by;
}

/** Minutes by group as the board counts them, rounded down once for each group. */
export const boardMinutes = (by: ByGroup, hour: Pack['hour']): number =>
  Math.floor((by.direct * 60) / hour.clientMinutes) +
  by.indirect +
  Math.floor((by.supervision * 60) / hour.supervisionMinutes);

/** Minutes as hours with two decimals, rounded down: 90 is `1.50`, 100 is `1.66`. */
export function hoursText(minutes: number): string {
  const hundredths = Math.floor((minutes * 100) / 60);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
