import type { Context } from '../../../runtime/context.ts';
import { type Decision, decided, drop, type Outcome, put } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { isMine, named, scrubsLater } from '../authorship.ts';
import { retries } from '../delivery/model.ts';
import { type Consultation, Consultations, caseText, type Draft, Drafts, hasAppeared, sameText } from '../model.ts';
import { said } from '../thread/confirm.ts';
import { delayedOf, mustWait, putOff, withdrawn } from '../thread/delayed.ts';
import { onReopen } from '../thread/nudge.ts';
import { caseCard, channelCard, outcomeCard } from '../thread/views.ts';

type Effects = Pick<Decision, 'changes' | 'sends' | 'due'>;
type NewText = Pick<Consultation, 'topic' | 'urgency' | 'need'> & { readonly text: Readonly<Record<string, string>> };

/**
 * New words for a question. Without a name they wait a little, unless a colleague reported the old ones, nobody has seen those
 * yet, or somebody may be at risk.
 */
export async function postEdit(ctx: Context, draft: Draft, before: Consultation): Promise<Decision | Outcome> {
  if (!(await isMine(ctx, before))) return refusal('notYours');
  if (before.text === null || (before.status !== 'open' && before.hiddenAt === null)) return refusal('closed');
  const { topic, urgency, need } = draft;
  const text = caseText(draft.fields);
  if (before.hiddenAt !== null && sameText(before.text, text)) return refusal('sameText');
  const waits =
    mustWait(before, before.author.as === 'anonymous') &&
    urgency !== 'risk' &&
    before.hiddenAt === null &&
    (await hasAppeared(ctx.read, before));
  const older = withdrawn((await delayedOf(ctx.read, before.id)).filter(({ act }) => act.is === 'edit'));
  const edit = waits
    ? await putOff(ctx, before, { is: 'edit', text, topic, urgency, need })
    : await editedTo(ctx, before, { text, topic, urgency, need });
  // What never reached the thread replaces nothing there.
  const anew = (await retries(ctx.read, before.rows.card, before.rows.case)).length > 0;
  return decided(said(before, waits ? 'editedSoon' : anew ? 'posted' : 'edited'), {
    changes: [...older.changes, ...edit.changes, drop(Drafts, draft.id)],
    sends: edit.sends,
    due: [...older.due, ...edit.due],
    drafts: [{ forget: draft.id }],
  });
}

/** The old words are replaced everywhere, and what was hidden is shown again. */
export async function editedTo(ctx: Context, before: Consultation, to: NewText): Promise<Effects> {
  const { topic, urgency, need } = to;
  const c: Consultation = { ...before, topic, urgency, need, text: caseText(to.text), hiddenAt: null, marked: [] };
  const asksAnew = before.hiddenAt !== null || (before.urgency === 'risk') !== (c.urgency === 'risk');
  return {
    changes: [put(Consultations, c)],
    sends: [
      { edit: c.rows.card, view: channelCard(c, await named(ctx.read, c.group, c.author)), subject: c.id },
      { edit: c.rows.case, view: caseCard(c), subject: c.id },
      ...(c.rows.outcome === null ? [] : [{ edit: c.rows.outcome, view: outcomeCard(c), subject: c.id }]),
      ...(await retries(ctx.read, c.rows.card, c.rows.case)),
    ],
    due: [...(asksAnew ? await onReopen(ctx, c) : []), ...scrubsLater(c.author, ctx.now)],
  };
}
