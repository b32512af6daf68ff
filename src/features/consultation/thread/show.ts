import { z } from 'zod';
import { groupOf } from '../../../runtime/context.ts';
import { messageState } from '../../../runtime/outbox/model.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { isMine } from '../authorship.ts';
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
    const rows = { card: await messageState(ctx.read, c.rows.card), case: await messageState(ctx.read, c.rows.case) };
    if (await isMine(ctx, c)) {
      const record = (await allMyRecords(ctx)).find((r) => r.consultation === c.id)?.id ?? null;
      return ownCard(c, rows, { replies: await repliesOf(ctx.read, c.id), record }, ctx.now);
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
    return r === null ? refusal('gone') : ownReplyCard(r, await isMine(ctx, r));
  },
});
