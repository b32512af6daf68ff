import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import { type Asked, type Context, groupOf } from '../../../runtime/context.ts';
import { type Decision, decided, put, type Refusal, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { form, option, pickField, quiet, textField } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { isMine, postedId } from '../authorship.ts';
import { blankDraft } from '../case/ask.ts';
import { edited } from '../case/edited.ts';
import { consultationIn, memberCount, myDraft, repliesOf, replyIn } from '../find.ts';
import { madeBy, onceFor } from '../form-token.ts';
import { type Consultation, Drafts, limits, type Reply } from '../model.ts';
import { posted } from './edit.ts';
import { newReply, reworded } from './reply-decision.ts';

const common = { who: 'member', feature: 'consultation' } as const;
const ReplyText = z.string().trim().min(1).max(limits.reply);
const OptionalId = z
  .string()
  .max(64)
  .optional()
  .transform((id) => (id ? id : undefined));

/** The form of a reply. Whoever asked anonymously can only answer as "the person who asked": a slip cannot name them. */
export const reply = query({
  ...common,
  name: 'consult.reply',
  ack: 'form',
  input: z.object({ group: z.string(), consultation: Id, draft: OptionalId, reply: OptionalId }),
  show: async (input, ctx) => {
    const about = await consultationIn(ctx, input.consultation);
    if (about === null) return refusal('gone');
    const closed = notOpen(about);
    if (closed) return closed;
    const draft = input.draft ? await myDraft(ctx, input.draft) : null;
    const values = draft ? { text: (draft.raw?.fields ?? draft.draft.fields).text ?? '', as: draft.draft.voice } : {};
    return replyForm(ctx, about, { ...values }, {}, draft?.draft.id);
  },
});

async function replyForm(
  ctx: Asked,
  about: Consultation,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>>,
  draft?: string,
): Promise<Form> {
  const asker = about.author.as === 'anonymous' && (await isMine(ctx, about));
  const once = values.once ?? (await onceFor(ctx, about.id));
  const circle = about.author.as === 'anonymous' && !asker ? await couldHaveAsked(ctx, about) : null;
  return form({
    title: say('reply.title'),
    intro: [
      quiet(say('reply.check')),
      ...(asker ? [quiet(say('reply.asAsker'))] : []),
      ...(circle !== null ? [quiet(say('reply.circle', { left: circle }))] : []),
    ],
    fields: [
      textField(
        'text',
        say('reply.text'),
        { lines: 5, min: 1, max: limits.reply },
        { required: true, value: values.text, error: errors.text },
      ),
      ...(asker
        ? []
        : [
            pickField(
              'as',
              say('reply.as'),
              [option('me', say('reply.asMe')), option('colleague', say('reply.asColleague'))],
              {
                required: true,
                value: values.as ?? 'me',
                error: errors.as,
              },
            ),
          ]),
    ],
    submit: say('reply.send'),
    do: 'consult.answer',
    with: { group: about.group, consultation: about.id, once, ...(draft ? { draft } : {}) },
  });
}

/** How many members could still be the anonymous author, as colleagues see it: all who have not replied by name. */
async function couldHaveAsked(ctx: Asked, about: Consultation): Promise<number> {
  const byName = new Set(
    (await repliesOf(ctx.read, about.id)).flatMap((r) => (r.author.as === 'me' ? [r.author.person] : [])),
  );
  return (await memberCount(ctx.read, groupOf(ctx).id)) - byName.size;
}

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
    text: ReplyText,
    as: z.enum(['me', 'colleague']).default('me'),
  }),
  refill: async (values, errors, ctx) => {
    const about = await consultationIn(ctx, values.consultation ?? '');
    if (about === null) return refusal('gone');
    return replyForm(ctx, about, values, errors, values.draft);
  },
  decide: async (input, ctx) => {
    const about = await consultationIn(ctx, input.consultation);
    if (about === null) return refusal('gone');
    const closed = notOpen(about);
    if (closed) return closed;
    const asker = about.author.as === 'anonymous' && (await isMine(ctx, about));
    const voice: Reply['voice'] = asker ? 'asker' : input.as;
    const own = await madeBy(ctx, about.id, input.once);
    const draftId = input.draft ?? (await draftFor(ctx, own));
    // The same form sent again finds its draft, and what was decided about that.
    const earlier = await myDraft(ctx, draftId);
    if (input.draft && earlier === null) return refusal('draftGone');
    const before = input.draft ? (earlier?.draft ?? null) : null;
    const now = edited({ text: input.text }, earlier?.before ?? null, ctx.lexicon);
    const made = own === null ? null : await replyIn(ctx, own);
    if (made?.text === null) return refusal('gone');
    if (made?.text === input.text) return alreadyReplied(about);
    if (now.seen.clean && !now.draft.unsure) {
      const id = before ? await postedId(ctx, before.id) : made === null && own !== null ? own : ctx.ids.next();
      return newReply(ctx, { id, about, voice, text: input.text, draft: before });
    }
    const draft = {
      ...(earlier?.draft ?? blankDraft(draftId, ctx.me, about.group, 'reply')),
      consultation: about.id,
      voice,
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

const alreadyReplied = (about: Consultation): Decision =>
  decided(show('consult.show', { group: about.group, consultation: about.id }, say('posted.already')));

/**
 * The draft of a form that makes a reply: the same one when the form is sent again, and under an id of its own. A draft
 * names its owner, so nothing that colleagues get may carry its id.
 */
const draftFor = async (ctx: Context, own: string | null): Promise<string> =>
  own === null ? ctx.ids.next() : (await ctx.mine(`draft ${own}`)).slice(0, 16);

const notOpen = (about: Consultation): Refusal | null =>
  about.status !== 'open' ? refusal('closed') : about.hiddenAt !== null ? refusal('hiddenNow') : null;

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
    const draft = input.draft ? await myDraft(ctx, input.draft) : null;
    return editReplyForm(
      found,
      (draft?.raw?.fields ?? draft?.draft.fields)?.text ?? found.text,
      undefined,
      draft?.draft.id,
    );
  },
});

