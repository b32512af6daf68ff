import { dayMs } from '../../../time/durations.ts';
import type { CalendarPer } from './rule.ts';

/** Days are whole numbers since 1970-01-01, so that a window is a subtraction. They are local dates and know no zone. */

/** True for `YYYY-MM-DD` that is a day of the calendar. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && dateOfDay(dayOf(text)) === text;

/** The number of a date `YYYY-MM-DD`. */
export const dayOf = (date: string): number => Date.parse(date) / dayMs;

/** The date of a number of days. */
export const dateOfDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** First and last day, both inside. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** The day of the week, 0 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** The first day of the week around a day; weeks start on `startsOn`, 0 is Sunday. */
const weekStart = (day: number, startsOn: number): number => day - weekdayOf(day - startsOn);

const monthStart = (year: number, month: number): number => Date.UTC(year, month, 1) / dayMs;

/** The period of the calendar that a day lies in. Fortnights pair the weeks from the one around 1970-01-01 on. */
export function periodAround(day: number, per: Exclude<CalendarPer, 'total'>, startsOn: number): Days {
  if (per === 'week' || per === 'fortnight') {
    const from = weekStart(day, startsOn);
    if (per === 'week') return { from, to: from + 6 };
    const odd = Math.abs(((from - weekStart(0, startsOn)) / 7) % 2);
    return { from: from - 7 * odd, to: from - 7 * odd + 13 };
  }
  const date = new Date(day * dayMs);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const first = per === 'month' ? month : month - (month % 3);
  const length = per === 'month' ? 1 : 3;
  return { from: monthStart(year, first), to: monthStart(year, first + length) - 1 };
}

/** Whole months from one day to another, date to date: January 15 to March 14 is one. */
export function monthsBetween(from: number, to: number): number {
  const [a, b] = [new Date(from * dayMs), new Date(to * dayMs)];
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return b.getUTCDate() < a.getUTCDate() ? months - 1 : months;
}
