import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { type Decision, decided, put, type Refusal, show } from '../../../runtime/decision.ts';
import { madeBy } from '../../../runtime/form-token.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { isMine, newPostId, postedId } from '../authorship.ts';
import { blankDraft } from '../case/ask.ts';
import { edited } from '../case/edited.ts';
import { ofReports, reportedFor } from '../case/reported.ts';
import { lexiconFor } from '../case/review.ts';
import { consultationIn, myDraft } from '../find.ts';
import { type Consultation, Drafts, limits, type Reply } from '../model.ts';
import { preferencesOf } from '../templates/preferences.ts';
import { writingFor } from '../templates/writing.ts';
import { barredUntil } from './bar-model.ts';
import { said } from './confirm.ts';
import { standingIn } from './labels.ts';
import { madeReply, newReply } from './reply-decision.ts';
import { replyForm } from './reply-form.ts';
import { OptionalId, ReplyText, ResourceLink, withLink } from './reply-input.ts';
import { isFromBefore, reportsOn } from './reports.ts';

const common = { who: 'member', feature: 'consultation' } as const;

/** "Reply": the form, with what was typed into it before where a draft is named. */
export const reply = query({
  ...common,
  name: 'consult.reply',
  ack: 'form',
  input: z.object({ group: z.string(), consultation: Id, draft: OptionalId, reply: OptionalId, step: OptionalId }),
  show: async (input, ctx) => {
    const about = await consultationIn(ctx, input.consultation);
    if (about === null) return refusal('gone');
    const closed = notOpen(about);
    if (closed) return closed;
    const draft = input.draft ? await myDraft(ctx, input.draft) : null;
    const values = draft ? { text: (draft.raw?.fields ?? draft.draft.fields).text ?? '', as: draft.draft.voice } : {};
    const step = draft?.draft.step?.id ?? input.step;
    const writing = await writingFor(ctx, about, step);
    if (writing !== null && 'refused' in writing) return writing;
    return replyForm(ctx, about, { ...values }, {}, { draft: draft?.draft.id, writing });
  },
});

/** A reply without findings posts at once; a preview appears only when something was found. */
export const answer = command({
  ...common,
  name: 'consult.answer',
  scans: true,
  ack: 'private',
  input: z.object({
    group: z.string(),
    consultation: Id,
    draft: OptionalId,
    once: OptionalId,
    seen: OptionalId,
    text: ReplyText,
    link: ResourceLink,
    as: z.enum(['me', 'colleague']).default('me'),
    step: OptionalId,
  }),
  refill: async (values, errors, ctx) => {
    const about = await consultationIn(ctx, values.consultation ?? '');
    if (about === null) return refusal('gone');
    const writing = await writingFor(ctx, about, values.step);
    if (writing !== null && 'refused' in writing) return writing;
    return replyForm(ctx, about, values, errors, { draft: values.draft, writing });
  },
  check: async (input, ctx) => {
    const about = input.consultation === undefined ? null : await consultationIn(ctx, input.consultation);
    const writing = about === null ? null : await writingFor(ctx, about, input.step);
    const max = (writing === null || 'refused' in writing ? null : writing.max) ?? limits.reply;
    if (input.as === 'colleague' && ctx.group !== null && (await barredUntil(ctx, ctx.group.id)) !== null)
      return { as: say('bar.reply') };
    const { text = '', link = '' } = input;
    // Together they are one text, with the limit of one.
    return withLink(text, link).length > max
      ? { text: say('field.tooLong', { max: link === '' ? max : max - link.length - 2 }) }
      : {};
  },
  decide: async (input, ctx) => {
    const text = withLink(input.text, input.link);
    const about = await consultationIn(ctx, input.consultation);
    if (about === null) return refusal('gone');
    const closed = notOpen(about);
    if (closed) return closed;
    const writing = await writingFor(ctx, about, input.step);
    if (writing !== null && 'refused' in writing) return writing;
    const step = writing?.step ?? null;
    const asker = about.author.as === 'anonymous' && (await isMine(ctx, about));
    const { anonymity } = await preferencesOf(ctx.read, about.group);
    const named = step !== null || anonymity === 'forbid';
    const voice: Reply['voice'] = asker ? 'asker' : named ? 'me' : input.as;
    const own = await madeBy(ctx, about.id, input.once);
    const draftId = input.draft ?? (await draftFor(ctx, own));
    // The same form sent again finds its draft, and what was decided about that.
    const earlier = await myDraft(ctx, draftId);
    if (input.draft && earlier === null) return refusal('draftGone');
    const before = input.draft ? (earlier?.draft ?? null) : null;
    const standing = await standingIn(ctx, about);
    const reported = reportedFor(await reportsOn(ctx, about), earlier?.draft ?? null, isFromBefore(input.seen, about));
    const lexicon = lexiconFor(ctx.lexicon, about.topic);
    const now = edited({ text }, earlier?.before ?? null, lexicon, { standing, reported });
    const made = own === null ? null : await madeReply(ctx, own);
    if (made?.text === null) return refusal('gone');
    if (made?.text === text) return alreadyReplied(about);
    const posted = earlier === null ? await madeReply(ctx, await postedId(ctx, draftId)) : null;
    if (posted !== null && posted.text === now.draft.fields.text) return alreadyReplied(about);
    if (now.seen.clean && !now.draft.unsure && !reported.warned) {
      const id = before ? await newPostId(ctx, before.id) : made === null && own !== null ? own : ctx.ids.next();
      return newReply(ctx, { id, about, voice, text, draft: before, step });
    }
    const draft = {
      ...(earlier?.draft ?? blankDraft(draftId, ctx.me, about.group, 'reply')),
      consultation: about.id,
      topic: about.topic,
      voice,
      step,
      ...ofReports(reported),
      ...now.draft,
      version: (earlier?.draft.version ?? 0) + 1,
      at: ctx.now,
    };
    return decided(show('consult.preview', { group: about.group, draft: draft.id }), {
      changes: [put(Drafts, draft)],
      drafts: [{ keep: draft.id, value: now.raw }],
    });
  },
});

const alreadyReplied = (about: Consultation): Decision => decided(said(about, 'already'));

/**
 * The draft of a form that makes a reply: the same one when the form is sent again, and under an id of its own. A draft
 * names its owner, so nothing that colleagues get may carry its id.
 */
const draftFor = async (ctx: Context, own: string | null): Promise<string> =>
  own === null ? ctx.ids.next() : (await ctx.mine(`draft ${own}`)).slice(0, 16);

const notOpen = (about: Consultation): Refusal | null =>
  about.status !== 'open' ? refusal('closed') : about.hiddenAt !== null ? refusal('hiddenNow') : null;
