import { addDays, monthsFrom } from '../../time/time.ts';
import type { Side } from './model.ts';
import type { RenewalCount, RenewalPack } from './renewal-pack.ts';

/** One line of a statement, with whole minutes. `own`: on one's own case; `others`: on a colleague's. */
export interface CreditRow {
  readonly date: string;
  readonly side: Side;
  readonly own: number;
  readonly others: number;
  /** How many there were, with oneself; null where that is not known. */
  readonly people: number | null;
}

export interface CountTotal {
  readonly count: RenewalCount;
  /** All minutes that fit, and those that count under the cap. */
  readonly minutes: number;
  readonly counted: number;
  readonly result: 'met' | 'short' | 'none';
}

/** What rows come to under each line of a pack. A line that was not read surely is shown and not judged. */
export function countTotals(pack: RenewalPack, rows: readonly CreditRow[]): CountTotal[] {
  return pack.counts.map((count) => {
    const minutes = Math.floor(rows.reduce((sum, row) => sum + earned(row, count), 0));
    const counted = Math.min(minutes, count.maxMinutes ?? minutes);
    const judged = count.minMinutes !== undefined && (count.status === 'primary' || count.status === 'secondary');
    return { count, minutes, counted, result: !judged ? 'none' : minutes >= (count.minMinutes ?? 0) ? 'met' : 'short' };
  });
}

function earned(row: CreditRow, { side, own, groupSizeMin, groupSizeMax, factor }: RenewalCount): number {
  if (!side.includes(row.side)) return 0;
  const bySize = groupSizeMin !== undefined || groupSizeMax !== undefined || factor === 'perMember';
  // A rule that asks for the size of the group counts nothing where that is not known.
  if (bySize && row.people === null) return 0;
  const people = row.people ?? 1;
  if (people < (groupSizeMin ?? people) || people > (groupSizeMax ?? people)) return 0;
  const minutes = own === 'own' ? row.own : own === 'others' ? row.others : row.own + row.others;
  return factor === 'perMember' ? minutes / Math.max(1, people) : minutes * (factor ?? 1);
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The cycle that a day lies in, as far as the pack says it; without one, the year that ends on that day. */
export function cycleAround(pack: RenewalPack | null, day: string): Days {
  const cycle = pack?.cycle ?? null;
  if (cycle !== null && 'from' in cycle) {
    const year = Number(day.slice(0, 4)) - (day.slice(5) < cycle.from ? 1 : 0);
    const wraps = cycle.to < cycle.from;
    return { from: `${year}-${cycle.from}`, to: `${year + (wraps ? 1 : 0)}-${cycle.to}` };
  }
  const months = cycle?.months ?? 12;
  if (cycle?.calendar) {
    const first = `${day.slice(0, 7)}-01`;
    return { from: monthsFrom(first, 1 - months), to: addDays(monthsFrom(first, 1), -1) };
  }
  return { from: addDays(monthsFrom(day, -months), 1), to: day };
}

/** The quarter of a date: `2026-Q1`. */
export const quarterOf = (date: string): string =>
  `${date.slice(0, 4)}-Q${Math.floor((Number(date.slice(5, 7)) - 1) / 3) + 1}`;
