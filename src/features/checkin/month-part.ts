import { say } from '../../i18n/message.ts';
import type { Contribution } from '../../runtime/hooks.ts';
import { addDays, dateOf, isoWeek } from '../../time/time.ts';
import { calendarDay } from '../../view/plain.ts';
import { myEnrolment, myPulses } from './own.ts';

/** Of the weeks that began in a month, whether I answered: no value of any. For those who have no check-ins, nothing. */
export const monthPart: Contribution<'monthPart'> = async (ctx, { group, from, to }) => {
  const e = group.features.includes('checkin') ? await myEnrolment(ctx) : null;
  if (e === null) return null;
  const answered = new Set((await myPulses(ctx)).map(({ week }) => week));
  const last = isoWeek(dateOf(ctx.now, e.zone)).monday;
  const mondays = Array.from({ length: 5 }, (_, i) => addDays(isoWeek(addDays(from, 6)).monday, 7 * i));
  return {
    title: say('month.checkin'),
    rows: mondays
      .filter((monday) => monday >= from && monday <= to && monday <= last)
      .map((monday) => [
        say('month.checkin.week', { date: calendarDay(monday, ctx.locale) }),
        say('month.checkin.answer', { answered: answered.has(isoWeek(monday).week) }),
      ]),
    note: say('month.checkin.note'),
  };
};
