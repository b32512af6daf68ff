import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { clockOf } from '../../time/time.ts';
import { shownZone } from '../../time/typed-zone.ts';
import { clock, msg } from '../../view/build.ts';
import type { Span } from '../../view/view.ts';
import type { Meeting, Series } from './model.ts';

/** " · Eastern time (New York)": a wall-clock time says nothing to whoever reads it elsewhere. */
export const zoneSpans = (zone: string, locale: string): Span[] => [
  msg(say('word.dot')),
  msg(say('meet.zoneIs', { zone: shownZone(zone, locale) })),
];

/** Whoever reads a meeting in a time of their own also reads what the group calls it, so that nobody talks of another hour. */
export function timeElsewhere(ctx: Asked, m: Meeting, { zone }: Series): Span[] {
  const there = clockOf(m.at, zone);
  if (ctx.zone !== null && clockOf(m.at, ctx.zone) === there) return [];
  return [msg(say('word.dot')), clock(there), ...zoneSpans(zone, ctx.locale).slice(1)];
}
