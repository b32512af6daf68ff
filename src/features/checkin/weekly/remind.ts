import { z } from 'zod';
import { decided, show } from '../../../runtime/decision.ts';
import { type DueRow, due } from '../../../runtime/jobs.ts';
import { command } from '../../../runtime/route.ts';
import { always, dayMs } from '../../../time/durations.ts';
import { afterQuiet, dateOf, type Quiet } from '../../../time/time.ts';
import { Groups, Members, memberId } from '../../group/model.ts';
import { type AskInput, planOf } from '../asking.ts';
import { reminderCard } from '../prompt-view.ts';
import { graceMs, isAway, reminderAfterMs } from '../schedule.ts';
import { limitOf } from '../send-limit.ts';
import { paced } from '../send-slots.ts';

const nothing = show('curbside.home');
/** The reminder of a question asked at this time, or null where it would come too late or while they are away. */
export function reminderOf(input: AskInput, quiet: Quiet, at: number, closes: number): DueRow | null {
  const remindAt = afterQuiet(at + reminderAfterMs, quiet, input.zone);
  if (input.remind !== 'yes' || remindAt >= closes || isAway(dateOf(remindAt, input.zone), planOf(input).away))
    return null;
  const { person, group, subject, week, zone, from, until } = input;
  const values = { person, group, subject, week, zone, from, until, closes: String(closes) };
  return due('checkin.remind', subject, week, remindAt, graceMs, values);
}

const Reminder = z.object({
  person: z.string(),
  group: z.string(),
  subject: z.string(),
  week: z.string(),
  zone: z.string(),
  from: z.string(),
  until: z.string(),
  closes: z.coerce.number(),
});

/**
 * Once, and only for people who asked to be reminded. An answer or a skip cancels it; after downtime it does not come in
 * the night, while they are away, or when the question has closed.
 */
export const remind = command({
  who: 'timer',
  ack: 'silent',
  name: 'checkin.remind',
  input: Reminder,
  decide: async (input, ctx) => {
    const member = await ctx.read.get(Members, memberId(input.group, input.person));
    const group = member && (await ctx.read.get(Groups, input.group));
    if (!group?.features.includes('checkin') || group.gone !== null) return decided(nothing);
    const { at, change } = await paced(ctx);
    const away = input.from === '' ? null : { from: input.from, until: input.until === '' ? null : input.until };
    const notAfter = Math.min(limitOf({ zone: input.zone, away }, group.quiet, at), input.closes);
    if (at >= notAfter || isAway(dateOf(at, input.zone), away)) return decided(nothing);
    const row = ctx.ids.next();
    const to = { is: 'direct', person: input.person } as const;
    const post = reminderCard({ group: input.group, week: input.week });
    const tidy = due('checkin.tidy', input.subject, `${input.week}r`, at + 2 * dayMs, always, { row, step: 'remove' });
    return decided(nothing, {
      changes: [change],
      sends: [{ post, id: row, to, subject: input.subject, notBefore: at, notAfter, quiet: 'atOnce' }],
      due: [{ schedule: tidy }],
    });
  },
});
