import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { clockOf, dateOf } from '../../time/time.ts';
import { shownZone } from '../../time/typed-zone.ts';
import { msg, when } from '../../view/build.ts';
import { instant } from '../../view/plain.ts';
import type { Span } from '../../view/view.ts';
import type { Series } from './model.ts';

/** " · Eastern time (New York)": a wall-clock time says nothing to whoever reads it elsewhere. */
export const zoneSpans = (zone: string, locale: string): Span[] => [
  msg(say('word.dot')),
  msg(say('meet.zoneIs', { zone: shownZone(zone, locale) })),
];

/**
 * When a meeting is: the group's day, time, and zone, then the reader's, each with its own day, so that nobody talks of another hour or
 * comes on another day. One of them, where both are the same.
 */
export function meetingTime(ctx: Asked, at: number, { zone }: Pick<Series, 'zone'>): Span[] {
  if (ctx.zone !== null && dateOf(at, ctx.zone) === dateOf(at, zone) && clockOf(at, ctx.zone) === clockOf(at, zone))
    return [when(at)];
  const there = `${instant(at, 'dateTime', { locale: ctx.locale, zone })} ${shownZone(zone, ctx.locale)}`;
  const own = ctx.zone === null ? null : shownZone(ctx.zone, ctx.locale);
  return [
    msg(say('meet.timeThere', { there })),
    msg(say('word.dot')),
    when(at),
    msg(say('meet.yourTime', { zone: own })),
  ];
}
