import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import { decided, drop, put, type Refusal, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { outlineOf } from '../../storage/sealing.ts';
import { readDuration } from '../../time/typed-duration.ts';
import { refilled } from '../../view/build.ts';
import { type AttendeeRoutes, attendedCard, attendForm } from './attendance-views.ts';
import { toRenew } from './guest-agreement.ts';
import { Guests, guestId, hasAccepted } from './guest-model.ts';
import { type Attendance, Attendances, fewest, isAttendable, type Meeting, mostAttended } from './model.ts';
import { meetingIn } from './planning.ts';
import { common } from './series.ts';

const OfMeeting = z.object({ group: z.string(), meeting: Id });

/** Those who can note that they were there: members and, of the meeting that they are invited to, guests. */
interface Attendees extends AttendeeRoutes {
  readonly open: { readonly who: 'member' | 'anyone'; readonly feature: 'consultation' };
  readonly meetingOf: (ctx: Asked, id: string) => Promise<Meeting | null>;
  /** What they have to accept first. */
  readonly before: (ctx: Asked, m: Meeting) => Promise<Refusal | null>;
}

const members: Attendees = {
  is: 'member',
  open: common,
  routes: {
    ...{ form: 'meeting.attend', save: 'meeting.attend.save', drop: 'meeting.attend.drop' },
    shown: 'meeting.attended',
  },
  meetingOf: meetingIn,
  before: async () => null,
};

/** Whoever accepted the agreement for a meeting notes of it what a member would, and sees nothing else of the group. */
const guests: Attendees = {
  is: 'guest',
  open: { who: 'anyone', feature: 'consultation' },
  routes: {
    ...{ form: 'meeting.guest.attend', save: 'meeting.guest.attend.save', drop: 'meeting.guest.attend.drop' },
    shown: 'meeting.guest.attended',
  },
  meetingOf: async (ctx, id) => {
    const own = ctx.group === null ? null : await ctx.read.get(Guests, guestId(id, ctx.me));
    return own?.agreedAt == null ? null : meetingIn(ctx, id);
  },
  before: async (ctx, m) => {
    const own = await ctx.read.get(Guests, guestId(m.id, ctx.me));
    return own !== null && hasAccepted(ctx, groupOf(ctx), own) ? null : toRenew(ctx, m);
  },
};

/** Mine of a meeting: the id tells nobody whose it is. */
const mineOf = async (ctx: Asked, m: Pick<Meeting, 'id'>): Promise<string> =>
  (await ctx.mine(`attended ${m.id}`)).slice(0, 16);

/** A meeting of theirs, also one that they noted before their invitation was cleared away. */
async function notedMeeting(of: Attendees, ctx: Asked, id: string): Promise<Meeting | null> {
  const m = await of.meetingOf(ctx, id);
  if (m !== null || ctx.group === null) return m;
  return (await ctx.read.get(Attendances, await mineOf(ctx, { id }))) === null ? null : meetingIn(ctx, id);
}

/** A meeting that took place and that I can still say I was at, or why not. */
async function attendable(of: Attendees, ctx: Asked, id: string): Promise<Meeting | Refusal> {
  const m = await of.meetingOf(ctx, id);
  if (m === null || m.status !== 'opened') return refusal('gone');
  return isAttendable(m, ctx.now) ? ((await of.before(ctx, m)) ?? m) : refusal('attendanceOver');
}

/** "I was there": one's own tap, from the beginning until a day after the end. */
const formOf = (of: Attendees) =>
  query({
    ...of.open,
    name: of.routes.form,
    ack: 'form',
    input: OfMeeting,
    show: async (input, ctx) => {
      const m = await attendable(of, ctx, input.meeting);
      return 'refused' in m ? m : attendForm(m, await ctx.read.get(Attendances, await mineOf(ctx, m)), of.routes);
    },
  });

/** Minutes between two bounds, or null. */
const minutesIn = (typed: string | undefined, least: number, most: number): number | null => {
  const minutes = typed === undefined ? null : (readDuration(typed, 'minutes')?.minutes ?? null);
  return minutes !== null && minutes >= least && minutes <= most ? minutes : null;
};

/** How many were there, with me; null where nothing was typed, undefined where it is no such number. */
const peopleIn = (typed: string): number | null | undefined => {
  if (typed.trim() === '') return null;
  const n = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  return n >= 2 ? n : undefined;
};

const saveOf = (of: Attendees) =>
  command({
    ...of.open,
    name: of.routes.save,
    opensWith: of.routes.form,
    ack: 'private',
    input: OfMeeting.extend({
      minutes: z.string(),
      own: z.string().default('0'),
      people: z.string().default(''),
      recorded: z.enum(['yes', 'no']).default('no'),
    }),
    refill: async (values, errors, ctx) => {
      const m = await of.meetingOf(ctx, values.meeting ?? '');
      return m === null ? refusal('gone') : refilled(attendForm(m, null, of.routes), values, errors);
    },
    check: async ({ meeting, minutes, own, people }, ctx) => {
      const m = meeting === undefined ? null : await of.meetingOf(ctx, meeting);
      if (m === null) return {};
      const most = mostAttended(m);
      const all = minutesIn(minutes, 1, most);
      return found({
        minutes: minutes === undefined || all !== null ? null : say('meet.attend.error', { most, planned: m.minutes }),
        own: minutesIn(own, 0, all ?? most) === null ? say('meet.own.error', { most: all }) : null,
        people: peopleIn(people ?? '') === undefined ? say('meet.people.error') : null,
      });
    },
    decide: async (input, ctx) => {
      const m = await attendable(of, ctx, input.meeting);
      if ('refused' in m) return m;
      const minutes = minutesIn(input.minutes, 1, mostAttended(m)) ?? m.minutes;
      const attendance: Attendance = {
        // Sent again, it is the same one.
        ...{ id: await mineOf(ctx, m), owner: ctx.me, group: m.group, meeting: m.id, at: m.at },
        ...{ minutes, ownMinutes: minutesIn(input.own, 0, minutes) ?? 0 },
        ownRecorded: input.recorded === 'yes',
        people: peopleIn(input.people) ?? null,
      };
      return decided(show(of.routes.shown, { group: m.group, meeting: m.id }), {
        changes: [put(Attendances, attendance)],
      });
    },
  });

/** Taken back: a wrong tap. */
const dropOf = (of: Attendees) =>
  command({
    ...of.open,
    name: of.routes.drop,
    ack: 'private',
    input: OfMeeting,
    decide: async (input, ctx) => {
      const m = await notedMeeting(of, ctx, input.meeting);
      const mine = m && (await ctx.read.get(Attendances, await mineOf(ctx, m)));
      if (!m || mine === null) return refusal('gone');
      const isTheirs = (await of.meetingOf(ctx, m.id)) !== null;
      const ids = { group: m.group, meeting: m.id };
      // Once their invitation is cleared away, guests have no page of the meeting.
      const to = isTheirs ? show(of.routes.shown, ids) : show('curbside.home', {}, say('meet.attended.none'));
      const also = await ctx.raise('onLogRemoved', { ids: [mine.id] });
      return decided(to, { ...also, changes: [drop(Attendances, mine.id), ...also.changes] });
    },
  });

/** What I noted, and from three on how many were there: nobody sees who. */
const shownOf = (of: Attendees) =>
  query({
    ...of.open,
    name: of.routes.shown,
    ack: 'private',
    input: OfMeeting,
    show: async (input, ctx) => {
      const m = await notedMeeting(of, ctx, input.meeting);
      if (m === null) return refusal('gone');
      const mine = await ctx.read.get(Attendances, await mineOf(ctx, m));
      const n = await ctx.read.count(outlineOf(Attendances), 'meeting', { equal: m.id });
      return attendedCard(m, { mine, n: n >= fewest ? n : null, as: of });
    },
  });

export const attendance = [members, guests].flatMap((of) => [formOf(of), saveOf(of), dropOf(of), shownOf(of)]);
