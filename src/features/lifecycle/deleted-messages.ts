import { z } from 'zod';
import type { Context } from '../../runtime/context.ts';
import { type Decision, decided, drop, put, show } from '../../runtime/decision.ts';
import { Outbox, rowsOf } from '../../runtime/outbox/model.ts';
import { command } from '../../runtime/route.ts';
import { named } from '../consultation/authorship.ts';
import { repliesOf } from '../consultation/find.ts';
import { type Consultation, Consultations, Replies, type Reply } from '../consultation/model.ts';
import { onReplyGone, remindersOf } from '../consultation/thread/nudge.ts';
import { unlinkLater } from '../consultation/thread/unlink.ts';
import { channelCard } from '../consultation/thread/views.ts';

const nothing = show('curbside.home');

/** The thread of a question was deleted on the platform, by a moderator perhaps. */
export const threadGone = command({
  name: 'platform.threadGone',
  who: 'platform',
  ack: 'silent',
  input: z.object({ under: z.string() }),
  decide: async (input, ctx) => ofMessage(ctx, input.under),
});

/** One message of ours was deleted on the platform. */
export const messageGone = command({
  name: 'platform.messageGone',
  who: 'platform',
  ack: 'silent',
  input: z.object({ ref: z.string() }),
  decide: async (input, ctx) => ofMessage(ctx, input.ref),
});

async function ofMessage(ctx: Context, ref: string): Promise<Decision> {
  const row = (await ctx.read.find(Outbox, 'ref', { equal: ref }, { limit: 1 })).docs[0];
  if (row === undefined) return decided(nothing);
  const c = await ctx.read.get(Consultations, row.subject);
  if (c === null || c.status === 'removed') return decided(nothing);
  if (row.id === c.rows.card || row.id === c.rows.case) return purged(ctx, c);
  const reply = (await repliesOf(ctx.read, c.id)).find((r) => r.row === row.id);
  if (reply === undefined) return decided(nothing);
  const changes = [put(Replies, { ...reply, text: null } satisfies Reply)];
  return decided(nothing, { changes, due: await onReplyGone(ctx, reply) });
}

/**
 * Story 10 of docs/domain.md: reminders stop, the text is purged here too, nothing is posted again. A record that its owner
 * wrote stays with its owner. The line in the channel says so where it still stands.
 */
async function purged(ctx: Context, before: Consultation): Promise<Decision> {
  const c: Consultation = { ...before, status: 'removed', text: null, outcome: null, marked: [] };
  const replies = await repliesOf(ctx.read, c.id);
  const rows = await rowsOf(ctx.read, c.id);
  return decided(nothing, {
    changes: [
      put(Consultations, c),
      ...replies.map((r) => put(Replies, { ...r, text: null })),
      ...rows.filter((r) => r.status !== 'sent').map((r) => drop(Outbox, r.id)),
    ],
    sends: [
      { edit: c.rows.card, view: channelCard(c, await named(ctx.read, c.group, c.author)), subject: c.id },
      ...(await remindersOf(ctx.read, c)).map((r) => ({ remove: r.id, subject: c.id })),
    ],
    due: [{ cancel: 'consult.nudge', subject: c.id }, ...unlinkLater(c, ctx.now)],
    compact: true,
  });
}
