import type { Context } from '../../../runtime/context.ts';
import { drop, put } from '../../../runtime/decision.ts';
import type { Effects } from '../../../runtime/hook-events.ts';
import type { Hook } from '../../../runtime/hooks.ts';
import { Outbox, rowsOf } from '../../../runtime/outbox/model.ts';
import { Groups } from '../../group/model.ts';
import { named } from '../authorship.ts';
import { repliesOf } from '../find.ts';
import { type Consultation, Consultations, Replies } from '../model.ts';
import { sessionStops } from '../templates/run.ts';
import { onReplyGone, remindersOf } from './nudge.ts';
import { notReopened } from './reopen-job.ts';
import { unlinkLater } from './unlink.ts';
import { channelCard } from './views.ts';

/** A message of ours, or a question's thread, was deleted on the platform: by a moderator perhaps. */
export const messageGone: Hook<'onMessageGone'> = async (ctx, { row }) => {
  const c = await ctx.read.get(Consultations, row.subject);
  if (c === null || c.status === 'removed') return {};
  if (row.id === c.rows.card || row.id === c.rows.case) return purged(ctx, c);
  const reply = (await repliesOf(ctx.read, c.id)).find((r) => r.row === row.id);
  if (reply === undefined) return {};
  return { changes: [put(Replies, { ...reply, text: null })], due: await onReplyGone(ctx, reply) };
};

/**
 * Story 10 of docs/domain.md: reminders stop, the text is purged here too, nothing is posted again. A record that its owner
 * wrote stays with its owner. The line in the channel says so where it still stands.
 */
async function purged(ctx: Context, before: Consultation): Promise<Partial<Effects>> {
  const c: Consultation = { ...before, status: 'removed', text: null, outcome: null, marked: [] };
  const replies = await repliesOf(ctx.read, c.id);
  const rows = await rowsOf(ctx.read, c.id);
  const steps = await sessionStops(ctx, await ctx.read.get(Groups, c.group), c, false);
  return {
    changes: [
      put(Consultations, c),
      ...steps.changes,
      ...replies.map((r) => put(Replies, { ...r, text: null })),
      ...rows.filter((r) => r.status !== 'sent').map((r) => drop(Outbox, r.id)),
    ],
    sends: [
      { edit: c.rows.card, view: channelCard(c, await named(ctx.read, c.group, c.author)), subject: c.id },
      ...(await remindersOf(ctx.read, c)).map((r) => ({ remove: r.id, subject: c.id })),
    ],
    due: [{ cancel: 'consult.nudge', subject: c.id }, ...steps.due, notReopened(c), ...unlinkLater(c, ctx.now)],
    compact: true,
  };
}
