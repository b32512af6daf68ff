import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import type { Context } from '../../runtime/context.ts';
import { type Decision, decided, put, show } from '../../runtime/decision.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query, slash } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { GroupMeetings, type Meeting, SeriesOf } from './model.ts';
import { partNews } from './part-news.ts';
import { goesWith, type HandedOn, handOnCard, turnOf } from './part-views.ts';
import { meetingIn, plannedIn } from './planning.ts';
import { hasPart, hereAt, membersOf, partsIn, presents, type Rota, replaced } from './rota.ts';
import { common, OfGroup } from './series.ts';

const Goes = z.enum(['question', 'theme', 'turn']).default('turn');
const OfMeeting = z.object({ group: z.string(), meeting: Id });

/** Whoever presents passes: no reason is asked for, and the next one takes the turn. */
export const pass = command({
  ...common,
  name: 'meeting.pass',
  ack: 'private',
  slash: slash('meeting', 'pass', 'meet.pass.help'),
  input: OfGroup.extend({ meeting: Id.optional(), goes: Goes }),
  decide: async (input, ctx) => {
    const mine = (m: Meeting): boolean => presents(m, ctx.me);
    const m = input.meeting === undefined ? (await plannedIn(ctx)).find(mine) : await meetingIn(ctx, input.meeting);
    const series = m && (await ctx.read.get(SeriesOf, m.series));
    if (!m || !series || m.status !== 'planned' || !mine(m)) return refusal('notPresenting');
    return handedOn(ctx, { meeting: m, series }, 'pass', input.goes);
  },
});

/** Whoever cannot come: somebody else has their part, and a turn comes first next time. */
export const absent = command({
  ...common,
  name: 'meeting.absent',
  ack: 'private',
  input: OfMeeting.extend({ goes: Goes }),
  decide: async (input, ctx) => {
    const m = await meetingIn(ctx, input.meeting);
    const series = m && (await ctx.read.get(SeriesOf, m.series));
    if (!m || !series || m.status !== 'planned' || !hasPart(m, ctx.me)) return refusal('notPresenting');
    return handedOn(ctx, { meeting: m, series }, 'absent', input.goes);
  },
});

/** "Your question leaves the agenda": the question before it does. */
export const sure = query({
  ...common,
  name: 'meeting.handOn',
  ack: 'private',
  input: OfMeeting.extend({ how: z.enum(['pass', 'absent']) }),
  show: async (input, ctx) => {
    const m = await meetingIn(ctx, input.meeting);
    return m?.status === 'planned' && presents(m, ctx.me) ? handOnCard(m, ctx.me, input.how) : refusal('notPresenting');
  },
});

/** Nothing leaves the agenda that its presenter was not told of: `told`. */
async function handedOn(ctx: Context, of: Rota, how: HandedOn, told: z.output<typeof Goes>): Promise<Decision> {
  const { id, group, at } = of.meeting;
  const what = goesWith(turnOf(of.meeting, ctx.me));
  if (what !== 'turn' && what !== told) return decided(show('meeting.handOn', { group, meeting: id, how }));
  const here = hereAt(await membersOf(ctx.read, group), at);
  const after = replaced(of, ctx.me, here, how);
  const sends = await partNews(ctx, of.meeting, after.meeting, { by: [ctx.me] });
  const next = partsIn(after.meeting).some((one) => !hasPart(of.meeting, one)) ? 'given' : 'open';
  const note = say(how === 'absent' ? 'meet.absent.done' : 'meet.passed', { what, next });
  return decided(show('meeting.next', { group, meeting: id }, note), {
    changes: [put(GroupMeetings, after.meeting), put(SeriesOf, after.series)],
    sends,
  });
}