const editReplyForm = (r: Reply, text: string, error?: Msg, draft?: string): Form =>
  form({
    title: say('reply.title'),
    intro: [quiet(say('reply.check'))],
    fields: [
      textField(
        'text',
        say('reply.text'),
        { lines: 5, min: 1, max: limits.reply },
        { required: true, value: text, error },
      ),
    ],
    submit: say('preview.edited'),
    do: 'consult.reply.save',
    with: { group: r.group, reply: r.id, ...(draft ? { draft } : {}) },
  });

export const saveReply = command({
  ...common,
  name: 'consult.reply.save',
  scans: true,
  ack: 'private',
  input: z.object({ group: z.string(), reply: Id, draft: OptionalId, text: ReplyText }),
  refill: async (values, errors, ctx) => {
    const found = await replyIn(ctx, values.reply ?? '');
    if (found === null) return refusal('gone');
    return editReplyForm(found, values.text ?? '', errors.text, values.draft);
  },
  decide: async (input, ctx) => {
    const found = await replyIn(ctx, input.reply);
    if (found === null || found.text === null) return refusal('gone');
    if (!(await isMine(ctx, found))) return refusal('notYours');
    const earlier = input.draft ? await myDraft(ctx, input.draft) : null;
    const before = earlier?.draft ?? null;
    const from = earlier?.before ?? posted(ctx, { text: found.text }, found.hidden);
    const now = edited({ text: input.text }, from, ctx.lexicon);
    if (now.seen.clean && !now.draft.unsure && !found.hidden) return reworded(ctx, found, input.text, before);
    const id = before?.id ?? ctx.ids.next();
    const draft = {
      ...(before ?? blankDraft(id, ctx.me, found.group, 'editReply')),
      consultation: found.consultation,
      reply: found.id,
      voice: found.voice,
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
