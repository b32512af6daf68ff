import { Temporal } from 'temporal-polyfill';
import { hourMs, minuteMs } from './durations.ts';
import { remembered } from './remembered.ts';

/** The one place where time zones are reckoned. Instants are milliseconds; dates `YYYY-MM-DD`; times `HH:MM`. */

/** True for an IANA zone name that this runtime knows. */
export const isZone = remembered((zone) => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
});

const zoned = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(Math.trunc(at)).toZonedDateTimeISO(zone);

/** The calendar date at an instant in a zone. */
export function dateOf(at: number, zone: string): string {
  const minute = Math.floor(at / minuteMs);
  return at < wholeMinutesFrom ? dateIn(at, zone) : dateAt(`${minute} ${zone}`);
}

/** 1972: from then on every zone is whole minutes from UTC, so that all instants of a minute have one date. */
const wholeMinutesFrom = 63_072_000_000;

const dateIn = (at: number, zone: string): string => zoned(at, zone).toPlainDate().toString();

/** A page asks for today again and again, and reckoning it takes longer than most of what else is on the page. */
const dateAt = remembered((text) => {
  const gap = text.indexOf(' ');
  return dateIn(Number(text.slice(0, gap)) * minuteMs, text.slice(gap + 1));
});

/** The wall-clock time at an instant in a zone. */
export const clockOf = (at: number, zone: string): string =>
  zoned(at, zone).toPlainTime().toString({ smallestUnit: 'minute' });

/**
 * The instant of a wall-clock time. A time that a clock change skips becomes the next valid minute; one that happens
 * twice means the first (docs/domain.md, Timing).
 */
export function instantOf(date: string, time: string, zone: string): number {
  const plain = Temporal.PlainDateTime.from(`${date}T${time}`);
  const early = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (early.toPlainDateTime().equals(plain)) return early.epochMilliseconds;
  const change = early.getTimeZoneTransition('next');
  return (change ?? early).epochMilliseconds;
}

/** A date some days later (or earlier, negative). */
export const addDays = (date: string, days: number): string => later(`${date} ${days}`);

const later = remembered((text) => {
  const gap = text.lastIndexOf(' ');
  const days = Number(text.slice(gap + 1));
  return Temporal.PlainDate.from(text.slice(0, gap)).add({ days }).toString();
});

/** The same date some years later (or earlier, negative). */
export const yearsFrom = (date: string, years: number): string =>
  Temporal.PlainDate.from(date).add({ years }).toString();

/** The same day some months later; where that month is shorter, its last day. */
export const monthsFrom = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).add({ months }).toString();

/** The same wall-clock time on the next day, whatever the clocks do in between; one that is skipped comes an hour later. */
export const nextDay = (at: number, zone: string): number => zoned(at, zone).add({ days: 1 }).epochMilliseconds;

/** The ISO week of a date, `2026-W10`, and its Monday. */
export function isoWeek(date: string): { readonly week: string; readonly monday: string } {
  const day = Temporal.PlainDate.from(date);
  const week = `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;
  return { week, monday: day.subtract({ days: day.dayOfWeek - 1 }).toString() };
}

/** Whole days from one date to another. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

/** Times in which nothing is sent by itself. */
export interface Quiet {
  readonly from: string;
  readonly to: string;
  readonly weekends: boolean;
}

/** The instant itself, or the end of the quiet time it falls into. */
export function afterQuiet(at: number, quiet: Quiet, zone: string): number {
  let open = at;
  for (let i = 0; i < 12 && isQuiet(open, quiet, zone); i++) open = nextOpening(open, quiet, zone);
  return open;
}

/** The quiet hours of a group and whose clock they are read by. */
export interface QuietHours {
  readonly quiet: Quiet;
  readonly zone: string;
}

/**
 * When (ms) somebody is told of something: at once, or when the quiet time is over. What is about a time (`before`) is told an hour
 * before that at the latest, whatever the hour: whoever has a meeting at nine, or on a Saturday, is up by then.
 */
export const outsideQuiet = (at: number, { quiet, zone }: QuietHours, before = Number.POSITIVE_INFINITY): number =>
  Math.min(afterQuiet(at, quiet, zone), Math.max(at, before - hourMs));

/** When quiet time begins next: the instant itself if it is quiet already, infinity where it never is. */
export function untilQuiet(at: number, quiet: Quiet, zone: string): number {
  if (isQuiet(at, quiet, zone)) return at;
  const today = dateOf(at, zone);
  const begins = Array.from({ length: 8 }, (_, i) => addDays(today, i))
    .flatMap((date) => [instantOf(date, quiet.from, zone), instantOf(date, '00:00', zone)])
    .filter((begin) => begin > at && isQuiet(begin, quiet, zone));
  return Math.min(...begins);
}

function isQuiet(at: number, quiet: Quiet, zone: string): boolean {
  const here = zoned(at, zone);
  if (quiet.weekends && here.dayOfWeek > 5) return true;
  if (quiet.from === quiet.to) return false;
  const time = clockOf(at, zone);
  return quiet.from < quiet.to ? time >= quiet.from && time < quiet.to : time >= quiet.from || time < quiet.to;
}

/** The next time the clock shows the end of the quiet hours. */
function nextOpening(at: number, quiet: Quiet, zone: string): number {
  const date = dateOf(at, zone);
  const today = instantOf(date, quiet.to, zone);
  return today > at ? today : instantOf(addDays(date, 1), quiet.to, zone);
}
