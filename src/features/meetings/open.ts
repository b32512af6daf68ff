import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { groupOf } from '../../runtime/context.ts';
import { decided, put, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { outlineOf } from '../../storage/sealing.ts';
import { readDuration } from '../../time/typed-duration.ts';
import { refilled } from '../../view/build.ts';
import { Groups } from '../group/model.ts';
import { attendedCard, attendForm } from './attendance-views.ts';
import {
  type Attendance,
  Attendances,
  attendanceMs,
  endOf,
  fewest,
  GroupMeetings,
  openGraceMs,
  SeriesOf,
} from './model.ts';
import { slotsOf } from './next.ts';
import { meetingIn, plan } from './planning.ts';
import { common } from './series.ts';
import { openingCard } from './views.ts';

/** At its time: the opening card in the channel, and the next meeting is planned. */
export const open = command({
  name: 'meeting.open',
  who: 'timer',
  ack: 'silent',
  input: z.object({ meeting: Id }),
  decide: async (input, ctx) => {
    const home = show('curbside.home');
    const m = await ctx.read.get(GroupMeetings, input.meeting);
    const series = m && (await ctx.read.get(SeriesOf, m.series));
    const group = m && (await ctx.read.get(Groups, m.group));
    if (!m || !series || !group || m.status !== 'planned') return decided(home);
    const following = await plan(ctx, series, Math.max(m.at, ctx.now), m.n + 1);
    const opened = put(GroupMeetings, { ...m, status: 'opened' as const });
    // However late this runs, the series goes on; a meeting that is long over is not opened any more.
    if (group.gone !== null || ctx.now > m.at + openGraceMs)
      return decided(home, { ...following, changes: [opened, ...following.changes] });
    return decided(home, {
      ...following,
      changes: [opened, ...following.changes],
      sends: [
        {
          post: openingCard(group, { m, series, slots: await slotsOf(ctx, m) }),
          id: ctx.ids.next(),
          to: { is: 'group', group: group.id },
          subject: m.id,
          notBefore: ctx.now,
          notAfter: endOf(m),
        },
      ],
    });
  },
});

const OfMeeting = z.object({ group: z.string(), meeting: Id });

/** "I was there": one's own tap, from the beginning until a day after the end. */
export const attend = query({
  ...common,
  name: 'meeting.attend',
  ack: 'form',
  input: OfMeeting,
  show: async (input, ctx) => {
    const m = await meetingIn(ctx, input.meeting);
    if (m === null || m.status !== 'opened') return refusal('gone');
    return ctx.now > endOf(m) + attendanceMs ? refusal('attendanceOver') : attendForm(m);
  },
});

const minutesIn = (typed: string | undefined, least: number): number | null => {
  const minutes = typed === undefined ? null : (readDuration(typed)?.minutes ?? null);
  return minutes !== null && minutes >= least && minutes <= 480 ? minutes : null;
};

export const saveAttendance = command({
  ...common,
  name: 'meeting.attend.save',
  opensWith: 'meeting.attend',
  ack: 'private',
  input: OfMeeting.extend({ minutes: z.string(), own: z.string().default('0') }),
  refill: async (values, errors, ctx) => {
    const m = await meetingIn(ctx, values.meeting ?? '');
    return m === null ? refusal('gone') : refilled(attendForm(m), values, errors);
  },
  check: async ({ minutes, own }) => {
    const [all, mine] = [minutesIn(minutes, 1), minutesIn(own, 0)];
    return found({
      minutes: minutes === undefined || all !== null ? null : say('field.minutesWords'),
      own: mine === null || mine > (all ?? 480) ? say('meet.own.error') : null,
    });
  },
  decide: async (input, ctx) => {
    const m = await meetingIn(ctx, input.meeting);
    if (m === null || m.status !== 'opened') return refusal('gone');
    if (ctx.now > endOf(m) + attendanceMs) return refusal('attendanceOver');
    const attendance: Attendance = {
      // Sent again, it is the same one; the id tells nobody whose it is.
      id: (await ctx.mine(`attended ${m.id}`)).slice(0, 16),
      ...{ owner: ctx.me, group: m.group, meeting: m.id, at: m.at },
      ...{ minutes: minutesIn(input.minutes, 1) ?? 1, ownMinutes: minutesIn(input.own, 0) ?? 0 },
    };
    return decided(show('meeting.attended', { group: m.group, meeting: m.id }), {
      changes: [put(Attendances, attendance)],
    });
  },
});

/** What I noted, and from three on how many were there: nobody sees who. */
export const attended = query({
  ...common,
  name: 'meeting.attended',
  ack: 'private',
  input: OfMeeting,
  show: async (input, ctx) => {
    const m = await meetingIn(ctx, input.meeting);
    if (m === null) return refusal('gone');
    const mine = await ctx.read.get(Attendances, (await ctx.mine(`attended ${m.id}`)).slice(0, 16));
    const n = await ctx.read.count(outlineOf(Attendances), 'meeting', { equal: m.id });
    return attendedCard(groupOf(ctx).id, m, mine, n >= fewest ? n : null);
  },
});
