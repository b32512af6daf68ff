import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Context, groupOf } from '../../../runtime/context.ts';
import { decided, drop, put, show } from '../../../runtime/decision.ts';
import { DueJobs } from '../../../runtime/jobs.ts';
import { Outbox } from '../../../runtime/outbox/model.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { dateOf, isoWeek } from '../../../time/time.ts';
import { askedAnew, monthIsOpen, openAsking, sentAndOpen } from '../asking.ts';
import { common, nextRelease, notYet } from '../enrollment/start.ts';
import { type Enrolment, Enrolments, helps, type Pulse, Pulses } from '../model.ts';
import { keptUntil, myEnrolment, myPulse, myPulses, pulseId, subjectOf } from '../own.ts';
import { overCard } from '../prompt-view.ts';
import { monthlyWindowMs, periodOf } from '../schedule.ts';
import { afterCard } from '../views.ts';
import { tidyIds } from './expire-prompt.ts';
import { mondayOf } from './trend.ts';

const Week = z.string().regex(/^\d{4}-W\d{2}$/);

/**
 * One tap. A question that was sent names its week and closes 72 hours after it was asked; without one it is about this
 * week. There is one answer a week: another one takes its place.
 */
export const answer = command({
  ...common,
  name: 'checkin.answer',
  ack: 'private',
  input: z.object({ group: z.string(), week: Week.optional(), value: z.enum(['1', '2', '3', '4', '5']) }),
  decide: async (input, ctx) => {
    const e = await myEnrolment(ctx);
    if (e === null) return notYet(ctx);
    const group = groupOf(ctx);
    const week = await weekMeant(ctx, e, input.week);
    if (week === null) return decided(show('checkin.now', { group: group.id }, say('checkin.closed')));
    const before = await myPulse(ctx, week);
    const pulse: Pulse = {
      id: await pulseId(ctx, week),
      owner: ctx.me,
      week,
      period: periodOf(mondayOf(week)),
      groups: e.groups,
      at: ctx.now,
      value: Number(input.value),
      help: before?.help ?? null,
      hidden: false,
      guest: ctx.guest,
      until: keptUntil(ctx.now, e.keepDays),
    };
    const { week: thisWeek } = isoWeek(dateOf(ctx.now, e.zone));
    const asked = week === thisWeek ? await askedAnew(ctx, e, week) : [];
    const over = await overFor(ctx, e, week, 'answered');
    return decided(show('checkin.after', { group: group.id, week }), {
      changes: [put(Pulses, pulse), ...over.changes],
      sends: over.sends,
      due: [...asked, nextRelease(ctx.now), { cancel: 'checkin.remind', subject: await subjectOf(ctx) }],
    });
  },
});

/** The week that an answer is about, or null when its question has closed. */
async function weekMeant(ctx: Context, e: Enrolment, named: string | undefined): Promise<string | null> {
  const { week } = isoWeek(dateOf(ctx.now, e.zone));
  if (named === undefined) return week;
  const open = openAsking(ctx.now, { ...e, away: null }, groupOf(ctx).quiet);
  return open?.week === named || (await sentAndOpen(ctx, named)) ? named : null;
}

/**
 * The question of that week in my direct messages, with its reminder: one that waits is not sent any more, one that was sent
 * no longer looks as if it waited. Nothing else that goes to me changes.
 */
async function overFor(ctx: Context, e: Enrolment, week: string, how: 'answered' | 'skipped') {
  const group = groupOf(ctx);
  const monthly = e.monthly !== null && monthIsOpen(ctx.now, { ...e, away: null }, group.quiet, monthlyWindowMs);
  const subject = await subjectOf(ctx);
  const jobs = await ctx.read.getMany(DueJobs, tidyIds(subject, week));
  const ids = jobs.flatMap((job) => (job?.input.step === 'remove' ? (job.input.row ?? []) : []));
  const rows = (await ctx.read.getMany(Outbox, ids)).filter((row) => row !== null);
  return {
    changes: rows.filter((row) => row.status === 'pending').map((row) => drop(Outbox, row.id)),
    sends: rows
      .filter((row) => row.status === 'sent')
      .map((row) => ({ edit: row.id, view: overCard(how, group.id, monthly), subject })),
  };
}

/** Not this week: it is not asked again, and nothing reminds of it. */
export const skip = command({
  ...common,
  name: 'checkin.skip',
  ack: 'private',
  input: z.object({ group: z.string(), week: Week.optional() }),
  decide: async (input, ctx) => {
    const before = await myEnrolment(ctx);
    if (before === null) return notYet(ctx);
    const { week } = isoWeek(dateOf(ctx.now, before.zone));
    const skipped = input.week ?? week;
    const e: Enrolment = { ...before, skipped };
    const over = await overFor(ctx, e, skipped, 'skipped');
    return decided(show('checkin.mine', { group: input.group }, say('checkin.skipped')), {
      changes: [put(Enrolments, e), ...over.changes],
      sends: over.sends,
      due: await askedAnew(ctx, e),
    });
  },
});

export const after = query({
  ...common,
  name: 'checkin.after',
  ack: 'private',
  input: z.object({ group: z.string(), week: Week }),
  show: async (input, ctx) => {
    const pulse = await myPulse(ctx, input.week);
    return pulse === null ? refusal('gone') : afterCard(pulse, await myPulses(ctx), input.group);
  },
});

/** The optional second tap. */
export const helpful = command({
  ...common,
  name: 'checkin.helps',
  ack: 'private',
  input: z.object({ group: z.string(), week: Week, help: z.enum(helps) }),
  decide: async (input, ctx) => {
    const pulse = await myPulse(ctx, input.week);
    if (pulse === null) return refusal('gone');
    const on: Partial<Record<Pulse['help'] & string, string>> = { talk: 'coffee.list' };
    const then = on[input.help] ?? 'checkin.entry';
    const values = then === 'coffee.list' ? { group: input.group } : { group: input.group, week: input.week };
    return decided(show(then, values, say('checkin.helps.noted')), {
      changes: [put(Pulses, { ...pulse, help: input.help })],
    });
  },
});
