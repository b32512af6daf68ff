import { instantOf, untilQuiet } from '../../time/time.ts';
import type { Group } from '../group/model.ts';
import { graceMs, type Plan } from './schedule.ts';

/**
 * Until when (ms) what is planned for somebody at this time may still leave: not in quiet hours, not once they are away,
 * and not much later than they chose.
 */
export function limitOf({ zone, away }: Pick<Plan, 'zone' | 'away'>, quiet: Group['quiet'], at: number): number {
  const leaving = away === null ? at : instantOf(away.from, '00:00', zone);
  const limit = Math.min(at + graceMs, untilQuiet(at, quiet, zone));
  return leaving > at ? Math.min(limit, leaving) : limit;
}
