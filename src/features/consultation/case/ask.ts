import { z } from 'zod';
import { channelElsewhere, groupOf } from '../../../runtime/context.ts';
import { decided, put, show } from '../../../runtime/decision.ts';
import { madeBy, onceFor } from '../../../runtime/form-token.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { postedId } from '../authorship.ts';
import { consultationIn, myDraft } from '../find.ts';
import { type Draft, Drafts, mostDrafts, needs, paces, sameText, topics, urgencies } from '../model.ts';
import { quickId, templateOf } from '../templates/all.ts';
import { opensWith } from '../templates/by-topic.ts';
import { caseForm, problemsIn, structureOf, typedIn } from '../templates/fields.ts';
import { offeredIn, preferencesOf } from '../templates/preferences.ts';
import { TemplateId } from '../templates/template.ts';
import { said } from '../thread/confirm.ts';
import { reportsFor } from '../thread/reports.ts';
import { askForm } from './ask-view.ts';
import { chosenByDefault, edited } from './edited.ts';
import { ofReports, reportedFor } from './reported.ts';
import { lexiconFor } from './review.ts';

/** `/consult ask [words]`: the form of a question. */
export const ask = query({
  name: 'consult.ask',
  who: 'member',
  feature: 'consultation',
  ack: 'form',
  slash: slash('consult', 'ask', 'ask.help', [{ name: 'words', help: 'ask.words', is: 'words', choices: [] }]),
  input: z.object({
    group: z.string().optional(),
    words: z.string().max(4000).optional(),
    template: TemplateId.optional(),
    /** What it is about, where that is known before: the group may have chosen a structure for it. */
    topic: z.enum(topics).optional(),
  }),
  show: async (input, ctx) => {
    const of = await preferencesOf(ctx.read, groupOf(ctx).id);
    const offered = offeredIn(ctx, of);
    const wanted = input.template ?? opensWith(ctx, of, input.topic ?? 'case')?.id ?? quickId;
    const template = offered.find((t) => t.id === wanted) ?? offered[0];
    return askForm(
      caseForm(ctx, template?.id ?? quickId),
      {
        do: 'consult.draft',
        with: { group: groupOf(ctx).id, once: await onceFor(ctx, 'case') },
        channel: channelElsewhere(ctx),
      },
      { ...(input.words ? { question: input.words } : {}), ...(input.topic ? { topic: input.topic } : {}) },
    );
  },
});

/** What the form of a question sends. Which texts it has says its template; those are checked against that. */
export const CaseInput = z
  .object({
    group: z.string(),
    draft: Id.optional(),
    once: z.string().max(64).optional(),
    template: TemplateId.default(quickId),
    need: z.enum(needs).optional(),
    /** Left out where the preview offers them. */
    urgency: z.enum(urgencies).optional(),
    topic: z.enum(topics).optional(),
    pace: z.enum(paces).default('days'),
  })
  .catchall(z.string());

