import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Context, groupOf } from '../../../runtime/context.ts';
import { decided, drop, type Outcome, put, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { minuteMs } from '../../../time/durations.ts';
import { authorOf, isMine, named, newPostId, postedId, scrubsLater } from '../authorship.ts';
import { consultationIn, memberCount, replyIn } from '../find.ts';
import {
  anonymousDelay,
  type Consultation,
  Consultations,
  caseText,
  type Draft,
  Drafts,
  smallGroup,
} from '../model.ts';
import { postAmendment } from '../record/amend.ts';
import { isNamedOnly } from '../templates/all.ts';
import { preferencesOf } from '../templates/preferences.ts';
import { sessionBegins } from '../templates/run.ts';
import { barredUntil } from '../thread/bar-model.ts';
import { said } from '../thread/confirm.ts';
import { Delayed } from '../thread/delayed.ts';
import { idleLater } from '../thread/idle.ts';
import { nudgeLater } from '../thread/nudge.ts';
import { postOutcome } from '../thread/outcome.ts';
import { newReply, reworded } from '../thread/reply-decision.ts';
import { caseCard, channelCard } from '../thread/views.ts';
import { otherLanguageProblem } from './other-language.ts';
import { postEdit } from './post-edit.ts';
import { stale } from './preview.ts';
import { shownAnew } from './shown-anew.ts';

/** Posts a draft, as its author chose. There is no default: the button that was pressed says which. */
export const post = command({
  name: 'consult.post',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: z.object({
    group: z.string(),
    draft: Id,
    version: z.coerce.number().int(),
    as: z.enum(['me', 'anonymous', 'same']),
  }),
  decide: async (input, ctx): Promise<Outcome> => {
    const draft = await ctx.read.get(Drafts, input.draft);
    if (draft === null) return alreadyPosted(ctx, input.draft);
    if (draft.version !== input.version) return stale(draft);
    if (draft.unsure)
      return decided(show('consult.preview', { group: draft.group, draft: draft.id }, say('refusal.lookFirst')));
    if (draft.purpose === 'amendment') return postAmendment(ctx, draft);
    const anew = await shownAnew(ctx, draft);
    if (anew !== null) return anew;
    if (!draft.attested)
      return decided(show('consult.preview', { group: draft.group, draft: draft.id }, say('refusal.attestFirst')));
    const other = otherLanguageProblem(draft, groupOf(ctx));
    if (other === 'tick')
      return decided(show('consult.preview', { group: draft.group, draft: draft.id }, say('refusal.otherTick')));
    if (other !== null) return other;
    if (draft.purpose === 'case')
      return input.as === 'same' ? refusal('unknownCommand') : postCase(ctx, draft, input.as === 'anonymous');
    const about = draft.consultation ? await consultationIn(ctx, draft.consultation) : null;
    if (about === null) return refusal('gone');
    if (draft.purpose === 'edit') return postEdit(ctx, draft, about);
    if (draft.purpose === 'outcome') return postOutcome(ctx, draft, about);
    if (draft.purpose === 'reply' && draft.voice === 'colleague' && (await barredUntil(ctx, draft.group)) !== null)
      return refusal('barredNow');
    if (draft.purpose === 'reply')
      return newReply(ctx, {
        id: await newPostId(ctx, draft.id),
        about,
        voice: draft.voice,
        text: draft.fields.text ?? '',
        draft,
        step: draft.step,
      });
    const reply = draft.reply ? await replyIn(ctx, draft.reply) : null;
    if (reply === null || !(await isMine(ctx, reply))) return refusal('gone');
    return reworded(ctx, reply, draft.fields.text ?? '', draft);
  },
});

/** A second press of the button, or the same one from another device: there is one consultation, and it is shown. */
async function alreadyPosted(ctx: Context, draft: string): Promise<Outcome> {
  const id = await postedId(ctx, draft);
  const posted = await consultationIn(ctx, id);
  if (posted !== null) return decided(said(posted, 'already'));
  const reply = await replyIn(ctx, id);
  if (reply !== null) return decided(said({ group: reply.group, id: reply.consultation }, 'already'));
  const waits = await ctx.read.get(Delayed, id);
  if (waits?.group === groupOf(ctx).id)
    return decided(said({ group: waits.group, id: waits.consultation }, 'replySoon', id));
  return refusal('draftGone');
}

async function postCase(ctx: Context, draft: Draft, anonymous: boolean): Promise<Outcome> {
  const group = groupOf(ctx);
  if (anonymous && (await barredUntil(ctx, group.id)) !== null) return refusal('barredNow');
  if (anonymous && isNamedOnly(ctx, draft)) return refusal('namedStructure');
  const { anonymity } = await preferencesOf(ctx.read, group.id);
  if (anonymity === (anonymous ? 'forbid' : 'require')) return refusal(anonymous ? 'noAnonymous' : 'anonymousOnly');
  if (anonymous && !draft.warnedSmall && (await memberCount(ctx.read, group.id)) < smallGroup) {
    return decided(show('consult.preview', { group: group.id, draft: draft.id }), {
      changes: [put(Drafts, { ...draft, warnedSmall: true, version: draft.version + 1 })],
    });
  }
  const waits =
    anonymous && draft.urgency !== 'risk'
      ? ctx.ids.between(anonymousDelay.min * minuteMs, anonymousDelay.max * minuteMs)
      : 0;
  const notBefore = ctx.now + waits;
  const id = await newPostId(ctx, draft.id);
  const c: Consultation = {
    id,
    group: group.id,
    author: await authorOf(ctx, id, anonymous),
    topic: draft.topic,
    urgency: draft.urgency,
    need: draft.need,
    structure: draft.structure,
    text: caseText(draft.fields),
    status: 'open',
    hiddenAt: null,
    marked: [],
    report: null,
    // When it appears, not when the button was pressed: that moment could point at its author.
    askedAt: notBefore,
    closedAt: null,
    rows: { card: ctx.ids.next(), case: ctx.ids.next(), closed: null, outcome: null, reminder: null },
    answered: false,
    outcome: null,
  };
  const session = await sessionBegins(ctx, group, c, draft, notBefore);
  return decided(said(c, 'posted'), {
    posts: true,
    changes: [put(Consultations, c), drop(Drafts, draft.id), ...session.changes],
    sends: [
      {
        post: channelCard(c, await named(ctx.read, group.id, c.author)),
        id: c.rows.card,
        to: { is: 'group', group: group.id },
        subject: c.id,
        notBefore,
      },
      { post: caseCard(c), id: c.rows.case, to: { is: 'thread', row: c.rows.card }, subject: c.id, notBefore },
      ...session.sends,
    ],
    due: [nudgeLater(group, c, notBefore), idleLater(c, notBefore), ...session.due, ...scrubsLater(c.author, ctx.now)],
    drafts: [{ forget: draft.id }],
  });
}
