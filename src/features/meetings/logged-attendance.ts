import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { decided, drop, show } from '../../runtime/decision.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { action, actions, card, facts, quiet, title, when } from '../../view/build.ts';
import { logPlace, placeValues } from '../consultation/my-log/model.ts';
import { Attendances, isAttendable } from './model.ts';
import { meetingIn } from './planning.ts';
import { common } from './series.ts';

const OfAttendance = z.object({ group: z.string(), attendance: Id, ...logPlace });

/** A meeting in my log, which stays there longer than what the group keeps of it. */
export const showAttendance = query({
  ...common,
  name: 'meeting.attended.own',
  ack: 'private',
  input: OfAttendance,
  show: async ({ group, attendance, ...place }, ctx) => {
    const own = await ctx.read.get(Attendances, attendance);
    if (own === null) return refusal('gone');
    const m = await meetingIn(ctx, own.meeting);
    const canChange = m !== null && isAttendable(m, ctx.now);
    return card(say('meet.attended'), [
      title(say('meet.attended')),
      facts(
        [say('meet.when'), when(own.at, 'date')],
        [say('record.duration'), say('meet.minutes', { n: own.minutes })],
        [say('meet.attend.own'), say('meet.minutes', { n: own.ownMinutes })],
        ...(own.people === null ? [] : [[say('meet.attend.people'), say('status.count', { n: own.people })] as const]),
      ),
      ...(own.ownRecorded && own.ownMinutes > 0 ? [quiet(say('meet.attended.recorded'))] : []),
      quiet(say('meet.attend.private')),
      actions(
        ...(canChange ? [action(say('meet.attend.change'), 'meeting.attend', { group, meeting: own.meeting })] : []),
        action(
          say('meet.attend.drop'),
          'meeting.attended.drop',
          { group, attendance, ...placeValues(place) },
          { tone: 'danger', confirm: say('meet.attend.drop.confirm') },
        ),
        action(say('records.summary'), 'consult.records', { group, ...placeValues(place) }),
      ),
    ]);
  },
});

export const dropAttendance = command({
  ...common,
  name: 'meeting.attended.drop',
  ack: 'private',
  input: OfAttendance,
  decide: async ({ group, attendance, ...place }, ctx) => {
    const own = await ctx.read.get(Attendances, attendance);
    if (own === null) return refusal('gone');
    const also = await ctx.raise('onLogRemoved', { ids: [own.id] });
    return decided(show('consult.records', { group, ...placeValues(place) }, say('meet.attended.removed')), {
      ...also,
      changes: [drop(Attendances, own.id), ...also.changes],
    });
  },
});