/** The form was sent: a draft without identifiers goes to disk, the raw text stays in memory, the preview is shown. */
export const saveDraft = command({
  name: 'consult.draft',
  opensWith: 'consult.draft.edit',
  scans: true,
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: CaseInput,
  refill: async (values, errors, ctx) => {
    const { draft, once, template = quickId } = values;
    const to = { group: groupOf(ctx).id, ...(draft ? { draft } : {}), ...(once ? { once } : {}) };
    const channel = channelElsewhere(ctx);
    return askForm(caseForm(ctx, template), { do: 'consult.draft', with: to, channel }, values, errors);
  },
  check: async (input, ctx) => problemsIn(caseForm(ctx, input.template ?? quickId), input),
  decide: async (input, ctx) => {
    // A form that was sent already has made its draft: sent again, it changes that one.
    const made = await madeBy(ctx, 'case', input.once);
    const of = input.draft ?? made;
    const earlier = of === null ? null : await myDraft(ctx, of);
    const before = earlier?.draft ?? null;
    if (input.draft && before === null) return refusal('draftGone');
    if (
      before === null &&
      (await ctx.read.find(Drafts, 'owner', { equal: ctx.me }, { limit: mostDrafts })).docs.length >= mostDrafts
    ) {
      return refusal('tooManyDrafts');
    }
    const group = groupOf(ctx).id;
    const template = templateOf(ctx, input.template);
    const topic = template?.topic ?? input.topic ?? before?.topic ?? 'case';
    const typed = typedIn(caseForm(ctx, input.template), input);
    const reported = reportedFor(await reportsFor(ctx, { purpose: 'case', consultation: null, group }), before, false);
    const now = edited(typed, earlier?.before ?? null, lexiconFor(ctx.lexicon, topic), { reported });
    const posted = made !== null && before === null ? await consultationIn(ctx, await postedId(ctx, made)) : null;
    if (posted !== null && sameText(now.draft.fields, posted.text)) return decided(said(posted, 'already'));
    const draft: Draft = {
      ...(before ?? blankDraft(made ?? ctx.ids.next(), ctx.me, group, 'case')),
      ...ofReports({ ...reported, warned: before?.warned ?? false }),
      topic,
      urgency: input.urgency ?? before?.urgency ?? 'no_rush',
      need: input.need ?? null,
      structure: structureOf(template, groupOf(ctx).locale),
      pace: input.pace,
      ...now.draft,
      warnedSmall: false,
      version: (before?.version ?? 0) + 1,
      at: ctx.now,
    };
    return decided(show('consult.preview', { group: draft.group, draft: draft.id }), {
      changes: [put(Drafts, draft)],
      drafts: [{ keep: draft.id, value: now.raw }],
    });
  },
});

/** A draft with nothing in it yet. */
export function blankDraft(id: string, owner: string, group: string, purpose: Draft['purpose']): Draft {
  return {
    id,
    owner,
    group,
    purpose,
    consultation: null,
    reply: null,
    record: null,
    voice: 'me',
    topic: 'case',
    urgency: 'no_rush',
    need: null,
    structure: null,
    pace: 'days',
    step: null,
    fields: {},
    chosen: [...chosenByDefault],
    origins: {},
    unsure: false,
    foreign: false,
    readOther: false,
    attested: false,
    reports: [],
    warned: false,
    warnedSmall: false,
    version: 0,
    at: 0,
  };
}

const formOf = {
  edit: 'consult.edit',
  reply: 'consult.reply',
  editReply: 'consult.reply.edit',
  outcome: 'consult.outcome',
  amendment: 'record.amend',
} as const;

/** Edit from the preview: the form of what the draft is, with what was typed while memory holds it, else the kept text. */
export const editDraft = query({
  name: 'consult.draft.edit',
  who: 'member',
  feature: 'consultation',
  ack: 'form',
  /** `template`: in another structure than it was begun in. */
  input: z.object({ group: z.string(), draft: Id, template: TemplateId.optional() }),
  show: async (input, ctx) => {
    const mine = await myDraft(ctx, input.draft);
    if (mine === null) return refusal('draftGone');
    const { draft, raw } = mine;
    const values = {
      ...(raw?.fields ?? draft.fields),
      urgency: draft.urgency,
      topic: draft.topic,
      need: draft.need ?? '',
      pace: draft.pace,
    };
    if (draft.purpose === 'case')
      return askForm(
        caseForm(ctx, input.template ?? draft.structure?.id ?? quickId),
        { do: 'consult.draft', with: { group: draft.group, draft: draft.id } },
        values,
      );
    const { group, consultation, reply, record } = draft;
    const ids = { consultation: consultation ?? '', reply: reply ?? '', record: record ?? '' };
    return (await ctx.lookUp(formOf[draft.purpose], { group, ...ids, draft: draft.id })) ?? refusal('draftGone');
  },
});
