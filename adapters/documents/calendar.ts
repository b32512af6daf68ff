import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { type CalendarEvent, type Document, type Reader, wordsOf } from '../../src/index.ts';

/**
 * A calendar file (RFC 5545). Times are instants, so that no zone has to come with it; what is not there any more stands in it as
 * canceled, so that a calendar that has it takes it out. `at`: when it is made (ms).
 */
export function calendarOf(
  document: Document,
  events: readonly CalendarEvent[],
  { locale }: Pick<Reader, 'locale'>,
  at: number,
): string {
  const calendar = ical({
    name: wordsOf(locale, document.title),
    prodId: { company: 'Curbside', product: 'meetings', language: locale.slice(0, 2).toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const event of events) {
    calendar.createEvent({
      id: event.uid,
      sequence: event.revision,
      start: new Date(event.from),
      end: new Date(event.to),
      stamp: new Date(at),
      summary: wordsOf(locale, event.title),
      location: event.link === '' ? wordsOf(locale, event.where) : event.link,
      ...(event.link === '' ? {} : { url: event.link }),
      status: event.canceled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
