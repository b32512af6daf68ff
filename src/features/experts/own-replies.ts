import { type Msg, say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import { messageState } from '../../runtime/outbox/model.ts';
import { allOf } from '../../storage/find-all.ts';
import { action } from '../../view/build.ts';
import type { Action } from '../../view/view.ts';
import { changeTo, deliveryWords, replyDelivery } from '../consultation/delivery/model.ts';
import { Replies, type Reply } from '../consultation/model.ts';
import { Groups } from '../group/model.ts';

/** A reply of mine in the thread of another group, and whether it is there; null once it is. */
export interface OwnReply {
  readonly reply: Reply;
  readonly state: Msg | null;
}

/** Whether I gave it as a member of the group at hand, in a thread of another one, and it still stands. */
export const isOwnFrom = (ctx: Asked, { author, text }: Reply): boolean =>
  author.as === 'me' && author.person === ctx.me && author.home === groupOf(ctx).id && text !== null;

/** All of these, the newest first. They are mine whatever became of the question, the request, or an agreement. */
export async function repliesFromHere(ctx: Asked): Promise<Reply[]> {
  const all = await allOf(ctx.read, Replies, 'person', { equal: ctx.me });
  return all.filter((r) => isOwnFrom(ctx, r)).sort((a, b) => b.at - a.at);
}

export const standingAs = (ctx: Asked, replies: readonly Reply[]): Promise<OwnReply[]> =>
  Promise.all(
    replies.map(async (reply) => {
      const row = await messageState(ctx.read, reply.row);
      const gone = (await ctx.read.get(Groups, reply.group))?.gone ?? null;
      return { reply, state: deliveryWords(replyDelivery(row, await changeTo(ctx.read, reply.row), gone, ctx.now)) };
    }),
  );

export const toReplies = (group: string): Action => action(say('experts.replies'), 'experts.replies', { group });
