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

/** Names of columns that say no unit. */
const unitless: readonly string[] = ['duration', 'length', 'time'];

interface Guess {
  /** The most that a row can have, in minutes. */
  readonly most: number;
  /** Whether whole numbers without a unit are hours, as long as all of them can be; else a decimal among them has to say so. */
  readonly wholeHours: boolean;
}

/**
 * Columns as they were guessed by their names, without the one of hours where its name says no unit and its numbers leave open
 * what they are: its owner has to say.
 */
export function withoutGuessedUnit<C extends { readonly hours?: number }>(
  columns: C,
  pasted: Pasted,
  { most, wholeHours }: Guess,
): Guessed<C> {
  const { hours, ...others } = columns;
  if (hours === undefined || !unitless.includes(folded(pasted.header[hours] ?? ''))) return columns;
  const numbers = valuesIn(pasted, hours).filter((typed) => /^[\d.,]/.test(typed));
  const isOver = numbers.some((typed) => (readDuration(typed, 'hours')?.minutes ?? 0) > most);
  const isWhole = (typed: string): boolean => /^\d+$/.test(typed);
  const isOpen = numbers.some(isWhole) && !numbers.some((typed) => /^\d*[.,]\d+$/.test(typed));
  return isOver || (isOpen && !wholeHours) ? others : withoutClock(columns, pasted);
}

type Guessed<C> = Omit<C, 'hours'> & { readonly hours?: number };

/** Columns without the one of hours where it is called "Time" and holds `9:30`: that is as likely a time of day. */
export function withoutClock<C extends { readonly hours?: number }>(columns: C, pasted: Pasted): Guessed<C> {
  const { hours, ...others } = columns;
  if (hours === undefined || folded(pasted.header[hours] ?? '') !== 'time') return columns;
  return valuesIn(pasted, hours).some((typed) => /^\d{1,2}:\d\d/.test(typed)) ? others : columns;
}

const valuesIn = ({ rows }: Pasted, column: number): string[] =>
  rows.map(({ values }) => (values[column] ?? '').trim());

const bounded = (minutes: number | null, most: number): number | null =>
  minutes !== null && minutes >= 1 && minutes <= most ? minutes : null;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
