import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import type { Refusal } from '../../../runtime/decision.ts';
import { messageState, type OutboxRow } from '../../../runtime/outbox/model.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { thread } from '../../../view/build.ts';
import type { Card, Span } from '../../../view/view.ts';
import { isMine, namedAll } from '../authorship.ts';
import { changeTo, deliveryOf, replyDelivery, rowsFor } from '../delivery/model.ts';
import { consultationIn, repliesOf, replyIn } from '../find.ts';
import type { Consultation } from '../model.ts';
import { othersCard, othersMore, ownCard, ownMore, replyView } from '../overview/cards.ts';
import type { Written } from '../overview/model.ts';
import { partsOf, waysOf } from '../overview/parts.ts';
import { mySoonOf } from '../overview/soon.ts';
import { allMyRecords } from '../record/own-records.ts';
import { barState } from './bar-model.ts';
import { byWhom } from './views.ts';

const common = { who: 'member', feature: 'consultation', ack: 'private' } as const;
const OfQuestion = z.object({ group: z.string(), consultation: Id });
const OfReply = z.object({ group: z.string(), reply: Id });

/** "Open" in a list: to its author everything, to everybody else the case and what they can do. Private. */
export const showConsultation = query({
  ...common,
  name: 'consult.show',
  input: OfQuestion,
  show: (input, ctx) => question(ctx, input.consultation, false),
});

/** "More" in the thread: what can be done. */
export const moreOfConsultation = query({
  ...common,
  name: 'consult.more',
  input: OfQuestion,
  show: (input, ctx) => question(ctx, input.consultation, true),
});

async function question(ctx: Asked, id: string, more: boolean): Promise<Card | Refusal> {
  const c = await consultationIn(ctx, id);
  if (c === null) return refusal('gone');
  const rows = await rowsFor(ctx.read, c);
  const mine = await isMine(ctx, c);
  const ways = await waysOf(ctx, c, mine);
  if (mine) {
    const record = (await allMyRecords(ctx)).find((r) => r.consultation === c.id)?.id ?? null;
    const standing = { ways, delivery: deliveryOf(rows, groupOf(ctx).gone, ctx.now), record, now: ctx.now };
    if (more) return ownMore(c, standing);
    const soon = await mySoonOf(ctx, c);
    const link = threadLink(ctx, rows.card);
    return ownCard(c, { ...standing, link, replies: await written(ctx, c), parts: await partsOf(ctx, c), soon });
  }
  const bar = { state: await barState(ctx, c.id), isOwner: groupOf(ctx).owners.includes(ctx.me) };
  // Colleagues read here what stands in the thread, and nothing before it stands there.
  const posted = rows.case?.status === 'sent';
  return more ? othersMore(c, bar, ways) : othersCard(c, { posted, link: threadLink(ctx, rows.card), bar, ways });
}

/** The way to the thread, once its line stands in the channel. */
const threadLink = (ctx: Asked, line: OutboxRow | null): Span[] =>
  line?.ref ? [thread(say('posted.openThread'), groupOf(ctx).channel, line.ref)] : [];

/** The replies that can be read, each with its author as colleagues see them. */
async function written(ctx: Asked, c: Consultation): Promise<Written[]> {
  const all = (await repliesOf(ctx.read, c.id)).filter((r) => !r.hidden && r.text !== null);
  const authors = await namedAll(
    ctx.read,
    c.group,
    all.map((r) => r.author),
  );
  return all.map((r, i) => ({ r, by: byWhom(authors[i] ?? { author: r.author, credential: null }, r.voice) }));
}

export const showReply = query({
  ...common,
  name: 'consult.reply.show',
  input: OfReply,
  show: (input, ctx) => oneReply(ctx, input.reply, false),
});

export const moreOfReply = query({
  ...common,
  name: 'consult.reply.more',
  input: OfReply,
  show: (input, ctx) => oneReply(ctx, input.reply, true),
});

async function oneReply(ctx: Asked, id: string, more: boolean): Promise<Card | Refusal> {
  const r = await replyIn(ctx, id);
  if (r === null) return refusal('gone');
  const [row, change] = [await messageState(ctx.read, r.row), await changeTo(ctx.read, r.row)];
  const delivery = replyDelivery(row, change, groupOf(ctx).gone, ctx.now);
  const bar = { state: await barState(ctx, r.id), isOwner: groupOf(ctx).owners.includes(ctx.me) };
  const about = more ? null : await consultationIn(ctx, r.consultation);
  const link = about === null ? [] : threadLink(ctx, await messageState(ctx.read, about.rows.card));
  return replyView(r, { mine: await isMine(ctx, r), more, delivery, bar, link });
}
