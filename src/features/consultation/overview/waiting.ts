import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { messageState, Outbox } from '../../../runtime/outbox/model.ts';
import { allOf } from '../../../storage/find-all.ts';
import { list } from '../../../view/build.ts';
import type { Block, Item } from '../../../view/view.ts';
import { isMine, myConsultations } from '../authorship.ts';
import { changeTo, deliveryOf, isTrouble, replyDelivery, rowsFor } from '../delivery.ts';
import { repliesOf } from '../find.ts';
import { type Consultation, Drafts, Replies, type Reply } from '../model.ts';
import type { MyQuestion } from './model.ts';
import { draftItem, replyTroubleItem, replyWaitingItem } from './views.ts';

/** What of mine waits for me: for `/consult mine` and the home page. */
export async function waiting(
  ctx: Asked,
): Promise<{ readonly toMend: Block[]; readonly drafts: Item[]; readonly questions: MyQuestion[] }> {
  const drafts = await allOf(ctx.read, Drafts, 'owner', { equal: ctx.me });
  const replies = [...(await hiddenReplies(ctx)).map(replyWaitingItem), ...(await lostReplies(ctx))];
  const questions: MyQuestion[] = [];
  for (const c of await myConsultations(ctx)) questions.push(await withReplies(ctx, c));
  return {
    toMend: replies.length > 0 ? [list(replies, say('mine.noDrafts'))] : [],
    drafts: [...drafts].sort((a, b) => b.at - a.at).map(draftItem),
    questions,
  };
}

/** Nothing tells an anonymous author of replies but this; a named one gets no message about them either. */
async function withReplies(ctx: Asked, c: Consultation): Promise<MyQuestion> {
  const delivery = deliveryOf(await rowsFor(ctx.read, c), groupOf(ctx).gone, ctx.now);
  if (c.status !== 'open') return { c, replies: 0, waiting: 0, delivery };
  const all = await repliesOf(ctx.read, c.id);
  const own = await Promise.all(all.map((r) => isMine(ctx, r)));
  const answered = Math.max(0, ...all.flatMap((r, i) => (own[i] ? [r.at] : [])));
  const others = all.filter((r, i) => !own[i] && r.text !== null && !r.hidden);
  return { c, replies: others.length, waiting: others.filter((r) => r.at > answered).length, delivery };
}

/** Mine that did not reach their thread, found by the rows that are stuck: an anonymous one is told nowhere else. */
async function lostReplies(ctx: Asked): Promise<Item[]> {
  const items: Item[] = [];
  const seen = new Set<string>();
  for (const stuck of await allOf(ctx.read, Outbox, 'stuck', { all: true })) {
    const about = stuck.to.is === 'message' ? stuck.to.row : stuck.id;
    if (stuck.to.is === 'direct' || seen.has(about)) continue;
    seen.add(about);
    const reply = (await repliesOf(ctx.read, stuck.subject)).find((r) => r.row === about);
    if (reply === undefined || reply.group !== groupOf(ctx).id || !(await isMine(ctx, reply))) continue;
    const [row, change] = [await messageState(ctx.read, about), await changeTo(ctx.read, about)];
    const delivery = replyDelivery(row, change, groupOf(ctx).gone, ctx.now);
    if (isTrouble(delivery)) items.push(replyTroubleItem(reply, delivery));
  }
  return items;
}

async function hiddenReplies(ctx: Asked): Promise<Reply[]> {
  const own: Reply[] = [];
  for (const r of await allOf(ctx.read, Replies, 'hidden', { equal: groupOf(ctx).id })) {
    if (await isMine(ctx, r)) own.push(r);
  }
  return own;
}
