import { z } from 'zod';
import { type Group, Groups, Members, memberId } from '../group/model.ts';
import type { Context } from '../kernel/context.ts';
import { due } from '../kernel/due.ts';
import { Outbox } from '../kernel/outbox.ts';
import { type Decision, type DueChange, decided, drop, show } from '../kernel/result.ts';
import { command } from '../kernel/route.ts';
import { afterQuiet, dateOf, isoWeek } from '../kernel/time.ts';
import { AskInput, always, askJob, planOf } from './asking.ts';
import { paced } from './pace.ts';
import { graceMs, monthlyWindowMs, nextAsking, reminderAfterMs, weeklyWindowMs } from './schedule.ts';
import { promptCard, reminderCard } from './views/prompt.ts';

const nothing = show('curbside.home');
const timer = { who: 'timer', ack: 'silent' } as const;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Asks one person who wants a direct message, and sees to the next week. Too late, in a group that has check-ins
 * switched off, or after quiet hours that last to the end of the week, nothing is sent and nobody mentions it.
 */
export const ask = command({
  ...timer,
  name: 'checkin.ask',
  input: AskInput,
  decide: async (input, ctx) => {
    const group = await groupAsked(ctx, input);
    if (group === null) return decided(nothing);
    const plan = planOf(input);
    const next = nextAsking(ctx.now, plan, group.quiet, input.week);
    const again: DueChange[] = next === null ? [] : [{ schedule: askJob(input, next) }];
    const on = group.features.includes('checkin') && group.gone === null;
    if (!on || ctx.now - input.at > graceMs) return decided(nothing, { due: again });
    const open = afterQuiet(ctx.now, group.quiet, input.zone);
    if (isoWeek(dateOf(open, input.zone)).week !== input.week) return decided(nothing, { due: again });
    if (open > ctx.now) {
      const moved = { week: input.week, at: open, opensMonth: input.opensMonth === 'yes' };
      return decided(nothing, { due: [{ schedule: askJob(input, moved) }] });
    }
    return asked(ctx, input, group, again);
  },
});

async function asked(ctx: Context, input: AskInput, group: Group, again: DueChange[]): Promise<Decision> {
  const row = ctx.ids.next();
  const { at, change } = await paced(ctx);
  const monthly = input.monthly === 'yes' && input.opensMonth === 'yes';
  const values = { group: input.group, week: input.week };
  const tidy = due(
    'checkin.tidy',
    input.subject,
    input.week,
    at + (monthly ? monthlyWindowMs : weeklyWindowMs),
    always,
    { row, step: 'remove', week: input.week, asked: String(at) },
  );
  const remindAt = afterQuiet(at + reminderAfterMs, group.quiet, input.zone);
  const { person, subject } = input;
  const reminder = due('checkin.remind', subject, input.week, remindAt, graceMs, { ...values, person, subject });
  const wanted = input.remind === 'yes' && remindAt < at + weeklyWindowMs;
  return decided(nothing, {
    changes: [change],
    sends: [{ post: promptCard(values, monthly), id: row, to: { is: 'direct', person }, subject, notBefore: at }],
    due: [...again, { schedule: tidy }, ...(wanted ? [{ schedule: reminder }] : [])],
  });
}

const Reminder = z.object({ person: z.string(), group: z.string(), subject: z.string(), week: z.string() });

/** Once, and only for people who asked to be reminded. An answer or a skip cancels it. */
export const remind = command({
  ...timer,
  name: 'checkin.remind',
  input: Reminder,
  decide: async (input, ctx) => {
    const group = await groupAsked(ctx, input);
    if (group === null || !group.features.includes('checkin')) return decided(nothing);
    const row = ctx.ids.next();
    const { at, change } = await paced(ctx);
    const tidy = due('checkin.tidy', input.subject, `${input.week}r`, at + 2 * dayMs, always, { row, step: 'remove' });
    return decided(nothing, {
      changes: [change],
      sends: [
        {
          post: reminderCard({ group: input.group, week: input.week }),
          id: row,
          to: { is: 'direct', person: input.person },
          subject: input.subject,
          notBefore: at,
        },
      ],
      due: [{ schedule: tidy }],
    });
  },
});

/**
 * The window closed: the question is taken back, and a day later nothing here says whom it went to. What stays for the
 * rest of the week is that this week was asked, under a token that only the person's own key makes.
 */
export const tidy = command({
  ...timer,
  name: 'checkin.tidy',
  input: z.object({ row: z.string(), step: z.enum(['remove', 'forget', 'done']), week: z.string().default('') }),
  decide: async ({ row: id, step, week }, ctx) => {
    const row = await ctx.read.get(Outbox, id);
    if (row === null || step === 'done') return decided(nothing);
    if (step === 'forget') return decided(nothing, { changes: [drop(Outbox, id)] });
    const { subject } = row;
    const forget = due('checkin.tidy', subject, `${id}f`, ctx.now + dayMs, always, { row: id, step: 'forget' });
    const mark = due('checkin.tidy', subject, week, ctx.now + 5 * dayMs, always, { row: id, step: 'done' });
    return decided(nothing, {
      sends: [{ remove: id, subject }],
      due: [{ schedule: forget }, ...(week === '' ? [] : [{ schedule: mark }])],
    });
  },
});

/** The group, while the person is still in it. */
async function groupAsked(ctx: Context, of: { group: string; person: string }): Promise<Group | null> {
  const member = await ctx.read.get(Members, memberId(of.group, of.person));
  return member === null ? null : ctx.read.get(Groups, of.group);
}
