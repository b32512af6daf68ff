import type { Context } from '../../runtime/context.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import type { Card } from '../../view/view.ts';
import { type Guest, guestsOf } from './guest-model.ts';
import { endOf, type Meeting } from './model.ts';

/** To one guest of a meeting; `before` is the time (ms) that they know it to be at, where it moved. */
export const toGuest = (
  ctx: Context,
  m: Meeting,
  { person }: Pick<Guest, 'person'>,
  post: Card,
  before = m.at,
): Send => ({
  post,
  id: ctx.ids.next(),
  to: { is: 'direct', person },
  subject: m.id,
  notBefore: ctx.now,
  quiet: { group: m.group, before },
  notAfter: endOf(m),
  orNextAnswer: true,
});

/** Guests read no channel of the group: what it reads of their meeting goes to each of them. */
export const toGuests = async (ctx: Context, m: Meeting, post: Card, before = m.at): Promise<Send[]> =>
  (await guestsOf(ctx.read, m.id)).map((one) => toGuest(ctx, m, one, post, before));
