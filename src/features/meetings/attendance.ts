import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import { decided, drop, put, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { outlineOf } from '../../storage/sealing.ts';
import { readDuration } from '../../time/typed-duration.ts';
import { refilled } from '../../view/build.ts';
import { attendedCard, attendForm } from './attendance-views.ts';
import { type Attendance, Attendances, attendanceMs, endOf, fewest, isAttendable, type Meeting } from './model.ts';
import { meetingIn } from './planning.ts';
import { common } from './series.ts';

const OfMeeting = z.object({ group: z.string(), meeting: Id });

/** Mine of a meeting: the id tells nobody whose it is. */
const mineOf = async (ctx: Asked, m: Meeting): Promise<string> => (await ctx.mine(`attended ${m.id}`)).slice(0, 16);

/** "I was there": one's own tap, from the beginning until a day after the end. */
export const attend = query({
  ...common,
  name: 'meeting.attend',
  ack: 'form',
  input: OfMeeting,
  show: async (input, ctx) => {
    const m = await meetingIn(ctx, input.meeting);
    if (m === null || m.status !== 'opened') return refusal('gone');
    if (ctx.now > endOf(m) + attendanceMs) return refusal('attendanceOver');
    return attendForm(m, await ctx.read.get(Attendances, await mineOf(ctx, m)));
  },
});

const minutesIn = (typed: string | undefined, least: number): number | null => {
  const minutes = typed === undefined ? null : (readDuration(typed)?.minutes ?? null);
  return minutes !== null && minutes >= least && minutes <= 480 ? minutes : null;
};

/** How many were there, with me; null where nothing was typed, undefined where it is no such number. */
const peopleIn = (typed: string): number | null | undefined => {
  if (typed.trim() === '') return null;
  const n = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  return n >= 2 ? n : undefined;
};

export const saveAttendance = command({
  ...common,
  name: 'meeting.attend.save',
  opensWith: 'meeting.attend',
  ack: 'private',
  input: OfMeeting.extend({
    minutes: z.string(),
    own: z.string().default('0'),
    people: z.string().default(''),
    recorded: z.enum(['yes', 'no']).default('no'),
  }),
  refill: async (values, errors, ctx) => {
    const m = await meetingIn(ctx, values.meeting ?? '');
    return m === null ? refusal('gone') : refilled(attendForm(m, null), values, errors);
  },
  check: async ({ minutes, own, people }) => {
    const [all, mine] = [minutesIn(minutes, 1), minutesIn(own, 0)];
    return found({
      minutes: minutes === undefined || all !== null ? null : say('field.minutesWords'),
      own: mine === null || mine > (all ?? 480) ? say('meet.own.error') : null,
      people: peopleIn(people ?? '') === undefined ? say('meet.people.error') : null,
    });
  },
  decide: async (input, ctx) => {
    const m = await meetingIn(ctx, input.meeting);
    if (m === null || m.status !== 'opened') return refusal('gone');
    if (!isAttendable(m, ctx.now)) return refusal('attendanceOver');
    const attendance: Attendance = {
      // Sent again, it is the same one.
      ...{ id: await mineOf(ctx, m), owner: ctx.me, group: m.group, meeting: m.id, at: m.at },
      ...{ minutes: minutesIn(input.minutes, 1) ?? 1, ownMinutes: minutesIn(input.own, 0) ?? 0 },
      ownRecorded: input.recorded === 'yes',
      people: peopleIn(input.people) ?? null,
    };
    return decided(show('meeting.attended', { group: m.group, meeting: m.id }), {
      changes: [put(Attendances, attendance)],
    });
  },
});

/** Taken back: a wrong tap. */
export const dropAttendance = command({
  ...common,
  name: 'meeting.attend.drop',
  ack: 'private',
  input: OfMeeting,
  decide: async (input, ctx) => {
    const m = await meetingIn(ctx, input.meeting);
    const mine = m && (await ctx.read.get(Attendances, await mineOf(ctx, m)));
    if (!m || mine === null) return refusal('gone');
    return decided(show('meeting.attended', { group: m.group, meeting: m.id }), {
      changes: [drop(Attendances, mine.id)],
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
    const mine = await ctx.read.get(Attendances, await mineOf(ctx, m));
    const n = await ctx.read.count(outlineOf(Attendances), 'meeting', { equal: m.id });
    return attendedCard(groupOf(ctx).id, m, mine, n >= fewest ? n : null);
  },
});
