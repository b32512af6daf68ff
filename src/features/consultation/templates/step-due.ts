import { z } from 'zod';
import type { Context } from '../../../runtime/context.ts';
import { decided, put, show } from '../../../runtime/decision.ts';
import { messageState } from '../../../runtime/outbox/model.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { dayMs, minuteMs } from '../../../time/durations.ts';
import { afterQuiet, instantOf } from '../../../time/time.ts';
import { type Group, Groups } from '../../group/model.ts';
import { type Consultation, Consultations } from '../model.ts';
import { awayUntil, turnHolder } from './people.ts';
import { redrawn, sessionOf, stepEnds, stepJobName, stepLater } from './run.ts';
import { endOf, type Running, Sessions } from './session.ts';

/** Live steps follow people, not quiet hours; later than this (ms) the machine slept, and nobody is there any more. */
const lateMs = 30 * minuteMs;
/** For so long (ms) a step waits for somebody who is away; then it goes on without them. */
const longestWaitMs = 14 * dayMs;
/** How often (ms) it is looked whether a hidden text is back, or a channel takes messages again. */
const againMs = 15 * minuteMs;

/** The time of a step is over. */
export const stepDue = command({
  name: stepJobName,
  who: 'timer',
  ack: 'silent',
  input: z.object({ consultation: Id }),
  decide: async (input, ctx) => {
    const nothing = show('curbside.home');
    const c = await ctx.read.get(Consultations, input.consultation);
    const group = c && (await ctx.read.get(Groups, c.group));
    const running = await sessionOf(ctx, input.consultation);
    if (!c || !group || running === null || c.status !== 'open') return decided(nothing);
    const { session } = running;
    const at = await postponed(ctx, group, c, running);
    if (at !== null) return decided(nothing, { due: [stepLater(session, at)] });
    if ((await messageState(ctx.read, session.rows.at(-1) ?? ''))?.status !== 'sent') {
      // Nobody has seen the step yet: its time begins when they can.
      const until = endOf(session, session.step, ctx.now, group);
      const later: Running = { ...running, session: { ...session, until } };
      return decided(nothing, {
        changes: [put(Sessions, later.session)],
        sends: [await redrawn(ctx, group, c, later)],
        due: [stepLater(session, until)],
      });
    }
    return decided(nothing, await stepEnds(ctx, group, c, running, null));
  },
});

/** Until when (ms) a step goes on all the same, or null. */
async function postponed(ctx: Context, group: Group, c: Consultation, of: Running): Promise<number | null> {
  const { session } = of;
  if (group.gone !== null || c.hiddenAt !== null) return ctx.now + againMs;
  const open = afterQuiet(ctx.now, group.quiet, group.zone);
  if (open > ctx.now && (session.pace === 'days' || ctx.now - session.until > lateMs)) return open;
  const holder = session.pace === 'days' ? turnHolder(c, of) : null;
  const away = holder === null ? null : await awayUntil(ctx, group.id, holder);
  if (away === null || ctx.now - session.since > longestWaitMs) return null;
  const back = away.until === null ? Number.POSITIVE_INFINITY : instantOf(away.until, '00:00', away.zone);
  return afterQuiet(Math.min(back, ctx.now + dayMs), group.quiet, group.zone);
}
