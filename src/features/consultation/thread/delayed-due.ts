import { z } from 'zod';
import type { Context } from '../../../runtime/context.ts';
import { type Decision, decided, drop, put, show } from '../../../runtime/decision.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { editedTo } from '../case/post-edit.ts';
import { type Consultation, Consultations, Replies } from '../model.ts';
import { longer, stepOver } from '../templates/steps.ts';
import { closing } from './close.ts';
import { Delayed, delayedJob, type Reason } from './delayed.ts';
import { withOutcome } from './outcome.ts';
import { rewordedTo, standing } from './reply-decision.ts';

type Effects = Pick<Decision, 'changes' | 'sends' | 'due'>;

/** The time that was drawn has come: it happens as if it were done now. Where it cannot, whoever did it finds that at home. */
export const delayedDue = command({
  name: delayedJob,
  who: 'timer',
  ack: 'silent',
  input: z.object({ delayed: Id }),
  decide: async (input, ctx) => {
    const nothing = show('curbside.home');
    const row = await ctx.read.get(Delayed, input.delayed);
    if (row === null || row.stopped !== null) return decided(nothing);
    const c = await ctx.read.get(Consultations, row.consultation);
    const done = c === null ? 'gone' : await happens(ctx, c, row);
    if (typeof done === 'string')
      return decided(nothing, { changes: [put(Delayed, { ...row, stopped: done, at: ctx.now })] });
    return decided(nothing, { ...done, changes: [...done.changes, drop(Delayed, row.id)] });
  },
});

/** It has come about by something else, or is about nothing any more. */
const over: Effects = { changes: [], sends: [], due: [] };

async function happens(ctx: Context, c: Consultation, { act, report }: Delayed): Promise<Effects | Reason> {
  // It may hold what was reported meanwhile, and whoever wrote it has not looked since.
  const old = c.report !== null && c.report !== report;
  switch (act.is) {
    case 'close':
      return c.status === 'open' ? closing(ctx, c, null) : over;
    case 'longer':
      return c.status === 'open' ? ((await longer(ctx, c, act.step)) ?? 'stepOver') : over;
    case 'step':
      return c.status === 'open' ? stepOver(ctx, c, act.step) : over;
    case 'outcome':
      if (c.status !== 'closed') return c.status === 'open' ? 'open' : 'gone';
      return old ? 'reported' : withOutcome(ctx, c, act.text);
    case 'edit': {
      if (c.text === null) return 'gone';
      // What was reported meanwhile is only shown again by an edit that was made since.
      if (c.hiddenAt !== null || old) return c.hiddenAt !== null ? 'hidden' : 'reported';
      return c.status === 'open' ? editedTo(ctx, c, act) : 'closed';
    }
    case 'reply': {
      if (c.status !== 'open') return c.status === 'closed' ? 'closed' : 'gone';
      if (c.hiddenAt !== null || old) return c.hiddenAt !== null ? 'hidden' : 'reported';
      return standing(ctx, c, { ...act.reply, at: ctx.now });
    }
    case 'editReply': {
      const before = await ctx.read.get(Replies, act.reply);
      if (before === null || before.text === null) return 'gone';
      if (before.hidden || old) return before.hidden ? 'hidden' : 'reported';
      return rewordedTo(ctx, before, act.text);
    }
  }
}
