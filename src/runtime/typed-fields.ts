import { type ParamsOf, say } from '../i18n/message.ts';
import { type DateContext, readDate } from '../time/typed-date.ts';
import { otherHalf, readTime } from '../time/typed-time.ts';
import { cityOf, readZone } from '../time/typed-zone.ts';
import { calendarDay, clockTime } from '../view/plain.ts';
import type { FieldProblem } from './field-errors.ts';

/** What a field of a form holds, or what is wrong with it. Every form reads its times, dates and zones here. */
export type Reading<T> = { readonly value: T } | { readonly problem: FieldProblem };

/** The value of a field that the form's check let pass. */
export function checkedValue<T>(reading: Reading<T>): T {
  if ('problem' in reading) throw new Error('a field was used before it was checked');
  return reading.value;
}

export const problemOf = (reading: Reading<unknown>): FieldProblem | null =>
  'problem' in reading ? reading.problem : null;

/** A time of day as `HH:MM`. */
export function clockReading(typed: string, locale: string): Reading<string> {
  const read = readTime(typed, locale);
  if (read === null) return { problem: say('field.clock') };
  if (read.sure) return { value: read.time };
  return { problem: { msg: say('field.clockHalf'), offer: shownTime(otherHalf(read.time), locale) } };
}

/** A time zone as its IANA name. */
export function zoneReading(typed: string): Reading<string> {
  const read = readZone(typed);
  if (read === null) return { problem: say('field.zone') };
  if ('zone' in read) return { value: read.zone };
  return { problem: { msg: say('field.zoneAsk', { cities: read.ask.map(cityOf) }), offer: read.ask[0] ?? '' } };
}

/** What the date is asked for, as the catalogue names it. */
type DateField = ParamsOf<'field.date.year'>['field'];

/** A date as `YYYY-MM-DD`; `field` is named in what is said about it. */
export function dateReading(typed: string, about: DateContext, field: DateField): Reading<string> {
  const read = readDate(typed, about);
  if (typeof read === 'string') return { value: read };
  const msg = say(`field.date.${read.wrong}`, { field });
  return { problem: read.wrong === 'next' ? { msg, offer: shownDate(read.soon, about.locale) } : msg };
}

/** A time as its reader writes it, in a field; as it is kept, where that would not be read back. */
export function shownTime(time: string, locale: string): string {
  const shown = clockTime(time, locale).replace(/\s/g, ' ');
  const back = readTime(shown, locale);
  return back?.sure && back.time === time ? shown : time;
}

/** The same for a date. What is no `YYYY-MM-DD` is somebody's own words and stays. */
export function shownDate(date: string, locale: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  const shown = calendarDay(date, locale);
  return readDate(shown, { today: date, locale, toward: 'past' }) === date ? shown : date;
}
