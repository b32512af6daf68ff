import { readDuration } from '../../time/typed-duration.ts';
import { readTime } from '../../time/typed-time.ts';

/** Columns of a table that tell how long something was. */
type LengthColumn = 'minutes' | 'hours' | 'start' | 'end';

/**
 * The length of a row in whole minutes, from whichever of its columns has one; null where it means nothing or is more than
 * `most`. `at`: what stands in a column.
 */
export function lengthIn(at: (column: LengthColumn) => string, locale: string, most: number): number | null {
  if (at('minutes') !== '') return bounded(readDuration(at('minutes'))?.minutes ?? null, most);
  if (at('hours') !== '') return hoursIn(at('hours'), most);
  const [from, to] = [readTime(at('start'), locale), readTime(at('end'), locale)];
  if (!from?.sure || !to?.sure) return null;
  const minutes = minuteOf(to.time) - minuteOf(from.time);
  return bounded(minutes < 0 ? minutes + 1440 : minutes, most);
}

/** In a column of hours a bare number is hours; everything with a unit is what it says. */
export function hoursIn(typed: string, most: number): number | null {
  const bare = /^\d{0,3}(?:[.,]\d{1,4})?$/.test(typed) && typed !== '';
  const minutes = bare ? Math.round(Number(typed.replace(',', '.')) * 60) : (readDuration(typed)?.minutes ?? null);
  return bounded(minutes, most);
}

const bounded = (minutes: number | null, most: number): number | null =>
  minutes !== null && minutes >= 1 && minutes <= most ? minutes : null;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
