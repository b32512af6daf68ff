import { z } from 'zod';
import type { Context } from '../../../runtime/context.ts';
import { type Decision, decided, put } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { Groups } from '../../group/model.ts';
import { isMine, named, scrubsLater } from '../authorship.ts';
import { consultationIn } from '../find.ts';
import { type Consultation, Consultations } from '../model.ts';
import { sessionStops } from '../templates/run.ts';
import { said } from './confirm.ts';
import { delayedOf, putOff } from './delayed.ts';
import { notHeard } from './heard.ts';
import { onClose } from './nudge.ts';
import { notReopened } from './reopen-job.ts';
import { unlinkLater } from './unlink.ts';
import { caseCard, channelCard, closedCard } from './views.ts';

type Effects = Pick<Decision, 'changes' | 'sends' | 'due'>;

/** Without a record, once its author was asked. A second tap finds it closed and says so. */
export const close = command({
  name: 'consult.close',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: z.object({ group: z.string(), consultation: Id }),
  decide: async (input, ctx) => {
    const c = await consultationIn(ctx, input.consultation);
    if (c === null) return refusal('gone');
    if (!(await isMine(ctx, c))) return refusal('notYours');
    if (c.status === 'removed') return refusal('gone');
    const shown = said(c, 'closed');
    // Closed, and to open again at the time that was drawn: it stays closed.
    return c.status === 'closed'
      ? decided(shown, { due: [notReopened(c), ...scrubsLater(c.author, ctx.now)] })
      : closes(ctx, c);
  },
});

async function closes(ctx: Context, c: Consultation): Promise<Decision> {
  const { soon, ...effects } = await closedBy(ctx, c);
  return decided(said(c, soon ? 'closedSoon' : 'closed'), effects);
}

/**
 * Its author closes it. Without a name that shows a little later, whatever the question is about: nobody waits for a closing.
 * `soon`: it still waits, by this press or by an earlier one.
 */
export async function closedBy(ctx: Context, c: Consultation): Promise<Effects & { readonly soon: boolean }> {
  if (c.author.as !== 'anonymous') return { ...(await closing(ctx, c, null)), soon: false };
  const waits = (await delayedOf(ctx.read, c.id)).some(({ act }) => act.is === 'close');
  const none = { changes: [], sends: [], due: [] };
  return { ...(waits ? none : await putOff(ctx, c, { is: 'close' })), soon: true };
}

/**
 * Everything that closing means: the group sees that it is closed (and that an outcome was shared, only if it was),
 * reminders stop, and the token of an anonymous author gets a date on which it is replaced.
 */
export async function closing(ctx: Context, before: Consultation, outcome: string | null): Promise<Effects> {
  const closed = ctx.ids.next();
  const c: Consultation = {
    ...before,
    status: 'closed',
    closedAt: ctx.now,
    outcome: outcome ?? before.outcome,
    rows: { ...before.rows, closed },
  };
  const ending = await onClose(ctx, c);
  const over = await ctx.raise('onQuestionOver', { consultation: c.id });
  const steps = await sessionStops(ctx, await ctx.read.get(Groups, c.group), c, true);
  return {
    changes: [put(Consultations, c), ...steps.changes, ...over.changes],
    sends: [
      { edit: c.rows.card, view: channelCard(c, await named(ctx.read, c.group, c.author)), subject: c.id },
      { edit: c.rows.case, view: caseCard(c), subject: c.id },
      ...steps.sends,
      { post: closedCard, id: closed, to: { is: 'thread', row: c.rows.card }, subject: c.id, notBefore: ctx.now },
      ...ending.sends,
      ...(await notHeard(ctx.read, c.id)),
      ...over.sends,
    ],
    due: [
      ...ending.due,
      ...steps.due,
      ...over.due,
      notReopened(c),
      ...unlinkLater(c, ctx.now),
      ...scrubsLater(c.author, ctx.now),
    ],
  };
}
