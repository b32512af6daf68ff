import { z } from 'zod';
import type { Fields, Lexicon } from '../../../deidentify/index.ts';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { decided, put, type Refusal, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { isMine } from '../authorship.ts';
import { blankDraft, CaseInput } from '../case/ask.ts';
import { askForm } from '../case/ask-view.ts';
import { type Before, chosenByDefault, edited } from '../case/edited.ts';
import { ofReports, reportedFor } from '../case/reported.ts';
import { keptIn, lexiconFor } from '../case/review.ts';
import { consultationIn, myDraft } from '../find.ts';
import { type Consultation, Drafts } from '../model.ts';
import { quickId } from '../templates/all.ts';
import { caseForm, problemsIn, typedIn } from '../templates/fields.ts';
import { standingIn } from './labels.ts';
import { draftOfQuestion, editOnItsWay } from './newest-text.ts';
import { OptionalId } from './reply-input.ts';
import { isFromBefore, reportsOn, seenReport } from './reports.ts';

const common = { who: 'member', feature: 'consultation' } as const;

/** Mine and still to be changed, or why not. */
async function editable(ctx: Asked, id: string): Promise<Consultation | Refusal> {
  const c = await consultationIn(ctx, id);
  if (c === null) return refusal('gone');
  if (!(await isMine(ctx, c))) return refusal('notYours');
  // A closed question can still be mended while it is hidden.
  if (c.text === null) return refusal('gone');
  return c.status === 'open' || c.hiddenAt !== null ? c : refusal('closed');
}

/** The form that a question was asked with. */
const formOf = (ctx: Asked, { structure }: Consultation) => ({
  ...caseForm(ctx, structure?.id ?? quickId, structure),
  title: say('edit.title'),
});

/** The form of a question that stands in a thread, with its text. */
export const edit = query({
  ...common,
  name: 'consult.edit',
  ack: 'form',
  input: z.object({ group: z.string(), consultation: Id, draft: z.string().optional(), reply: z.string().optional() }),
  show: async (input, ctx) => {
    const c = await editable(ctx, input.consultation);
    if ('refused' in c) return c;
    const mine = await draftOfQuestion(ctx, c, input.draft);
    const stands = (await editOnItsWay(ctx, c)) ?? c;
    const { urgency, topic, need } = mine?.draft ?? stands;
    const values = { ...(mine?.raw?.fields ?? mine?.draft.fields ?? stands.text), urgency, topic, need: need ?? '' };
    return askForm(
      formOf(ctx, c),
      {
        do: 'consult.revise',
        with: { group: c.group, consultation: c.id, ...(mine ? { draft: mine.draft.id } : {}), ...seenReport(c) },
      },
      values,
    );
  },
});

/** A text that was posted, as the beginning of an edit. While it is hidden, one of the words kept may be what a colleague saw. */
export const posted = (lexicon: Lexicon, fields: Fields, hidden: boolean): Before => ({
  fields,
  chosen: chosenByDefault,
  origins: {},
  keep: hidden ? [] : keptIn(fields, lexicon),
  raw: null,
  unsure: false,
});

/** The changed text is scanned again and previewed; what stands in the thread stays until it is posted. */
export const revise = command({
  ...common,
  name: 'consult.revise',
  opensWith: 'consult.edit',
  scans: true,
  ack: 'private',
  input: CaseInput.extend({ consultation: Id, seen: OptionalId }),
  refill: async (values, errors, ctx) => {
    const to = {
      group: groupOf(ctx).id,
      consultation: values.consultation ?? '',
      ...(values.draft ? { draft: values.draft } : {}),
      ...(values.seen ? { seen: values.seen } : {}),
    };
    const c = await consultationIn(ctx, to.consultation);
    if (c === null) return refusal('gone');
    return askForm(formOf(ctx, c), { do: 'consult.revise', with: to }, values, errors);
  },
  check: async (input, ctx) => {
    const c = input.consultation === undefined ? null : await consultationIn(ctx, input.consultation);
    return c === null ? {} : problemsIn(formOf(ctx, c), input);
  },
  decide: async (input, ctx) => {
    const c = await editable(ctx, input.consultation);
    if ('refused' in c) return c;
    const mine = input.draft ? await myDraft(ctx, input.draft) : null;
    if (input.draft && mine === null) return refusal('draftGone');
    const before = mine?.draft ?? null;
    const onItsWay = await editOnItsWay(ctx, c);
    const stands = before ?? onItsWay ?? c;
    const text = onItsWay?.text ?? c.text;
    const from = mine?.before ?? (text && posted(lexiconFor(ctx.lexicon, c.topic), text, c.hiddenAt !== null));
    // What the form does not ask stays as it is.
    const topic = formOf(ctx, c).asksTopic ? (input.topic ?? stands.topic) : c.topic;
    const standing = await standingIn(ctx, c, { question: true });
    const reported = reportedFor(await reportsOn(ctx, c), before, isFromBefore(input.seen, c));
    const lexicon = lexiconFor(ctx.lexicon, topic);
    const now = edited(typedIn(formOf(ctx, c), input), from, lexicon, { standing, reported });
    const draft = {
      ...(before ?? blankDraft(ctx.ids.next(), ctx.me, c.group, 'edit')),
      consultation: c.id,
      topic,
      urgency: input.urgency ?? stands.urgency,
      need: input.need ?? null,
      structure: c.structure,
      ...ofReports(reported),
      ...now.draft,
      version: (before?.version ?? 0) + 1,
      at: ctx.now,
    };
    return decided(show('consult.preview', { group: c.group, draft: draft.id }), {
      changes: [put(Drafts, draft)],
      drafts: [{ keep: draft.id, value: now.raw }],
    });
  },
});
