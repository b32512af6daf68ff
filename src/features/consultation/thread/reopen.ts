import { z } from 'zod';
import type { Context } from '../../../runtime/context.ts';
import { type Change, type Decision, decided, drop, put, show } from '../../../runtime/decision.ts';
import { DueJobs } from '../../../runtime/jobs.ts';
import { messageState } from '../../../runtime/outbox/model.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { allOf } from '../../../storage/find-all.ts';
import { Id } from '../../../storage/kind.ts';
import { minuteMs } from '../../../time/durations.ts';
import { isMine, named, scrubsLater } from '../authorship.ts';
import { consultationIn } from '../find.ts';
import { anonymousDelay, type Consultation, Consultations, Drafts, reopenMs } from '../model.ts';
import { said } from './confirm.ts';
import { delayedOf, withdrawn } from './delayed.ts';
import { idleLater } from './idle.ts';
import { onReopen } from './nudge.ts';
import { noOutcomeReminder } from './outcome-reminder.ts';
import { reopenJob, reopenJobId } from './reopen-job.ts';
import { notUnlinked } from './unlink.ts';
import { caseCard, channelCard, reopenedCard } from './views.ts';

/** Closed not long ago: its author can open it again. */
export const canReopen = (c: Consultation, now: number): boolean =>
  c.status === 'closed' && c.text !== null && c.closedAt !== null && now - c.closedAt <= reopenMs;

/** Its author opens it again, within a day. What was drafted to be shared of its outcome is withdrawn; a record stays. */
export const reopen = command({
  name: 'consult.reopen',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: z.object({ group: z.string(), consultation: Id }),
  decide: async (input, ctx) => {
    const c = await consultationIn(ctx, input.consultation);
    if (c === null) return refusal('gone');
    if (!(await isMine(ctx, c))) return refusal('notYours');
    if (c.status === 'removed') return refusal('gone');
    if (c.status === 'open') {
      // It has not closed yet: it just stays open.
      const closes = (await delayedOf(ctx.read, c.id)).filter(({ act }) => act.is === 'close');
      return decided(said(c, 'reopened'), withdrawn(closes));
    }
    if (!canReopen(c, ctx.now)) return refusal('reopenLate');
    const drafts = (await allOf(ctx.read, Drafts, 'owner', { equal: ctx.me })).filter(
      (d) => d.purpose === 'outcome' && d.consultation === c.id,
    );
    const noOutcome = {
      changes: drafts.map((d): Change => drop(Drafts, d.id)),
      drafts: drafts.map((d) => ({ forget: d.id })),
    };
    if (c.author.as !== 'anonymous') {
      const again = await reopening(ctx, c);
      return decided(said(c, 'reopened'), {
        ...again,
        ...noOutcome,
        changes: [...again.changes, ...noOutcome.changes],
        due: [...again.due, noOutcomeReminder(c)],
      });
    }
    // The same press delivered again, or another one, keeps the time that was drawn.
    const waits = await ctx.read.get(DueJobs, reopenJobId(c.id));
    const at = ctx.now + ctx.ids.between(anonymousDelay.min * minuteMs, anonymousDelay.max * minuteMs);
    return decided(said(c, 'reopened'), {
      ...noOutcome,
      due: [...(waits === null ? [{ schedule: reopenJob(c, at) }] : []), ...scrubsLater(c.author, ctx.now)],
    });
  },
});

/** The time that was drawn has come. */
export const reopenDue = command({
  name: 'consult.reopening',
  who: 'timer',
  ack: 'silent',
  input: z.object({ consultation: Id }),
  decide: async (input, ctx) => {
    const c = await ctx.read.get(Consultations, input.consultation);
    const nothing = show('curbside.home');
    return c === null || c.status !== 'closed' || c.text === null
      ? decided(nothing)
      : decided(nothing, await reopening(ctx, c));
  },
});

/** Open as before: the buttons are back, the group is reminded again, and the author link waits for the next closing. */
async function reopening(ctx: Context, before: Consultation): Promise<Pick<Decision, 'changes' | 'sends' | 'due'>> {
  const { closed, outcome } = before.rows;
  const shared = outcome !== null && (await messageState(ctx.read, outcome))?.status === 'sent';
  const told = closed !== null && (await messageState(ctx.read, closed))?.status === 'sent';
  const c: Consultation = {
    ...before,
    status: 'open',
    closedAt: null,
    outcome: shared ? before.outcome : null,
    rows: { ...before.rows, closed: null, outcome: shared ? outcome : null },
  };
  return {
    changes: [put(Consultations, c)],
    sends: [
      { edit: c.rows.card, view: channelCard(c, await named(ctx.read, c.group, c.author)), subject: c.id },
      { edit: c.rows.case, view: caseCard(c), subject: c.id },
      ...(outcome !== null && !shared ? [{ remove: outcome, subject: c.id }] : []),
      ...(closed === null || told ? [] : [{ remove: closed, subject: c.id }]),
      ...(told || closed === null
        ? [
            {
              post: reopenedCard,
              id: ctx.ids.next(),
              to: { is: 'thread' as const, row: c.rows.card },
              subject: c.id,
              notBefore: ctx.now,
            },
          ]
        : []),
    ],
    due: [notUnlinked(c), idleLater(c, ctx.now), ...(await onReopen(ctx, c)), ...scrubsLater(c.author, ctx.now)],
  };
}
