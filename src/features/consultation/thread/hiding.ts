import type { Context } from '../../../runtime/context.ts';
import { type Decision, put } from '../../../runtime/decision.ts';
import { named } from '../authorship.ts';
import { type Consultation, Consultations, type Marked, Replies, type Reply } from '../model.ts';
import { onHidden } from './nudge.ts';
import { newReport } from './reports.ts';
import { caseCard, channelCard, outcomeCard, replyCard } from './views.ts';

type Hiding = Pick<Decision, 'changes' | 'sends' | 'due'>;

/**
 * A text leaves the thread at once, whoever asked for it: a colleague, or its author, also an anonymous one. Nothing waits
 * for a random moment here, and nothing that is stored or sent tells which of them it was.
 */
export async function hidingCase(ctx: Context, before: Consultation, marked: Marked[]): Promise<Hiding> {
  const c: Consultation = { ...before, hiddenAt: ctx.now, marked, report: newReport(ctx) };
  const ending = await onHidden(ctx, c);
  return {
    changes: [put(Consultations, c)],
    sends: [
      { edit: c.rows.case, view: caseCard(c), subject: c.id },
      { edit: c.rows.card, view: channelCard(c, await named(ctx.read, c.group, c.author)), subject: c.id },
      ...(c.rows.outcome === null ? [] : [{ edit: c.rows.outcome, view: outcomeCard(c), subject: c.id }]),
      ...ending.sends,
    ],
    due: ending.due,
  };
}

export async function hidingReply(ctx: Context, before: Reply, marked: Marked[]): Promise<Hiding> {
  const r: Reply = { ...before, hidden: true, marked };
  const about = await ctx.read.get(Consultations, r.consultation);
  return {
    changes: [put(Replies, r), ...(about === null ? [] : [put(Consultations, { ...about, report: newReport(ctx) })])],
    sends: [{ edit: r.row, view: replyCard(r, await named(ctx.read, r.group, r.author)), subject: r.consultation }],
    due: [],
  };
}
