import { readDuration } from '../../time/typed-duration.ts';
import { readTime } from '../../time/typed-time.ts';
import { folded, type Pasted } from './table.ts';

/** Columns of a table that tell how long something was. */
type LengthColumn = 'minutes' | 'hours' | 'start' | 'end';

/**
 * The length of a row in whole minutes, from whichever of its columns has one; null where it means nothing or is more than
 * `most`. `at`: what stands in a column.
 */
export function lengthIn(at: (column: LengthColumn) => string, locale: string, most: number): number | null {
  if (at('minutes') !== '') return bounded(readDuration(at('minutes'), 'minutes')?.minutes ?? null, most);
  if (at('hours') !== '') return hoursIn(at('hours'), most);
  const [from, to] = [readTime(at('start'), locale), readTime(at('end'), locale)];
  if (!from?.sure || !to?.sure) return null;
  const minutes = minuteOf(to.time) - minuteOf(from.time);
  return bounded(minutes < 0 ? minutes + 1440 : minutes, most);
}

/** In a column of hours a bare number is hours; everything with a unit is what it says. */
export function hoursIn(typed: string, most: number): number | null {
  return bounded(readDuration(typed, 'hours')?.minutes ?? null, most);
}

/** Names of columns that say no unit: their numbers are taken for hours as long as all of them can be. */
const unitless: readonly string[] = ['duration', 'length', 'time'];

/**
 * Columns as they were guessed by their names, without the one of hours where its name says no unit and a number in it is
 * more than `most` minutes as hours: its owner has to say what it holds.
 */
export function withoutGuessedUnit<C extends { readonly hours?: number }>(
  columns: C,
  { header, rows }: Pasted,
  most: number,
): Omit<C, 'hours'> & { readonly hours?: number } {
  const { hours, ...others } = columns;
  if (hours === undefined || !unitless.includes(folded(header[hours] ?? ''))) return columns;
  const isOver = (typed = ''): boolean =>
    /^\d/.test(typed.trim()) ? (readDuration(typed, 'hours')?.minutes ?? 0) > most : false;
  return rows.some(({ values }) => isOver(values[hours])) ? others : columns;
}

const bounded = (minutes: number | null, most: number): number | null =>
  minutes !== null && minutes >= 1 && minutes <= most ? minutes : null;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
