import type { Context } from '../../../runtime/context.ts';
import { type Decision, put } from '../../../runtime/decision.ts';
import { isUnsent, rowsOf } from '../../../runtime/outbox/model.ts';
import { Groups } from '../../group/model.ts';
import { named, scrubsLater } from '../authorship.ts';
import { repliesOf } from '../find.ts';
import { type Consultation, Consultations, Replies } from '../model.ts';
import { sessionStops } from '../templates/run.ts';
import { notReopened } from './reopen-job.ts';
import { unlinkLater } from './unlink.ts';
import { channelCard } from './views.ts';

/**
 * The case, the replies given through Curbside, the closing, the shared outcome and a reminder leave the thread, and their texts
 * the store. The line in the channel says that it was taken down.
 */
export async function takingDown(
  ctx: Context,
  before: Consultation,
): Promise<Pick<Decision, 'changes' | 'sends' | 'due'>> {
  const c: Consultation = { ...before, status: 'removed', text: null, outcome: null, hiddenAt: null, marked: [] };
  const replies = await repliesOf(ctx.read, c.id);
  // A private message that still waits speaks of something that is gone.
  const posts = (await rowsOf(ctx.read, c.id)).filter((r) => r.op === 'post' && (r.to.is !== 'direct' || isUnsent(r)));
  const steps = await sessionStops(ctx, await ctx.read.get(Groups, c.group), before, false);
  return {
    changes: [
      put(Consultations, c),
      ...steps.changes,
      ...replies.map((r) => put(Replies, { ...r, text: null, marked: [] })),
    ],
    sends: [
      ...posts.filter((r) => r.id !== c.rows.card).map((r) => ({ remove: r.id, subject: c.id })),
      { edit: c.rows.card, view: channelCard(c, await named(ctx.read, c.group, c.author)), subject: c.id },
    ],
    due: [
      { cancel: 'consult.nudge', subject: c.id },
      ...steps.due,
      notReopened(c),
      ...unlinkLater(c, ctx.now),
      ...scrubsLater(before.author, ctx.now),
    ],
  };
}
