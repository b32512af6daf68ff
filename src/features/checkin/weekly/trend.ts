import { addDays, daysBetween } from '../../../time/time.ts';
import type { Pulse } from '../model.ts';

/** One week of the private line: a date (its Monday) and an answer, or a gap. */
export interface Point {
  readonly date: string;
  readonly value: number | null;
}

/** How many answers the line shows, and over how many weeks at most (docs/domain.md, Weekly question). */
const lastAnswers = 12;
const mostWeeks = 26;

/** The Monday of an ISO week `2026-W10`: 4 January is always in week 1 (ISO 8601). */
export function mondayOf(week: string): string {
  const [year = '', number = ''] = week.split('-W');
  const first = `${year}-01-04`;
  const weekday = ((daysBetween('2024-01-01', first) % 7) + 7) % 7;
  return addDays(first, (Number(number) - 1) * 7 - weekday);
}

/** The last 12 answers as a line by week; weeks without one are gaps, and nothing counts them. Hidden ones are left out. */
export function pointsOf(pulses: readonly Pulse[]): Point[] {
  const seen = pulses.filter((p) => !p.hidden).slice(-lastAnswers);
  const [first, last] = [seen[0], seen[seen.length - 1]];
  if (first === undefined || last === undefined) return [];
  const end = mondayOf(last.week);
  const weeks = Math.min(mostWeeks - 1, daysBetween(mondayOf(first.week), end) / 7);
  const values = new Map(seen.map((p) => [mondayOf(p.week), p.value]));
  return Array.from({ length: weeks + 1 }, (_, i) => {
    const date = addDays(end, (i - weeks) * 7);
    return { date, value: values.get(date) ?? null };
  });
}

/** How the last four weeks compare with the four before, from a person's own answers; null with fewer than two in either. */
export function comparison(pulses: readonly Pulse[], week: string): 'heavier' | 'same' | 'lighter' | null {
  const monday = mondayOf(week);
  const mean = (weeksAgo: number): number | null => {
    const values = pulses
      .filter((p) => !p.hidden)
      .filter((p) => {
        const ago = daysBetween(mondayOf(p.week), monday) / 7;
        return ago >= weeksAgo && ago < weeksAgo + 4;
      })
      .map((p) => p.value);
    return values.length < 2 ? null : values.reduce((a, b) => a + b, 0) / values.length;
  };
  const [now, before] = [mean(0), mean(4)];
  if (now === null || before === null) return null;
  return now - before >= 0.5 ? 'heavier' : before - now >= 0.5 ? 'lighter' : 'same';
}
