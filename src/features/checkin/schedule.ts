import { hourMs } from '../../time/durations.ts';
import { addDays, afterQuiet, dateOf, daysBetween, instantOf, isoWeek, type Quiet } from '../../time/time.ts';

/** How long (ms) an answer is taken after it was asked for (docs/domain.md, Timing). */
export const weeklyWindowMs = 72 * hourMs;
export const monthlyWindowMs = 7 * 24 * hourMs;

/** Later than this (ms) a question is not sent any more, for example after downtime; nobody mentions it. */
export const graceMs = 12 * hourMs;

/** A reminder comes this long (ms) after the question. */
export const reminderAfterMs = 24 * hourMs;

/** Dates between which nothing is asked: `from` is the first day away, `until` the first day back, or open. */
export interface Away {
  readonly from: string;
  readonly until: string | null;
}

/** When a person wants to be asked: a weekday (1 Monday to 7 Sunday) and a wall-clock time in their zone. */
export interface Plan {
  readonly day: number;
  readonly time: string;
  readonly zone: string;
  readonly away: Away | null;
}

export interface Asking {
  /** ISO week, `2026-W10`: there is one question a week. */
  readonly week: string;
  readonly at: number;
  /** It falls on the first such weekday of a month: the monthly questions open too. */
  readonly opensMonth: boolean;
}

/** When the question of the week of this date is asked; null when quiet hours push it out of the week, or the person is away. */
export function askingIn(date: string, plan: Plan, quiet: Quiet): Asking | null {
  const { week, monday } = isoWeek(date);
  const planned = addDays(monday, plan.day - 1);
  const at = afterQuiet(instantOf(planned, plan.time, plan.zone), quiet, plan.zone);
  const on = dateOf(at, plan.zone);
  if (isoWeek(on).week !== week || isAway(on, plan.away)) return null;
  return { week, at, opensMonth: Number(planned.slice(8)) <= 7 };
}

/** The first asking after an instant and after a week (if one is named), or null when there is none within a year. */
export function nextAsking(after: number, plan: Plan, quiet: Quiet, afterWeek: string | null = null): Asking | null {
  const today = dateOf(after, plan.zone);
  const start = plan.away !== null && plan.away.until !== null && isAway(today, plan.away) ? plan.away.until : today;
  for (let weeks = 0; weeks <= 53; weeks++) {
    const asking = askingIn(addDays(start, weeks * 7), plan, quiet);
    if (asking !== null && asking.at > after && (afterWeek === null || asking.week > afterWeek)) return asking;
  }
  return null;
}

export const isAway = (date: string, away: Away | null): boolean =>
  away !== null && date >= away.from && (away.until === null || date < away.until);

/** Four ISO weeks make a period of the group picture; periods are numbered from this Monday on. */
const firstMonday = '2024-01-01';
const periodDays = 28;

/** The period that a date lies in. */
export const periodOf = (date: string): number =>
  Math.floor(daysBetween(firstMonday, isoWeek(date).monday) / periodDays);

/** First and last day of a period. */
export function daysOfPeriod(period: number): { readonly from: string; readonly to: string } {
  const from = addDays(firstMonday, period * periodDays);
  return { from, to: addDays(from, periodDays - 1) };
}

/** When a period is closed everywhere on earth, with every window of its last week: the Friday after it, noon UTC. */
export const releaseAt = (period: number): number => instantOf(addDays(daysOfPeriod(period).to, 5), '12:00', 'UTC');
