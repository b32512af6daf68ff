import { Temporal } from 'temporal-polyfill';

/** Two local dates, both included. */
export interface Period {
  from: string;
  to: string;
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The week of a date; `startsOn` counts from Sunday = 0. */
export function weekOf(date: string, startsOn: number): Period {
  const weekday = Temporal.PlainDate.from(date).dayOfWeek % 7;
  const from = addDays(date, -((weekday - startsOn + 7) % 7));
  return { from, to: addDays(from, 6) };
}

export function monthOf(date: string): Period {
  const day = Temporal.PlainDate.from(date);
  return { from: day.with({ day: 1 }).toString(), to: day.with({ day: day.daysInMonth }).toString() };
}

export function contains(period: Period, date: string): boolean {
  return period.from <= date && date <= period.to;
}

export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** Full months from one date to another. */
export function fullMonths(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'months' }).months;
}
