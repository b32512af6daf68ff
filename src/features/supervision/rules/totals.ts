import type { Ledger, Row } from './ledger.ts';
import { groups, type Pack } from './pack.ts';

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

/** Minutes of each row that are at risk under any rule; rows with none are left out. */
export type AtRisk = ReadonlyMap<Row, number>;

type Sums = { -readonly [K in keyof Total]: number };
const none = (): Sums => ({ logged: 0, signed: 0, likely: 0, paper: 0 });

function add(sums: Sums, { entry }: Row, risk: number): void {
  sums.logged += entry.minutes;
  if (entry.status === 'paper') sums.paper += entry.minutes;
  if (entry.status !== 'signed') return;
  sums.signed += entry.minutes;
  sums.likely += entry.minutes - risk;
}

/** Totals by activity, by group and of all. A row counts once in its activity, in each one that is part of, in its group and in all. */
export function totalsOf({ pack, rows }: Ledger, atRisk: AtRisk): ReadonlyMap<string, Total> {
  const totals = new Map<string, Sums>();
  for (const name of [...pack.activities.map(({ id }) => id), 'all', ...groups]) totals.set(name, none());
  for (const row of rows) {
    const names = new Set([...row.activities, 'all', row.entry.type]);
    for (const name of names) add(totals.get(name) ?? none(), row, atRisk.get(row) ?? 0);
  }
  return totals;
}

/** Minutes likely to count toward a rule, in hours of the length the board gives them (a 45-minute client hour counts as one). */
export function likelyMinutes(rows: readonly Row[], atRisk: AtRisk, hour: Pack['hour']): number {
  const by = { direct: 0, indirect: 0, supervision: 0 };
  for (const row of rows)
    if (row.entry.status === 'signed') by[row.entry.type] += row.entry.minutes - (atRisk.get(row) ?? 0);
  return boardMinutes(by, hour);
}

/** Minutes by group as the board counts them, rounded down once for each group. */
export const boardMinutes = (
  by: { direct: number; indirect: number; supervision: number },
  hour: Pack['hour'],
): number =>
  Math.floor((by.direct * 60) / hour.clientMinutes) +
  by.indirect +
  Math.floor((by.supervision * 60) / hour.supervisionMinutes);

/** Minutes as hours with two decimals, rounded down: 90 is `1.50`, 100 is `1.66`. */
export function hoursText(minutes: number): string {
  const hundredths = Math.floor((minutes * 100) / 60);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
