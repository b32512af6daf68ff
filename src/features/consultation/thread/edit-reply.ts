import { z } from 'zod';
import { decided, put, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { isMine } from '../authorship.ts';
import { blankDraft } from '../case/ask.ts';
import { edited } from '../case/edited.ts';
import { ofReports, reportedFor } from '../case/reported.ts';
import { lexiconFor } from '../case/review.ts';
import { consultationIn, myDraft, replyIn } from '../find.ts';
import { Drafts } from '../model.ts';
import { posted } from './edit.ts';
import { standingIn } from './labels.ts';
import { draftOfReply, newestReply } from './newest-text.ts';
import { reworded } from './reply-decision.ts';
import { editReplyForm } from './reply-form.ts';
import { OptionalId, ReplyText } from './reply-input.ts';
import { isFromBefore, reportsOn } from './reports.ts';

const common = { who: 'member', feature: 'consultation' } as const;

/** Editing one's own reply: the same form of text, the same check. */
export const editReply = query({
  ...common,
  name: 'consult.reply.edit',
  ack: 'form',
  input: z.object({ group: z.string(), reply: Id, draft: OptionalId, consultation: OptionalId }),
  show: async (input, ctx) => {
    const found = await replyIn(ctx, input.reply);
    if (found === null || found.text === null) return refusal('gone');
    if (!(await isMine(ctx, found))) return refusal('notYours');
    const draft = await draftOfReply(ctx, found, input.draft);
    const { text = '' } = draft?.raw?.fields ?? draft?.draft.fields ?? (await newestReply(ctx, found));
    return editReplyForm(found, await consultationIn(ctx, found.consultation), { text, draft: draft?.draft.id });
  },
});

export const saveReply = command({
  ...common,
  name: 'consult.reply.save',
  scans: true,
  ack: 'private',
  input: z.object({ group: z.string(), reply: Id, draft: OptionalId, seen: OptionalId, text: ReplyText }),
  refill: async (values, errors, ctx) => {
    const found = await replyIn(ctx, values.reply ?? '');
    if (found === null) return refusal('gone');
    const { text = '', draft, seen } = values;
    const about = await consultationIn(ctx, found.consultation);
    return editReplyForm(found, about, { text, error: errors.text, draft, seen: seen ? { seen } : {} });
  },
  decide: async (input, ctx) => {
    const found = await replyIn(ctx, input.reply);
    if (found === null || found.text === null) return refusal('gone');
    if (!(await isMine(ctx, found))) return refusal('notYours');
    const earlier = input.draft ? await myDraft(ctx, input.draft) : null;
    const before = earlier?.draft ?? null;
    const about = await consultationIn(ctx, found.consultation);
    const lexicon = lexiconFor(ctx.lexicon, about?.topic ?? 'case');
    const from = earlier?.before ?? posted(lexicon, await newestReply(ctx, found), found.hidden);
    const standing = await standingIn(ctx, about, { reply: found.id });
    const isOld = about !== null && isFromBefore(input.seen, about);
    const reported = reportedFor(await reportsOn(ctx, about), before, isOld);
    const now = edited({ text: input.text }, from, lexicon, { standing, reported });
    if (now.seen.clean && !now.draft.unsure && !found.hidden && !reported.warned)
      return reworded(ctx, found, input.text, before);
    const id = before?.id ?? ctx.ids.next();
    const draft = {
      ...(before ?? blankDraft(id, ctx.me, found.group, 'editReply')),
      consultation: found.consultation,
      topic: about?.topic ?? 'case',
      reply: found.id,
      voice: found.voice,
      ...ofReports(reported),
      ...now.draft,
      version: (before?.version ?? 0) + 1,
      at: ctx.now,
    };
    return decided(show('consult.preview', { group: found.group, draft: id }), {
      changes: [put(Drafts, draft)],
      drafts: [{ keep: id, value: now.raw }],
    });
  },
});
