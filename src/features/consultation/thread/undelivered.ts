import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { Outbox, type OutboxRow } from '../../../runtime/outbox/model.ts';
import { body, card } from '../../../view/build.ts';
import type { Card } from '../../../view/view.ts';
import { Groups } from '../../group/model.ts';
import { type Delivery, deliveryOf, isTrouble, replyDelivery, rowsFor } from '../delivery/model.ts';
import { repliesOf } from '../find.ts';
import { type Author, type Consultation, Consultations, type Reply } from '../model.ts';
import { replyTrouble, troubleCard, troubleElsewhere } from './delivery-views.ts';

/**
 * A message of a consultation did not arrive, or may not have: a named author is told at once, with what to do. To an
 * anonymous one nothing is ever sent; home and `/consult mine` show it from the row itself. Where a text was to be hidden
 * or removed and still stands, the owners are told too.
 */
export async function undeliveredLetters(ctx: Context, row: OutboxRow): Promise<Send[]> {
  const c = await ctx.read.get(Consultations, row.subject);
  const group = c && (await ctx.read.get(Groups, c.group));
  if (!c || !group) return [];
  const about = row.to.is === 'message' ? row.to.row : row.id;
  const change = row.op === 'post' ? null : row;
  const isOpenToRead = change !== null && row.status === 'failed' && !marksClosed(c, change, about);
  const owners = isOpenToRead ? ownersToTell(ctx, group.owners, c.id) : [];
  const message = await ctx.read.get(Outbox, about);
  const rows = { ...(await rowsFor(ctx.read, c)), change };
  if ([c.rows.card, c.rows.case, rows.step?.id].includes(about)) {
    const delivery = deliveryOf(rows, group.gone, ctx.now);
    return isTrouble(delivery) ? [...toAuthor(ctx, c.author, c.id, troubleCard(c, delivery)), ...owners] : owners;
  }
  const reply = (await repliesOf(ctx.read, c.id)).find((r) => r.row === about);
  if (reply === undefined) return owners;
  const delivery = replyDelivery(message, change, group.gone, ctx.now);
  return isTrouble(delivery) ? [...toAuthor(ctx, reply.author, c.id, troubleOf(reply, delivery)), ...owners] : owners;
}

/** That a question is closed takes nothing away: a bot that is not the one that posted it can never say so there. */
const marksClosed = (c: Consultation, change: OutboxRow, about: string): boolean =>
  change.op === 'edit' && c.status === 'closed' && c.hiddenAt === null && [c.rows.card, c.rows.case].includes(about);

const toAuthor = (ctx: Context, author: Author, subject: string, view: Card): Send[] =>
  author.as === 'me' ? [direct(ctx, author.person, subject, view)] : [];

/** An expert of another group can't open the thread: they find their replies in their own group. */
const troubleOf = (reply: Reply, delivery: Delivery): Card =>
  reply.author.as === 'me' && reply.author.home !== undefined
    ? troubleElsewhere(reply.author.home, delivery)
    : replyTrouble(reply, delivery);

const ownersToTell = (ctx: Context, owners: readonly string[], subject: string): Send[] => {
  const view = card(say('delivery.ownersChange'), [body(say('delivery.ownersChangeText'))]);
  return owners.map((person) => direct(ctx, person, subject, view));
};

const direct = (ctx: Context, person: string, subject: string, view: Card): Send => ({
  post: view,
  id: ctx.ids.next(),
  to: { is: 'direct', person },
  subject,
  notBefore: ctx.now,
  // About what they did just now, or about words that should be hidden and stand open to read.
  quiet: 'atOnce',
});
