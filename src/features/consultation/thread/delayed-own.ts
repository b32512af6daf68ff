import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { decided, put, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { scrubJob } from '../../../runtime/scrub-journal.ts';
import { Id } from '../../../storage/kind.ts';
import { blankDraft } from '../case/ask.ts';
import { type Consultation, Consultations, type Draft, Drafts } from '../model.ts';
import { Delayed, isMyDelayed, withdrawn } from './delayed.ts';

/** "Cancel", while it waits or once it could not happen: it does not, and its text is in my drafts again. */
export const cancelDelayed = command({
  name: 'consult.delayed.cancel',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  atOnce: true,
  input: z.object({ group: z.string(), delayed: Id, consultation: Id }),
  decide: async ({ group, delayed, consultation }, ctx) => {
    const row = await ctx.read.get(Delayed, delayed);
    const question = (note: Parameters<typeof show>[2]) => show('consult.show', { group, consultation }, note);
    if (row === null) return decided(question(say('soon.late')));
    if (row.group !== group || !(await isMyDelayed(ctx, row))) return refusal('notYours');
    const c = await ctx.read.get(Consultations, row.consultation);
    const off = withdrawn([row]);
    const back = c === null ? null : draftOf(ctx, c, row);
    const due = [...off.due, { schedule: scrubJob(ctx.now) }];
    if (back === null) {
      const note = say(row.stopped === null ? 'soon.canceled' : 'soon.seenDone');
      return decided(question(note), { changes: off.changes, due });
    }
    return decided(show('consult.preview', { group, draft: back.id }, say('soon.back')), {
      changes: [...off.changes, put(Drafts, back)],
      due,
    });
  },
});

/** What was on its way as a draft, to be posted again or dropped; null where there is no text in it. */
function draftOf(ctx: Context, c: Consultation, { act }: Delayed): Draft | null {
  const blank = (purpose: Draft['purpose']) => ({
    ...blankDraft(ctx.ids.next(), ctx.me, c.group, purpose),
    consultation: c.id,
    version: 1,
    at: ctx.now,
  });
  switch (act.is) {
    case 'reply':
      return {
        ...blank('reply'),
        voice: act.reply.voice,
        step: act.reply.step,
        fields: { text: act.reply.text ?? '' },
      };
    case 'editReply':
      return { ...blank('editReply'), reply: act.reply, voice: 'colleague', fields: { text: act.text } };
    case 'outcome':
      return { ...blank('outcome'), fields: { text: act.text } };
    case 'edit': {
      const { topic, urgency, need } = act;
      return { ...blank('edit'), topic, urgency, need, structure: c.structure, fields: { ...act.text } };
    }
    case 'close':
    case 'longer':
    case 'step':
      return null;
  }
}
