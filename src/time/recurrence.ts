import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { dayMs } from './durations.ts';
import { instantOf } from './time.ts';

/** When something happens again and again: a rule of RFC 5545 from a local date and time in an IANA zone. */
export interface Recurrence {
  /** Without start and zone: `FREQ=WEEKLY;INTERVAL=2`. */
  readonly rrule: string;
  readonly startsOn: string;
  readonly time: string;
  readonly zone: string;
}

/**
 * The first time (ms) after an instant; null when there is none. The days come from the rule, the instant from the wall clock of
 * that day, so that clock changes are reckoned as everywhere else (docs/domain.md, Timing).
 */
export function nextTime({ rrule, startsOn, time, zone }: Recurrence, after: number): number | null {
  const dtstart = Temporal.PlainDateTime.from(`${startsOn}T12:00`).toZonedDateTime('UTC');
  const rule = new RRuleTemporal({ rruleString: `RRULE:${rrule}`, dtstart, temporal: Temporal });
  // Two days earlier covers every zone.
  let day = rule.next(Temporal.Instant.fromEpochMilliseconds(after - 2 * dayMs).toZonedDateTimeISO('UTC'));
  while (day !== null) {
    const at = instantOf(day.toPlainDate().toString(), time, zone);
    if (at > after) return at;
    day = rule.next(day);
  }
  return null;
}

/** 1 (Monday) to 7. */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;
