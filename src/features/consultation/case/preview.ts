import { z } from 'zod';
import { wordsFor } from '../../../i18n/file-words.ts';
import { say } from '../../../i18n/message.ts';
import { type Asked, type Context, channelElsewhere, groupOf } from '../../../runtime/context.ts';
import { type Decision, decided, drop, put, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { postedId } from '../authorship.ts';
import { consultationIn, type MyDraft, memberCount, myDraft, replyIn } from '../find.ts';
import { type Draft, Drafts } from '../model.ts';
import { unlockedRecord } from '../record/unlocked.ts';
import { isNamedOnly, quickId, templateOf } from '../templates/all.ts';
import { betterFor } from '../templates/by-topic.ts';
import { dutyBlocks } from '../templates/duty.ts';
import { mentionsClient } from '../templates/mentions-client.ts';
import { offeredIn, preferencesOf } from '../templates/preferences.ts';
import { barredUntil } from '../thread/bar-model.ts';
import { mustWait } from '../thread/delayed.ts';
import { noOutcomeReminder } from '../thread/outcome-reminder.ts';
import { choiceBlocks } from './choices.ts';
import { earlierPosts } from './earlier-posts.ts';
import { checked } from './edited.ts';
import { otherParts as otherPartsOf } from './other-language.ts';
import { previewCard } from './preview-view.ts';
import { reportNote } from './report-note.ts';
import { lexiconFor, type Raw, review } from './review.ts';

const OfDraft = z.object({ group: z.string(), draft: Id });
const Version = z.coerce.number().int();
const common = { who: 'member', feature: 'consultation', ack: 'private' } as const;

/** Exactly what colleagues will see. A draft that was posted in the meantime shows the consultation instead. */
export const preview = query({
  ...common,
  name: 'consult.preview',
  input: OfDraft,
  show: async (input, ctx) => {
    const mine = await myDraft(ctx, input.draft);
    if (mine !== null) {
      const { owners, otherLanguages, place } = groupOf(ctx);
      const otherParts = mine.draft.foreign ? otherPartsOf(mine.draft.fields, ctx.lexicon) : [];
      const members = await memberCount(ctx.read, mine.draft.group);
      const preferences = await preferencesOf(ctx.read, mine.draft.group);
      const { anonymity, duty } = preferences;
      const better = mine.draft.purpose === 'case' ? betterFor(ctx, preferences, mine.draft) : null;
      const earlier = await earlierPosts(ctx, mine.draft, members);
      return previewCard({
        ...{ ...mine, owner: owners.includes(ctx.me), members, otherLanguages, otherParts, earlier },
        name: isNamedOnly(ctx, mine.draft) ? 'structure' : anonymity,
        client: await clientIn(ctx, mine),
        ...{ place, duty: dutyBlocks(ctx, duty) },
        better: better && { id: better.id, name: wordsFor(better.name, ctx.locale) },
        record: await recordOf(ctx, mine.draft),
        choices: ctx.choosesLater ? choiceBlocks(ctx, mine.draft) : [],
        soon: await soonOf(ctx, mine.draft),
        report: await reportNote(ctx, mine.draft),
        barred: await barredUntil(ctx, mine.draft.group),
        elsewhere: mine.draft.purpose === 'case' ? channelElsewhere(ctx) : null,
      });
    }
    const consultation = await postedId(ctx, input.draft);
    const posted = await ctx.lookUp('consult.show', { group: input.group, consultation });
    return posted === null || 'refused' in posted ? refusal('draftGone') : posted;
  },
});

const recordOf = async (ctx: Asked, { purpose, consultation }: Draft) =>
  purpose === 'outcome' && consultation !== null ? unlockedRecord(ctx, consultation) : null;

/** When something about a question that stands goes out, where that is without a name. */
async function soonOf(ctx: Asked, { purpose, consultation, reply, voice }: Draft) {
  if (purpose === 'case' || purpose === 'amendment') return null;
  const c = consultation === null ? null : await consultationIn(ctx, consultation);
  if (c === null) return null;
  const r = reply === null ? null : await replyIn(ctx, reply);
  const anonymous = purpose === 'reply' ? voice !== 'me' : (r ?? c).author.as === 'anonymous';
  if (!anonymous) return null;
  if (purpose === 'edit' ? c.hiddenAt !== null : r?.hidden === true) return 'soon.mend';
  return mustWait(c, anonymous) ? 'soon.delay' : 'soon.risk';
}

/** Whether a question about one's own work still speaks of a client. */
async function clientIn(ctx: Asked, { draft, raw }: MyDraft): Promise<'none' | 'mentioned' | 'couldBeCase'> {
  const template = templateOf(ctx, draft.structure?.id);
  if (!template?.noClient || !mentionsClient(raw?.fields ?? draft.fields)) return 'none';
  const offered = offeredIn(ctx, await preferencesOf(ctx.read, draft.group));
  return draft.purpose === 'case' && offered.some(({ id }) => id === quickId) ? 'couldBeCase' : 'mentioned';
}

/** Which doubtful words stay, as "not about a client". What is certain cannot be chosen here. */
export const keepWords = command({
  ...common,
  name: 'consult.keep',
  scans: true,
  input: OfDraft.extend({ version: Version, chosen: z.string().default('') }),
  decide: async (input, ctx) => {
    const mine = await myDraft(ctx, input.draft);
    if (mine === null) return refusal('draftGone');
    const { draft, raw, review: seen } = mine;
    if (draft.version !== input.version) return stale(draft);
    if (raw === null || seen === null) return again(draft);
    const chosen = new Set(input.chosen.split(','));
    const keep = seen.doubts.filter((_, i) => chosen.has(String(i))).map((d) => d.key);
    return redecided(ctx, draft, { ...raw, keep });
  },
});

/** The draft after another decision about its words; the line is to be ticked again. */
export const redecided = (ctx: Context, draft: Draft, raw: Raw, next = 'consult.preview'): Decision =>
  decided(show(next, { group: draft.group, draft: draft.id }), {
    changes: [
      put(Drafts, {
        ...draft,
        ...checked(review(raw, lexiconFor(ctx.lexicon, draft.topic)), draft.chosen, draft.unsure),
        version: draft.version + 1,
      }),
    ],
    drafts: [{ keep: draft.id, value: raw }],
  });

/** "I know of nothing here by which a colleague could recognize this person." */
export const attest = command({
  ...common,
  name: 'consult.attest',
  input: OfDraft.extend({ version: Version, on: z.enum(['yes', 'no']) }),
  decide: async (input, ctx) => {
    const draft = await ctx.read.get(Drafts, input.draft);
    if (draft === null) return refusal('draftGone');
    if (draft.version !== input.version) return stale(draft);
    return decided(show('consult.preview', { group: draft.group, draft: draft.id }), {
      changes: [put(Drafts, { ...draft, attested: input.on === 'yes' })],
    });
  },
});

/** The author looked at a text in which hidden words may be back. */
export const looked = command({
  ...common,
  name: 'consult.looked',
  input: OfDraft.extend({ version: Version }),
  decide: async (input, ctx) => {
    const draft = await ctx.read.get(Drafts, input.draft);
    if (draft === null) return refusal('draftGone');
    if (draft.version !== input.version) return stale(draft);
    return decided(show('consult.preview', { group: draft.group, draft: draft.id }), {
      changes: [put(Drafts, { ...draft, unsure: false })],
    });
  },
});

export const discard = command({
  ...common,
  name: 'consult.discard',
  atOnce: true,
  input: OfDraft,
  decide: async (input, ctx) => {
    const draft = await ctx.read.get(Drafts, input.draft);
    if (draft === null) return refusal('draftGone');
    return decided(show('curbside.home', { group: groupOf(ctx).id }, say('preview.discarded')), {
      changes: [drop(Drafts, draft.id)],
      due:
        draft.purpose === 'outcome' && draft.consultation !== null
          ? [noOutcomeReminder({ id: draft.consultation })]
          : [],
      drafts: [{ forget: draft.id }],
    });
  },
});

/** The newest preview again, with the reason why nothing happened. */
export const stale = (draft: Draft): Decision =>
  decided(show('consult.preview', { group: draft.group, draft: draft.id }, say('preview.changed')));
/** The preview again, of a draft whose typed text is no longer in memory. */
export const again = (draft: Draft): Decision =>
  decided(show('consult.preview', { group: draft.group, draft: draft.id }, say('preview.restored')));
