import { z } from 'zod';
import { groupOf } from '../../../runtime/context.ts';
import { messageState } from '../../../runtime/outbox/model.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { isMine } from '../authorship.ts';
import { changeTo, deliveryOf, replyDelivery, rowsFor } from '../delivery.ts';
import { consultationIn, repliesOf, replyIn } from '../find.ts';
import { othersCard, ownCard, ownReplyCard } from '../overview/views.ts';
import { allMyRecords } from '../record/own-records.ts';

const common = { who: 'member', feature: 'consultation', ack: 'private' } as const;

/** "More" on a case, "Open" in a list: to its author everything, to everybody else the case and what they can do. Private. */
export const showConsultation = query({
  ...common,
  name: 'consult.show',
  input: z.object({ group: z.string(), consultation: Id }),
  show: async (input, ctx) => {
    const c = await consultationIn(ctx, input.consultation);
    if (c === null) return refusal('gone');
    const rows = await rowsFor(ctx.read, c);
    if (await isMine(ctx, c)) {
      const record = (await allMyRecords(ctx)).find((r) => r.consultation === c.id)?.id ?? null;
      const delivery = deliveryOf(rows, groupOf(ctx).gone, ctx.now);
      return ownCard(c, delivery, { replies: await repliesOf(ctx.read, c.id), record });
    }
    // Colleagues read here what stands in the thread, and nothing before it stands there.
    return othersCard(c, rows.case?.status === 'sent', groupOf(ctx).owners.includes(ctx.me));
  },
});

export const showReply = query({
  ...common,
  name: 'consult.reply.show',
  input: z.object({ group: z.string(), reply: Id }),
  show: async (input, ctx) => {
    const r = await replyIn(ctx, input.reply);
    if (r === null) return refusal('gone');
    const [row, change] = [await messageState(ctx.read, r.row), await changeTo(ctx.read, r.row)];
    return ownReplyCard(r, await isMine(ctx, r), replyDelivery(row, change, groupOf(ctx).gone, ctx.now));
  },
});
