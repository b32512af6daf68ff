import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import type { Context } from '../../runtime/context.ts';
import { type DueChange, decided, put, show } from '../../runtime/decision.ts';
import { due } from '../../runtime/jobs.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { dayMs, minuteMs } from '../../time/durations.ts';
import { mayChange } from './may-change.ts';
import { endOf, GroupMeetings, isAttendable, type Meeting, partsOf } from './model.ts';
import { lateMs } from './now-views.ts';
import { redrawn } from './opening.ts';
import { meetingIn } from './planning.ts';
import { common } from './series.ts';

/** "5 more minutes". */
const moreMs = 5 * minuteMs;

/** When the time of a part is up, the card says so. Later than a part takes it says nothing new. */
const upJob = (m: Meeting): DueChange =>
  m.part === null
    ? { cancel: 'meeting.part', subject: m.id }
    : { schedule: due('meeting.part', m.id, 'once', m.part.until, 15 * minuteMs, { meeting: m.id }) };

/**
 * The facilitator's buttons: begin, next part, five more minutes. Owners have them, too, for a facilitator who did not come;
 * where nobody facilitates, anybody. `n` is the part that the
 * card showed, so that two taps move it on once.
 */
export const goOn = command({
  ...common,
  name: 'meeting.part.go',
  ack: 'private',
  input: z.object({
    group: z.string(),
    meeting: Id,
    act: z.enum(['next', 'more']),
    n: z.coerce.number().int().min(-1),
  }),
  decide: async (input, ctx) => {
    const m = await meetingIn(ctx, input.meeting);
    if (m === null || !isAttendable(m, ctx.now)) return refusal('gone');
    if (m.facilitator !== null && !mayChange(ctx, m)) return refusal('facilitatorOnly');
    const shown = (note: 'meet.box.moved' | 'meet.box.longer') =>
      show('meeting.agenda', { group: m.group, meeting: m.id }, say(note));
    if ((m.part?.n ?? -1) !== input.n) return decided(shown('meet.box.moved'));
    if (input.act === 'more' && m.part === null) return refusal('gone');
    const next = input.act === 'next' ? begun(m, input.n + 1, ctx.now) : longer(m, ctx.now);
    return decided(shown(input.act === 'next' ? 'meet.box.moved' : 'meet.box.longer'), {
      changes: [put(GroupMeetings, next)],
      sends: await redrawn(ctx, next),
      due: [isOver(next) ? { cancel: 'meeting.part', subject: m.id } : upJob(next)],
    });
  },
});

const begun = (m: Meeting, n: number, now: number): Meeting => ({
  ...m,
  part: { n, until: now + (partsOf(m)[n]?.minutes ?? 0) * minuteMs },
});

const longer = (m: Meeting, now: number): Meeting => ({
  ...m,
  part: m.part && { ...m.part, until: Math.max(now, m.part.until) + moreMs },
});

const isOver = (m: Meeting): boolean => m.part !== null && m.part.n >= partsOf(m).length;

/** The card is drawn anew when the time of the meeting is over, and once more when nothing of it can still go on. */
export const endJobs = (m: Meeting): DueChange[] =>
  [endOf(m), endOf(m) + lateMs].map((at, i) => ({
    schedule: due('meeting.end', m.id, String(i), at, dayMs, { meeting: m.id }),
  }));

/** A timer that has the card say what the time says. */
const redrawnBy = (name: string) =>
  command({
    name,
    who: 'timer',
    ack: 'silent',
    input: z.object({ meeting: Id }),
    decide: async ({ meeting }, ctx: Context) => {
      const m = await ctx.read.get(GroupMeetings, meeting);
      return decided(show('curbside.home'), { sends: m === null ? [] : await redrawn(ctx, m) });
    },
  });

export const meetingOver = redrawnBy('meeting.end');

/** The time of a part is up: the card says so, and waits for the facilitator. */
export const timeUp = redrawnBy('meeting.part');
