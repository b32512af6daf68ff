import { z } from 'zod';
import type { Asked } from '../../runtime/context.ts';
import type { DueChange } from '../../runtime/decision.ts';
import { due, timeKey } from '../../runtime/jobs.ts';
import { Id, kind } from '../../storage/kind.ts';
import { dayMs } from '../../time/durations.ts';
import { afterQuiet, instantOf, type Quiet } from '../../time/time.ts';

/** Reminders are sent in the morning, once quiet hours are over. */
const morning = '09:00';
/** How long (ms) one that could not be sent stays on its owner's home page. */
const shownMs = 90 * dayMs;

/**
 * The reminder of a renewal that somebody set for themselves; one a person. It says when, and nothing of which license or of what
 * they have: so neither it nor its message tells more.
 */
export const Reminders = kind(
  'creditReminder',
  z.object({
    id: Id,
    owner: z.string(),
    date: z.iso.date(),
    zone: z.string(),
    /** When (ms) it is due: the morning of that date where its owner is, outside quiet hours. */
    at: z.number(),
    until: z.number(),
  }),
  {
    indexes: { owner: (r) => r.owner, until: (r) => timeKey(r.until) },
    sorted: ['until'],
    sealed: 'owner',
    about: {
      what: 'The date on which somebody wants to be reminded of their renewal; nothing of which one',
      readBy: 'its owner only',
      keptFor: 'until it was sent, or its owner removes it; one that can’t be sent, for 90 days after its date',
    },
  },
);
export type Reminder = z.output<typeof Reminders.schema>;

export const reminderId = async (ctx: Asked): Promise<string> => (await ctx.mine('renewal reminder')).slice(0, 16);

export const myReminder = async (ctx: Asked): Promise<Reminder | null> =>
  ctx.read.get(Reminders, await reminderId(ctx));

/** Waits for its owner at home: its time came, and it was not sent. */
export const isDue = ({ at }: Reminder, now: number): boolean => at <= now;

export const reminderOn = (of: Pick<Reminder, 'id' | 'owner' | 'date' | 'zone'>, quiet: Quiet): Reminder => {
  const at = afterQuiet(instantOf(of.date, morning, of.zone), quiet, of.zone);
  return { ...of, at, until: at + shownMs };
};

export const jobName = 'credit.remind';

/** What the job knows: to whom, and outside which quiet hours. */
export const ToRemind = z.object({ group: Id, reminder: Id, person: z.string(), zone: z.string() });

/** In place of an earlier one. One that is late by longer than the reminder is kept has nothing to say. */
export const remindAt = (input: z.output<typeof ToRemind>, at: number): DueChange => ({
  schedule: due(jobName, input.reminder, 'once', at, shownMs, input),
});

export const noJob = (id: string): DueChange => ({ cancel: jobName, subject: id });
