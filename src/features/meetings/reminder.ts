import type { Read } from '../../ports/store.ts';
import type { DueChange } from '../../runtime/decision.ts';
import { DueJobs, due } from '../../runtime/jobs.ts';
import { hourMs } from '../../time/durations.ts';
import { afterQuiet } from '../../time/time.ts';
import type { Group } from '../group/model.ts';
import type { Meeting } from './model.ts';

export const remindName = 'meeting.remind';
/** Reminders come a day before, and before a weekend or night that is quiet: at most so many hours earlier. */
const [leastHours, mostHours] = [24, 96];

/** The job that reminds everybody with a part in a meeting, or one `person` who was away then. */
export const reminderJob = (m: Meeting, at: number, person?: string): DueChange => ({
  schedule: due(remindName, m.id, person ?? 'once', at, Math.max(0, m.at - at), {
    meeting: m.id,
    ...(person === undefined ? {} : { person }),
  }),
});

export type Hours = Pick<Group, 'quiet' | 'zone'>;

/**
 * When (ms) those who have a part in a meeting are reminded: the last hour outside quiet time that is a day or more before it. A
 * meeting that is nearer is told of as soon as quiet time is over; null where it begins before that.
 */
export function remindAt(at: number, { quiet, zone }: Hours, now: number): number | null {
  const hours = Array.from({ length: mostHours - leastHours + 1 }, (_, i) => at - (leastHours + i) * hourMs);
  const wanted = hours.find((one) => afterQuiet(one, quiet, zone) === one) ?? at - leastHours * hourMs;
  const open = afterQuiet(Math.max(wanted, now), quiet, zone);
  return open < at ? open : null;
}

/** The reminder of a planned meeting, in place of an earlier one. */
export function reminder(m: Meeting, hours: Hours, now: number): DueChange[] {
  const at = remindAt(m.at, hours, now);
  return [{ cancel: remindName, subject: m.id }, ...(at === null ? [] : [reminderJob(m, at)])];
}

export const noReminder = (m: Pick<Meeting, 'id'>): DueChange => ({ cancel: remindName, subject: m.id });

/** When (ms) those who have a part are reminded; null where they were, or never are. */
export const remindedAt = async (read: Read, m: Pick<Meeting, 'id'>): Promise<number | null> =>
  (await read.get(DueJobs, due(remindName, m.id, 'once', 0, 0, {}).id))?.at ?? null;
