import { z } from 'zod';
import { Groups } from '../group/model.ts';
import { say } from '../i18n/message.ts';
import { type DueRow, due } from '../kernel/due.ts';
import { Id } from '../kernel/kind.ts';
import { refusal } from '../kernel/refusals.ts';
import { decided, put, show } from '../kernel/result.ts';
import { command } from '../kernel/route.ts';
import { afterQuiet } from '../kernel/time.ts';
import { consultationIn } from './find.ts';
import { Consultations } from './model.ts';
import { nudgeCard } from './views/thread.ts';

/** After downtime a reminder is still worth sending for this long (ms). */
const graceMs = 72 * 60 * 60 * 1000;

export const nudgeJob = (consultation: string, at: number): DueRow =>
  due('consult.nudge', consultation, 'once', at, graceMs, { consultation });

/** Once, when the time came and nobody had used the Reply button: the group is asked, in its channel. */
export const nudge = command({
  name: 'consult.nudge',
  who: 'timer',
  ack: 'silent',
  input: z.object({ consultation: Id }),
  decide: async (input, ctx) => {
    const c = await ctx.read.get(Consultations, input.consultation);
    const nothing = show('curbside.home');
    const group = c && (await ctx.read.get(Groups, c.group));
    if (!c || !group || c.status !== 'open' || c.hiddenAt !== null || c.answered) return decided(nothing);
    // The machine may have slept into the evening: the reminder waits, and is not needed if somebody answers.
    const open = afterQuiet(ctx.now, group.quiet, group.zone);
    if (open > ctx.now) return decided(nothing, { due: [{ schedule: nudgeJob(c.id, open) }] });
    return decided(nothing, {
      sends: [
        {
          post: nudgeCard(c),
          id: ctx.ids.next(),
          to: { is: 'group', group: c.group },
          subject: c.id,
          notBefore: ctx.now,
        },
      ],
    });
  },
});

/** "Already answered": somebody answered in the thread without the button. */
export const answered = command({
  name: 'consult.answered',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: z.object({ group: z.string(), consultation: Id }),
  decide: async (input, ctx) => {
    const c = await consultationIn(ctx, input.consultation);
    if (c === null) return refusal('gone');
    return decided(show('consult.show', input, say('nudge.thanks')), {
      changes: [put(Consultations, { ...c, answered: true })],
      due: [{ cancel: 'consult.nudge', subject: c.id }],
    });
  },
});
