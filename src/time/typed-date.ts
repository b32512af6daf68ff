import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween } from './time.ts';
import { typedText } from './typed-text.ts';

/** How to understand a date without a year, or a weekday: of something that happened, or of something to come. */
export interface DateContext {
  /** `YYYY-MM-DD`, where the person is. */
  readonly today: string;
  /** Tells whether `3/9/2026` begins with the month (American English) or the day. */
  readonly locale: string;
  readonly toward: 'past' | 'future';
}

/**
 * `unclear`: no date; `impossible`: no such day; `year`: without its year it may be this year's or another's; `next`: "next Friday"
 * on a Thursday may be tomorrow (`soon`) or the week after.
 */
export type NoDate =
  | { readonly wrong: 'unclear' | 'impossible' | 'year' }
  | { readonly wrong: 'next'; readonly soon: string };

// biome-ignore format: a table
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const weekdays = ['mon(?:day)?', 'tue(?:s|sday)?', 'wed(?:s|nesday)?', 'thu(?:r|rs|rsday)?', 'fri(?:day)?'];
const weekend = ['sat(?:urday)?', 'sun(?:day)?'];
const dayNames = [...weekdays, ...weekend].map((name) => new RegExp(`^${name}$`));
const words: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1 };
const units = { day: 'days', week: 'weeks', month: 'months' } as const;
/** A day without its year that is further away than this was probably meant the other way. */
const farDays = 300;

/**
 * The ISO date of what was typed: `3/9/2026`, `Mar 9`, `March 9 2026`, `Mon, Mar 9, 2026`, `2026-03-09`, `today`,
 * `last Thursday`, `in 2 weeks`. All of it must be the date: nothing is searched for in other text.
 */
export function readDate(typed: string, about: DateContext): string | NoDate {
  const text = typedText(typed)
    .replace(/,/g, ' ')
    .replace(/(\p{L})\./gu, '$1 ')
    .replace(/(\d)(?:st|nd|rd|th)(?!\p{L})/gu, '$1')
    .replace(/ +/g, ' ')
    .trim();
  const shift = Object.hasOwn(words, text) ? words[text] : undefined;
  if (shift !== undefined) return addDays(about.today, shift);
  return counted(text, about.today) ?? weekday(text, about) ?? written(text, about);
}

/** `3 days ago`, `in 2 weeks`. */
function counted(text: string, today: string): string | null {
  const [, ahead, n, unit, ago] = /^(in )?(\d{1,3}|an?) (day|week|month)s?( ago)?$/.exec(text) ?? [];
  if (unit === undefined || (ahead === undefined) === (ago === undefined)) return null;
  const count = n?.startsWith('a') ? 1 : Number(n);
  const span = { [units[unit as keyof typeof units]]: ago ? -count : count };
  return Temporal.PlainDate.from(today).add(span).toString();
}

/** `Thursday`: today or the nearest one; `last` and `next` are never today. `next` is unclear for a day of the same week. */
function weekday(text: string, { today, toward }: DateContext): string | NoDate | null {
  const [, which, name] = /^(?:(last|next|on) )?(\p{L}+)$/u.exec(text) ?? [];
  const wanted = dayNames.findIndex((day) => day.test(name ?? ''));
  if (wanted < 0) return null;
  const { dayOfWeek } = Temporal.PlainDate.from(today);
  const ahead = (wanted + 8 - dayOfWeek) % 7;
  // Weeks begin on Sunday here, as most Americans count: on a Sunday, every day but itself is of the same week.
  if (which === 'next' && wanted + 1 < 7 && wanted + 1 > dayOfWeek % 7)
    return { wrong: 'next', soon: addDays(today, ahead) };
  if (which === 'next' || (which !== 'last' && toward === 'future'))
    return addDays(today, which === 'next' && ahead === 0 ? 7 : ahead);
  return addDays(today, ahead === 0 ? (which === 'last' ? -7 : 0) : ahead - 7);
}

interface Parts {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** A date with a number for its day, after its weekday if one is written. */
function written(text: string, about: DateContext): string | NoDate {
  const [first = '', ...rest] = text.split(' ');
  const named = rest.length > 0 ? dayNames.findIndex((day) => day.test(first)) : -1;
  const parts = partsOf(named < 0 ? text : rest.join(' '), about.locale);
  if (parts === null) return { wrong: 'unclear' };
  const date = dated(parts, about);
  if (typeof date !== 'string' || named < 0) return date;
  return Temporal.PlainDate.from(date).dayOfWeek === named + 1 ? date : { wrong: 'impossible' };
}

function partsOf(text: string, locale: string): Parts | null {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) };
  const numbers = /^(\d{1,2})(?:\/(\d{1,2})|([-/.])(\d{1,2})\3(\d{4}|\d{2}))$/.exec(text);
  if (numbers) {
    const [one, two] = [Number(numbers[1]), Number(numbers[2] ?? numbers[4])];
    const [month, day] = dayFirst(locale) ? [two, one] : [one, two];
    return { year: yearOf(numbers[5]), month, day };
  }
  const named = monthFirst.exec(text)?.groups ?? dayThenMonth.exec(text)?.groups;
  const n = monthOf(named?.month ?? '');
  return n < 0 ? null : { year: yearOf(named?.year), month: n + 1, day: Number(named?.day) };
}

const monthFirst = /^(?<month>\p{L}{3,9}) (?<day>\d{1,2})(?: (?<year>\d{4}))?$/u;
const dayThenMonth = /^(?<day>\d{1,2})[ -](?:of )?(?<month>\p{L}{3,9})(?:[ -](?<year>\d{4}))?$/u;
const monthOf = (word: string): number =>
  months.findIndex((name) => name === word || name.slice(0, 3) === word || (word === 'sept' && name.startsWith(word)));

const yearOf = (digits: string | undefined): number | null =>
  digits === undefined ? null : digits.length === 2 ? 2000 + Number(digits) : Number(digits);

/** The day in the calendar; without a year the nearest one in the direction that is asked for. */
function dated({ year, month, day }: Parts, { today, toward }: DateContext): string | NoDate {
  if (year !== null) return calendarDate(year, month, day) ?? { wrong: 'impossible' };
  if (calendarDate(2024, month, day) === null) return { wrong: 'impossible' };
  const thisYear = Number(today.slice(0, 4));
  const years = toward === 'past' ? [thisYear, thisYear - 1] : [thisYear, thisYear + 1];
  const date = years
    .flatMap((one) => calendarDate(one, month, day) ?? [])
    .find((one) => (toward === 'past' ? one <= today : one >= today));
  return date === undefined || Math.abs(daysBetween(today, date)) > farDays ? { wrong: 'year' } : date;
}

function calendarDate(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** Whether a locale writes the day before the month in numbers. */
const dayFirst = (locale: string): boolean =>
  new Intl.DateTimeFormat(locale).formatToParts(0).find((part) => part.type !== 'literal')?.type === 'day';
