import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { decided, type Outcome, put, show } from '../../../runtime/decision.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { messageState } from '../../../runtime/outbox/model.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { named } from '../authorship.ts';
import { noted } from '../delivery.ts';
import { consultationIn, replyIn } from '../find.ts';
import { type Author, type Consultation, Consultations, Replies, type Reply } from '../model.ts';
import { caseCard, channelCard, mendCard, replyCard } from './views.ts';

/**
 * "Something identifies a person": the text is hidden at once and its author is asked privately to mend it. Who pressed
 * is not written down anywhere.
 */
export const flag = command({
  name: 'consult.flag',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: z.object({ group: z.string(), consultation: Id.optional(), reply: Id.optional() }),
  decide: async (input, ctx) => {
    if (input.reply) {
      const r = await replyIn(ctx, input.reply);
      return r === null ? refusal('gone') : hideReply(ctx, r);
    }
    const c = input.consultation ? await consultationIn(ctx, input.consultation) : null;
    return c === null ? refusal('gone') : hideCase(ctx, c);
  },
});

async function hideCase(ctx: Context, before: Consultation): Promise<Outcome> {
  const at = { group: before.group, consultation: before.id };
  if (before.hiddenAt !== null || before.text === null) return decided(show('consult.show', at, say('own.flagged')));
  const c: Consultation = { ...before, hiddenAt: ctx.now };
  const lost = (await messageState(ctx.read, c.rows.case))?.status === 'unknown';
  return decided(show('consult.show', at, noted(ctx, say(lost ? 'own.maybeThere' : 'own.hidden'))), {
    changes: [put(Consultations, c)],
    sends: [
      { edit: c.rows.case, view: caseCard(c), subject: c.id },
      { edit: c.rows.card, view: channelCard(c, await named(ctx.read, c.group, c.author)), subject: c.id },
      ...askToMend(ctx, c.author, at, c.id),
    ],
  });
}

async function hideReply(ctx: Context, before: Reply): Promise<Outcome> {
  const at = { group: before.group, reply: before.id };
  if (before.hidden || before.text === null) return decided(show('consult.reply.show', at, say('own.flagged')));
  const r: Reply = { ...before, hidden: true };
  const { credential } = await named(ctx.read, r.group, r.author);
  const lost = (await messageState(ctx.read, r.row))?.status === 'unknown';
  return decided(show('consult.reply.show', at, noted(ctx, say(lost ? 'own.maybeThere' : 'own.hidden'))), {
    changes: [put(Replies, r)],
    sends: [
      { edit: r.row, view: replyCard(r, credential), subject: r.consultation },
      ...askToMend(ctx, r.author, at, r.consultation),
    ],
  });
}

/** A named author is told directly. Nothing about an anonymous post goes to anybody directly: it waits for its author. */
function askToMend(ctx: Context, author: Author, at: Parameters<typeof mendCard>[0], subject: string): Send[] {
  if (author.as !== 'me') return [];
  return [
    {
      post: mendCard(at),
      id: ctx.ids.next(),
      to: { is: 'direct', person: author.person },
      subject,
      notBefore: ctx.now,
    },
  ];
}
