import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { allOf } from '../../../storage/find-all.ts';
import { list, place } from '../../../view/build.ts';
import type { Block, Item } from '../../../view/view.ts';
import { type Group, Groups } from '../../group/model.ts';
import { isMine, myConsultations } from '../authorship.ts';
import { deliveryOf, isTrouble, lostMessages, noRows, replyDelivery, rowsForAll } from '../delivery/model.ts';
import { repliesOfAll } from '../find.ts';
import { type Consultation, Drafts, Replies, type Reply } from '../model.ts';
import type { MyQuestion } from './model.ts';
import { myDelayed, stoppedBlocks, waitingBlocks } from './soon.ts';
import { draftItem, replyTroubleItem, replyWaitingItem } from './views.ts';

/** What of mine waits for me: for `/consult mine` and the home page. */
export async function waiting(ctx: Asked): Promise<{
  readonly toMend: Block[];
  readonly soon: Block[];
  readonly drafts: Item[];
  readonly questions: MyQuestion[];
}> {
  const drafts = await allOf(ctx.read, Drafts, 'owner', { equal: ctx.me });
  const replies = [...(await hiddenReplies(ctx)).map(replyWaitingItem), ...(await lostReplies(ctx))];
  const asked = await myConsultations(ctx);
  const delayed = await myDelayed(ctx);
  const rows = await rowsForAll(ctx.read, asked);
  const given = await repliesOfAll(
    ctx.read,
    asked.filter((c) => c.status === 'open').map((c) => c.id),
  );
  const groups = await groupsOf(ctx, asked);
  const questions: MyQuestion[] = [];
  for (const c of asked) {
    const of = groups.get(c.group);
    const delivery = deliveryOf(rows.get(c.id) ?? noRows, of?.gone ?? null, ctx.now);
    const where = of && groups.size > 1 ? place(of.channel) : null;
    const replied = delayed.some((d) => d.consultation === c.id && d.act.is === 'reply' && d.stopped === null);
    const counts = await withReplies(ctx, c, given.get(c.id) ?? []);
    questions.push({ ...counts, ...(replied ? { waiting: 0 } : {}), delivery, in: where });
  }
  return {
    toMend: [...(replies.length > 0 ? [list(replies, say('mine.noDrafts'))] : []), ...stoppedBlocks(delayed)],
    soon: waitingBlocks(delayed),
    drafts: [...drafts].sort((a, b) => b.at - a.at).map(draftItem),
    questions,
  };
}

/** The groups of these questions, and the one at hand. */
async function groupsOf(ctx: Asked, asked: readonly Consultation[]): Promise<ReadonlyMap<string, Group>> {
  const ids = [...new Set(asked.map((c) => c.group))].filter((id) => id !== groupOf(ctx).id);
  const others = (await ctx.read.getMany(Groups, ids)).filter((group) => group !== null);
  return new Map([groupOf(ctx), ...others].map((group) => [group.id, group]));
}

/** Counted when it is looked at. Nothing else tells an anonymous author of replies. */
async function withReplies(
  ctx: Asked,
  c: Consultation,
  all: readonly Reply[],
): Promise<Pick<MyQuestion, 'c' | 'replies' | 'waiting'>> {
  const own = await Promise.all(all.map((r) => isMine(ctx, r)));
  const answered = Math.max(0, ...all.flatMap((r, i) => (own[i] ? [r.at] : [])));
  const others = all.filter((r, i) => !own[i] && r.text !== null && !r.hidden);
  return { c, replies: others.length, waiting: others.filter((r) => r.at > answered).length };
}

/** Mine that did not reach their thread, found by the rows that are stuck: an anonymous one is told nowhere else. */
async function lostReplies(ctx: Asked): Promise<Item[]> {
  const lost = await lostMessages(ctx.read);
  const replies = await repliesOfAll(ctx.read, [...new Set([...lost.values()].map((l) => l.subject))]);
  const items: Item[] = [];
  for (const reply of [...replies.values()].flat()) {
    const found = lost.get(reply.row);
    if (found === undefined || reply.group !== groupOf(ctx).id || !(await isMine(ctx, reply))) continue;
    const delivery = replyDelivery(found.row, found.change, groupOf(ctx).gone, ctx.now);
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
