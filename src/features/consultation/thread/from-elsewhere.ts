import { groupOf, memberOf } from '../../../runtime/context.ts';
import { put } from '../../../runtime/decision.ts';
import type { Contribution, Hook } from '../../../runtime/hooks.ts';
import { caseBlocks } from '../case/preview-view.ts';
import { Consultations, Replies, type Reply } from '../model.ts';
import { onReplyGone } from './nudge.ts';
import { standing } from './reply-decision.ts';

/** An expert of another group answers: in the thread, under their name, without being in the group. */
export const replyFromElsewhere: Hook<'onReplyFromElsewhere'> = async (ctx, { id, consultation, text }) => {
  const about = await ctx.read.get(Consultations, consultation);
  if (about === null || about.status !== 'open' || about.hiddenAt !== null) return {};
  const reply: Reply = {
    id,
    consultation: about.id,
    group: about.group,
    voice: 'me',
    author: { as: 'me', person: ctx.me, credential: memberOf(ctx).credential, home: groupOf(ctx).id },
    text,
    hidden: false,
    marked: [],
    at: ctx.now,
    row: ctx.ids.next(),
    step: null,
  };
  return standing(ctx, about, reply);
};

export const replyTakenBack: Hook<'onReplyTakenBack'> = async (ctx, { id }) => {
  const r = await ctx.read.get(Replies, id);
  if (r?.author.as !== 'me' || r.author.person !== ctx.me) return {};
  return {
    changes: [put(Replies, { ...r, text: null, marked: [] })],
    sends: [{ remove: r.row, subject: r.consultation }],
    due: await onReplyGone(ctx, r),
  };
};

export const questionText: Contribution<'questionText'> = async ({ read }, { id }) => {
  const c = await read.get(Consultations, id);
  return c === null || c.text === null || c.hiddenAt !== null ? [] : caseBlocks(c.text, {}, c.structure);
};
