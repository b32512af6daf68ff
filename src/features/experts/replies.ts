import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Context, groupOf } from '../../runtime/context.ts';
import { decided, show } from '../../runtime/decision.ts';
import { messageState } from '../../runtime/outbox/model.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { Replies } from '../consultation/model.ts';
import { Groups } from '../group/model.ts';
import { readElsewhere } from './elsewhere.ts';
import { repliesCard } from './elsewhere-views.ts';
import { common } from './me.ts';
import { isOwnFrom, repliesFromHere, standingAs } from './own-replies.ts';

/** Replies on one page of the list. */
const pageSize = 5;
const Page = z.coerce.number().int().min(0).max(100).default(0);

/** What I replied to other groups, without the questions: the way to take it down once those can't be read any more. */
export const ownReplies = query({
  ...common,
  name: 'experts.replies',
  ack: 'private',
  input: z.object({ group: z.string().optional(), page: Page }),
  show: async ({ page: asked }, ctx) => {
    const all = await repliesFromHere(ctx);
    const page = Math.min(asked, Math.max(0, Math.ceil(all.length / pageSize) - 1));
    const shown = all.slice(page * pageSize, (page + 1) * pageSize);
    const more = all.length > (page + 1) * pageSize;
    return repliesCard(groupOf(ctx).id, await standingAs(ctx, shown), { page, more });
  },
});

/** My reply leaves the thread of the other group, whatever became of the question that it answers. */
export const removeReply = command({
  ...common,
  name: 'experts.reply.remove',
  atOnce: true,
  ack: 'private',
  input: z.object({
    group: z.string(),
    reply: Id,
    /** Where it is taken down below its question. */
    turn: Id.optional(),
    /** Of the list that it was taken down from. */
    page: Page,
  }),
  decide: async ({ reply: id, turn, page }, ctx: Context) => {
    const r = await ctx.read.get(Replies, id);
    if (r === null || !isOwnFrom(ctx, r)) return refusal('gone');
    const lost = (await messageState(ctx.read, r.row))?.status === 'unknown';
    // Where the channel takes nothing, no success is claimed.
    const isClosed = (await ctx.read.get(Groups, r.group))?.gone !== null;
    const note = say(`experts.reply.${lost ? 'maybeThere' : isClosed ? 'goesLater' : 'removed'}`);
    const { id: group } = groupOf(ctx);
    const reads = turn !== undefined && (await readElsewhere(ctx, turn)) !== null;
    return decided(
      reads
        ? show('experts.case', { group, turn }, note)
        : show('experts.replies', { group, page: String(page) }, note),
      await ctx.raise('onReplyTakenBack', { id }),
    );
  },
});
