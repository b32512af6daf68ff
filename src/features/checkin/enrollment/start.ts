import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Context, groupOf } from '../../../runtime/context.ts';
import { type DueChange, decided, put, type Refusal, show } from '../../../runtime/decision.ts';
import { due } from '../../../runtime/jobs.ts';
import { Outbox } from '../../../runtime/outbox/model.ts';
import { command, query } from '../../../runtime/route.ts';
import { always } from '../../../time/durations.ts';
import { dateOf } from '../../../time/time.ts';
import { askedAnew, nextFor } from '../asking.ts';
import { type Enrolment, Enrolments, keep, usualTime } from '../model.ts';
import { enrolmentId, myEnrolment, subjectOf } from '../own.ts';
import { periodOf, releaseAt } from '../schedule.ts';
import { instrumentOf } from '../settings.ts';
import { mineCard, startCard } from '../views.ts';

/** What every route of check-ins has in common. */
export const common = { who: 'member', feature: 'checkin' } as const;
export const OfGroup = z.object({ group: z.string().optional() });

/** The opt-in screen as an answer to anything that needs an enrolment. */
export const notYet = (ctx: Context | Parameters<typeof myEnrolment>[0]): Refusal => ({
  refused: startCard(groupOf(ctx).id, ctx.checkins, ctx.asksInGroup),
});

/** Opting in: by the person, for themself, in one step. Doing it again in another group lets the answer count there too. */
export const start = command({
  ...common,
  name: 'checkin.start',
  ack: 'private',
  input: z.object({
    group: z.string(),
    monthly: z.string().default('none'),
    by: z.enum(['direct', 'home']).optional(),
  }),
  decide: async (input, ctx) => {
    const group = groupOf(ctx);
    const mine = show('checkin.mine', { group: group.id }, say('checkin.start.done'));
    const before = await myEnrolment(ctx);
    const e: Enrolment = before
      ? { ...before, groups: [...new Set([...before.groups, group.id])] }
      : {
          id: await enrolmentId(ctx),
          owner: ctx.me,
          group: group.id,
          groups: [group.id],
          zone: ctx.zone ?? group.zone,
          ...usualTime,
          by: input.by ?? (ctx.asksInGroup ? 'home' : 'direct'),
          remind: false,
          monthly: instrumentOf(ctx.checkins, input.monthly)?.id ?? null,
          extra: [],
          keepDays: keep.usual,
          skipped: null,
          away: awayNow(ctx),
        };
    return decided(mine, {
      changes: [put(Enrolments, e)],
      due: [...(await askedAnew(ctx, e)), nextRelease(ctx.now)],
    });
  },
});

/** Somebody who starts while they are away is asked from their return on. */
function awayNow({ member, now }: Context): Enrolment['away'] {
  const days = member?.away ?? null;
  const over = days === null || (days.until !== null && days.until <= dateOf(now, days.zone));
  return over ? null : { from: days.from, until: days.until };
}

/** One release for all groups of a community, when the period at hand has closed. */
export function nextRelease(now: number): DueChange {
  const period = periodOf(dateOf(now, 'UTC'));
  return {
    schedule: due('checkin.release', 'all', String(period), releaseAt(period), always, { period: String(period) }),
  };
}

/** My check-ins as they stand. */
export const mine = query({
  ...common,
  name: 'checkin.mine',
  ack: 'private',
  input: OfGroup,
  show: async (_input, ctx) => {
    const e = await myEnrolment(ctx);
    if (e === null) return startCard(groupOf(ctx).id, ctx.checkins, ctx.asksInGroup);
    const sent = (await ctx.read.find(Outbox, 'subject', { equal: await subjectOf(ctx) })).docs;
    const failed = sent.some((row) => row.status === 'failed');
    const over = e.away !== null && e.away.until !== null && e.away.until <= dateOf(ctx.now, e.zone);
    return mineCard(over ? { ...e, away: null } : e, ctx.checkins, groupOf(ctx).id, {
      next: await nextFor(ctx, e),
      failed,
    });
  },
});
