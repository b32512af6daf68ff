import { z } from 'zod';
import { platformRoom } from '../../ports/chat.ts';
import type { Context } from '../../runtime/context.ts';
import { type DueChange, decided, show } from '../../runtime/decision.ts';
import { due } from '../../runtime/jobs.ts';
import { command } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { hourMs } from '../../time/durations.ts';
import { afterQuiet, instantOf } from '../../time/time.ts';
import { type Group, Groups, type Member, Members, memberId } from '../group/model.ts';
import { GroupMeetings, type Meeting } from './model.ts';
import { aboutPart } from './part-news.ts';
import { partCard } from './part-views.ts';
import { isAwayAt, partOf, partsIn } from './rota.ts';

const name = 'meeting.remind';
/** Reminders come a day before, and before a weekend or night that is quiet: at most so many hours earlier. */
const [leastHours, mostHours] = [24, 96];

const Input = z.object({
  meeting: Id,
  /** The one who was away when the others were told. */
  person: z.string().optional(),
});

const job = (m: Meeting, at: number, person?: string): DueChange => ({
  schedule: due(name, m.id, person ?? 'once', at, Math.max(0, m.at - at), {
    meeting: m.id,
    ...(person === undefined ? {} : { person }),
  }),
});

type Hours = Pick<Group, 'quiet' | 'zone'>;

/**
 * When (ms) those who have a part in a meeting are reminded: the last hour outside quiet time that is a day or more before it. A
 * meeting that is nearer is told of as soon as quiet time is over; null where it begins before that.
 */
export function remindAt(at: number, { quiet, zone }: Hours, now: number): number | null {
  const hours = Array.from({ length: mostHours - leastHours + 1 }, (_, i) => at - (leastHours + i) * hourMs);
  const wanted = hours.find((one) => afterQuiet(one, quiet, zone) === one) ?? at - leastHours * hourMs;
  const open = afterQuiet(Math.max(wanted, now), quiet, zone);
  return open < at ? open : null;
}

/** The reminder of a planned meeting, in place of an earlier one. */
export function reminder(m: Meeting, hours: Hours, now: number): DueChange[] {
  const at = remindAt(m.at, hours, now);
  return [{ cancel: name, subject: m.id }, ...(at === null ? [] : [job(m, at)])];
}

export const noReminder = (m: Pick<Meeting, 'id'>): DueChange => ({ cancel: name, subject: m.id });

/** When (ms) somebody who is away is back, as far as they said so. */
const backAt = ({ away }: Pick<Member, 'away'>): number =>
  away?.until ? instantOf(away.until, '00:00', away.zone) : Number.POSITIVE_INFINITY;

/**
 * The day before a meeting each presenter and the facilitator get one message, outside quiet hours; whoever is away gets it on
 * their return, and whoever switched messages off reads it at home.
 */
export const remind = command({
  name,
  who: 'timer',
  ack: 'silent',
  input: Input,
  decide: async (input, ctx: Context) => {
    const nothing = decided(show('curbside.home'));
    const m = await ctx.read.get(GroupMeetings, input.meeting);
    const group = m && (await ctx.read.get(Groups, m.group));
    if (!m || !group || m.status !== 'planned' || ctx.now >= m.at || group.gone !== null) return nothing;
    const open = afterQuiet(ctx.now, group.quiet, group.zone);
    if (open > ctx.now) return { ...nothing, due: open < m.at ? [job(m, open, input.person)] : [] };
    const people = partsIn(m).filter((one) => input.person === undefined || one === input.person);
    const ids = people.map((one) => memberId(m.group, one));
    const told = (await ctx.read.getMany(Members, ids)).flatMap((one) => (one?.messages ? [one] : []));
    const away = told.filter((one) => isAwayAt(one.away, ctx.now));
    return {
      ...nothing,
      due: away.filter((one) => backAt(one) < m.at).map((one) => job(m, backAt(one), one.person)),
      sends: told
        .filter((one) => !away.includes(one) && partOf(m, one.person) !== null)
        .map(({ person }, i) => ({
          ...aboutPart(ctx, m, person, partCard(m, person)),
          notBefore: ctx.now + i * platformRoom.directPauseMs,
        })),
    };
  },
});
