import type { Context } from '../../../runtime/context.ts';
import { type Decision, type DueChange, decided, put, show } from '../../../runtime/decision.ts';
import { due } from '../../../runtime/jobs.ts';
import { command } from '../../../runtime/route.ts';
import { always } from '../../../time/durations.ts';
import { addDays, afterQuiet, dateOf, instantOf, isoWeek } from '../../../time/time.ts';
import { type Group, Groups, Members, memberId } from '../../group/model.ts';
import { AskInput, askJob, planOf } from '../asking.ts';
import { groupThatAsks } from '../asking-group.ts';
import { Askings, askingId } from '../model.ts';
import { channelGoneCard, promptCard } from '../prompt-view.ts';
import { graceMs, isAway, monthlyWindowMs, nextAsking, weeklyWindowMs } from '../schedule.ts';
import { limitOf } from '../send-limit.ts';
import { type Pace, paced } from '../send-slots.ts';
import { reminderOf } from './remind.ts';

const nothing = show('curbside.home');
/** A question in quiet hours moves, or is dropped: that is settled before it is sent. */
const keptHere = 'atOnce';

/**
 * Asks one person who wants a direct message, and sees to the next week. Too late, while they are away, in a group that
 * has check-ins switched off, or after quiet hours that last to the end of the week, nothing is sent and nobody mentions
 * it.
 */
export const ask = command({
  who: 'timer',
  ack: 'silent',
  name: 'checkin.ask',
  input: AskInput,
  decide: async (input, ctx) => {
    const group = await groupThatAsks(ctx.read, input.person, input.group);
    if (group === null || group === 'gone') return notAskedHere(ctx, input, group);
    const here: AskInput = { ...input, group: group.id, told: 'no' };
    const again = nextJob(ctx.now, here, group);
    if (ctx.now - input.at > graceMs) return decided(nothing, { due: again });
    const pace = await paced(ctx);
    const open = afterQuiet(pace.at, group.quiet, input.zone);
    const on = dateOf(open, input.zone);
    if (isoWeek(on).week !== input.week || isAway(on, planOf(input).away)) return decided(nothing, { due: again });
    if (open > pace.at) {
      const moved = { week: input.week, at: open, opensMonth: input.opensMonth === 'yes' };
      return decided(nothing, { due: [{ schedule: askJob(here, moved) }] });
    }
    return asked(ctx, here, group, { pace, again });
  },
});

function nextJob(now: number, input: AskInput, group: Group): DueChange[] {
  const next = nextAsking(now, planOf(input), group.quiet, input.week);
  return next === null ? [] : [{ schedule: askJob(input, next) }];
}

async function asked(
  ctx: Context,
  input: AskInput,
  { quiet }: Group,
  { pace, again }: { readonly pace: Pace; readonly again: DueChange[] },
): Promise<Decision> {
  const row = ctx.ids.next();
  const { at, change } = pace;
  const { person, group, subject, week, zone } = input;
  const monthly = input.monthly === 'yes' && input.opensMonth === 'yes';
  const closes = at + weeklyWindowMs;
  const tidyAt = monthly ? at + monthlyWindowMs : closes;
  const asking = askingId(subject, week);
  const tidy = due('checkin.tidy', subject, week, tidyAt, always, { row, step: 'remove', week, asking });
  const reminder = reminderOf(input, quiet, at, closes);
  const to = { is: 'direct', person } as const;
  const notAfter = Math.min(limitOf(planOf(input), quiet, at), weekEnd(at, zone));
  return decided(nothing, {
    changes: [change, put(Askings, { id: asking, at })],
    sends: [
      { post: promptCard({ group, week }, monthly), id: row, to, subject, notBefore: at, notAfter, quiet: keptHere },
    ],
    due: [...again, { schedule: tidy }, ...(reminder ? [{ schedule: reminder }] : [])],
  });
}

/** The end (ms) of the week that an instant lies in: the question is about that week. */
const weekEnd = (at: number, zone: string): number =>
  instantOf(addDays(isoWeek(dateOf(at, zone)).monday, 7), '00:00', zone);

/**
 * Nothing is asked through a group whose channel is gone. Who has no other group is told so, once; the asking goes on
 * should the channel come back.
 */
async function notAskedHere(ctx: Context, input: AskInput, group: 'gone' | null): Promise<Decision> {
  const first = await ctx.read.get(Groups, input.group);
  const member = await ctx.read.get(Members, memberId(input.group, input.person));
  if (first === null || member === null) return decided(nothing);
  const { person, subject } = input;
  const { at, change } = await paced(ctx);
  const late = ctx.now - input.at > graceMs || afterQuiet(at, first.quiet, input.zone) > at;
  if (group === null || input.told === 'yes' || late) return decided(nothing, { due: nextJob(ctx.now, input, first) });
  const row = ctx.ids.next();
  const tidy = due('checkin.tidy', subject, `${input.week}g`, at + weeklyWindowMs, always, { row, step: 'remove' });
  const to = { is: 'direct', person } as const;
  const notAfter = limitOf(planOf(input), first.quiet, at);
  return decided(nothing, {
    changes: [change],
    sends: [{ post: channelGoneCard(first.id), id: row, to, subject, notBefore: at, notAfter, quiet: keptHere }],
    due: [...nextJob(ctx.now, { ...input, told: 'yes' }, first), { schedule: tidy }],
  });
}
