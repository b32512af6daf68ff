import { dateOf, outsideQuiet } from '../../time/time.ts';
import { type Asked, groupOf } from '../context.ts';

/**
 * When a message to one person that is written now reaches them, where it waits for the end of quiet hours: a weekday and time as its
 * writer reads them, for the sentence that confirms it. Null where it leaves at once.
 */
export function waitsUntil(ctx: Asked, zone: string): string | null {
  const group = groupOf(ctx);
  const at = outsideQuiet(ctx.now, { quiet: group.quiet, zone });
  if (at <= ctx.now) return null;
  const timeZone = ctx.zone ?? group.zone;
  const time = { hour: 'numeric', minute: '2-digit', timeZone } as const;
  const today = dateOf(at, timeZone) === dateOf(ctx.now, timeZone);
  const shown = new Intl.DateTimeFormat(ctx.locale, today ? time : { weekday: 'long', ...time }).format(at);
  return shown.replace(/\s/g, ' ');
}
