import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { type Change, type Decision, decided, drop, type Outcome, put, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { form, textField } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { isMine, named, scrubsLater } from '../authorship.ts';
import { blankDraft } from '../case/ask.ts';
import { type Edited, edited } from '../case/edited.ts';
import { ofReports, type Reported, reportedFor } from '../case/reported.ts';
import { lexiconFor } from '../case/review.ts';
import { consultationIn, myDraft } from '../find.ts';
import { type Consultation, Consultations, type Draft, Drafts } from '../model.ts';
import { textLimits } from '../record/model.ts';
import { said } from './confirm.ts';
import { delayedOf, mustWait, putOff } from './delayed.ts';
import { standingIn } from './labels.ts';
import { noOutcomeReminder, outcomeReminder } from './outcome-reminder.ts';
import { reportsOn } from './reports.ts';
import { channelCard, outcomeCard } from './views.ts';

const common = { who: 'member', feature: 'consultation' } as const;

/** An outcome to share, as a draft: the group sees it only after the same preview as everything else. */
export function outcomeDraft(
  ctx: Context,
  about: Consultation,
  decision: Edited['draft'],
  reported: Reported,
): { id: string; changes: Change[] } {
  const id = ctx.ids.next();
  const draft = {
    ...blankDraft(id, ctx.me, about.group, 'outcome'),
    consultation: about.id,
    topic: about.topic,
    ...decision,
    ...ofReports(reported),
    version: 1,
    at: ctx.now,
  };
  return { id, changes: [put(Drafts, draft)] };
}

/** The outcome goes into the thread; the line in the channel says that there is one, and no word of it. */
export async function postOutcome(ctx: Context, draft: Draft, before: Consultation): Promise<Outcome> {
  if (!(await isMine(ctx, before))) return refusal('notYours');
  const closes = (await delayedOf(ctx.read, before.id)).some(({ act, stopped }) => act.is === 'close' && !stopped);
  if (before.status !== 'closed' && !closes) return refusal(before.status === 'open' ? 'openAgain' : 'closed');
  const text = draft.fields.text ?? '';
  const waits = mustWait(before, before.author.as === 'anonymous') || closes;
  const given = waits ? await putOff(ctx, before, { is: 'outcome', text }) : await withOutcome(ctx, before, text);
  return decided(said(before, waits ? 'outcomeSoon' : 'outcome'), {
    changes: [...given.changes, drop(Drafts, draft.id)],
    sends: given.sends,
    due: [...given.due, noOutcomeReminder(before)],
    drafts: [{ forget: draft.id }],
  });
}

/** It stands in the thread of a closed question. */
export async function withOutcome(
  ctx: Context,
  before: Consultation,
  text: string,
): Promise<Pick<Decision, 'changes' | 'sends' | 'due'>> {
  const shown = before.rows.outcome;
  const row = shown ?? ctx.ids.next();
  const c: Consultation = { ...before, outcome: text, rows: { ...before.rows, outcome: row } };
  const post = {
    post: outcomeCard(c),
    id: row,
    to: { is: 'thread' as const, row: c.rows.card },
    subject: c.id,
    notBefore: ctx.now,
  };
  return {
    changes: [put(Consultations, c)],
    sends: [
      { edit: c.rows.card, view: channelCard(c, await named(ctx.read, c.group, c.author)), subject: c.id },
      shown === null ? post : { edit: shown, view: outcomeCard(c), subject: c.id },
    ],
    due: scrubsLater(c.author, ctx.now),
  };
}

const outcomeForm = (group: string, draft: string, text: string, error?: Msg): Form =>
  form({
    title: say('outcome.title'),
    fields: [
      textField(
        'text',
        say('outcome.text'),
        { lines: 4, min: 1, max: textLimits.decision },
        { required: true, value: text, error },
      ),
    ],
    submit: say('ask.preview'),
    do: 'consult.outcome.save',
    with: { group, draft },
  });

export const editOutcome = query({
  ...common,
  name: 'consult.outcome',
  ack: 'form',
  input: z.object({ group: z.string(), draft: Id, consultation: z.string().optional(), reply: z.string().optional() }),
  show: async (input, ctx) => {
    const mine = await myDraft(ctx, input.draft);
    return mine === null
      ? refusal('draftGone')
      : outcomeForm(mine.draft.group, mine.draft.id, (mine.raw?.fields ?? mine.draft.fields).text ?? '');
  },
});

export const saveOutcome = command({
  ...common,
  name: 'consult.outcome.save',
  scans: true,
  ack: 'private',
  input: z.object({ group: z.string(), draft: Id, text: z.string().trim().min(1).max(textLimits.decision) }),
  refill: async (values, errors) => outcomeForm(values.group ?? '', values.draft ?? '', values.text ?? '', errors.text),
  decide: async (input, ctx) => {
    const mine = await myDraft(ctx, input.draft);
    if (mine === null) return refusal('draftGone');
    const about = await consultationIn(ctx, mine.draft.consultation ?? '');
    const standing = mine.raw?.standing ?? (await standingIn(ctx, about));
    const reported = reportedFor(await reportsOn(ctx, about), mine.draft, false);
    const lexicon = lexiconFor(ctx.lexicon, mine.draft.topic);
    const now = edited({ text: input.text }, mine.before, lexicon, { standing, reported });
    const draft = {
      ...mine.draft,
      ...ofReports(reported),
      ...now.draft,
      version: mine.draft.version + 1,
      at: ctx.now,
    };
    return decided(show('consult.preview', { group: draft.group, draft: draft.id }), {
      changes: [put(Drafts, draft)],
      due: about === null ? [] : outcomeReminder(ctx, about, draft.id),
      drafts: [{ keep: draft.id, value: now.raw }],
    });
  },
});
