import type { Asked, Context } from '../../../runtime/context.ts';
import { type Change, type Decision, type DueChange, drop, put } from '../../../runtime/decision.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { isUnsent, messageState, rowsOf } from '../../../runtime/outbox/model.ts';
import { Groups } from '../../group/model.ts';
import { named, scrubsLater } from '../authorship.ts';
import { repliesOf } from '../find.ts';
import { type Consultation, Consultations, Replies } from '../model.ts';
import { sessionStops } from '../templates/run.ts';
import { Sessions } from '../templates/session.ts';
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
  const over = await ctx.raise('onQuestionOver', { consultation: c.id });
  return {
    changes: [
      put(Consultations, c),
      ...steps.changes,
      ...replies.map((r) => put(Replies, { ...r, text: null, marked: [] })),
      ...over.changes,
    ],
    sends: [
      ...posts.filter((r) => r.id !== c.rows.card).map((r) => ({ remove: r.id, subject: c.id })),
      { edit: c.rows.card, view: channelCard(c, await named(ctx.read, c.group, c.author)), subject: c.id },
      ...over.sends,
    ],
    due: [
      { cancel: 'consult.nudge', subject: c.id },
      ...steps.due,
      ...over.due,
      notReopened(c),
      ...unlinkLater(c, ctx.now),
      ...scrubsLater(before.author, ctx.now),
    ],
  };
}

/** Whether a question can still be taken back: its line was not posted, and is not on its way at this moment. */
export async function isUnposted(ctx: Asked, { rows }: Pick<Consultation, 'rows'>): Promise<boolean> {
  const row = await messageState(ctx.read, rows.card);
  return (row?.status === 'pending' || row?.status === 'failed') && row.ref === null;
}

interface TakenBack {
  readonly changes: readonly Change[];
  readonly sends: readonly Send[];
  readonly due: readonly DueChange[];
}

/** What has not appeared yet goes, as if it had never been asked. */
export async function takingBack(ctx: Context, c: Consultation): Promise<TakenBack> {
  const posts = (await rowsOf(ctx.read, c.id)).filter((r) => r.op === 'post' && r.to.is !== 'direct');
  const steps = await sessionStops(ctx, await ctx.read.get(Groups, c.group), c, false);
  const others = posts.map(({ id }) => id).filter((id) => id !== c.rows.case && id !== c.rows.card);
  return {
    changes: [drop(Consultations, c.id), drop(Sessions, c.id)],
    sends: [...others, c.rows.case, c.rows.card].map((row) => ({ remove: row, subject: c.id })),
    due: [{ cancel: 'consult.nudge', subject: c.id }, ...steps.due, ...scrubsLater(c.author, ctx.now)],
  };
}
