import { z } from 'zod';
import { platformRoom } from '../../ports/chat.ts';
import type { Context } from '../../runtime/context.ts';
import { decided, show } from '../../runtime/decision.ts';
import { command } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { afterQuiet, instantOf } from '../../time/time.ts';
import { Groups, type Member, Members, memberId } from '../group/model.ts';
import { GroupMeetings } from './model.ts';
import { aboutPart } from './part-news.ts';
import { partCard } from './part-views.ts';
import { reminderJob, remindName } from './reminder.ts';
import { isAwayAt, partOf, partsIn } from './rota.ts';

const Input = z.object({
  meeting: Id,
  /** The one who was away when the others were told. */
  person: z.string().optional(),
});

/** When (ms) somebody who is away is back, as far as they said so. */
const backAt = ({ away }: Pick<Member, 'away'>): number =>
  away?.until ? instantOf(away.until, '00:00', away.zone) : Number.POSITIVE_INFINITY;

/**
 * The day before a meeting each presenter and the facilitator get one message, outside quiet hours; whoever is away gets it on
 * their return, and whoever switched messages off reads it at home.
 */
export const remind = command({
  name: remindName,
  who: 'timer',
  ack: 'silent',
  input: Input,
  decide: async (input, ctx: Context) => {
    const nothing = decided(show('curbside.home'));
    const m = await ctx.read.get(GroupMeetings, input.meeting);
    const group = m && (await ctx.read.get(Groups, m.group));
    if (!m || !group || m.status !== 'planned' || ctx.now >= m.at || group.gone !== null) return nothing;
    const open = afterQuiet(ctx.now, group.quiet, group.zone);
    if (open > ctx.now) return { ...nothing, due: open < m.at ? [reminderJob(m, open, input.person)] : [] };
    const people = partsIn(m).filter((one) => input.person === undefined || one === input.person);
    const ids = people.map((one) => memberId(m.group, one));
    const told = (await ctx.read.getMany(Members, ids)).flatMap((one) => (one?.messages ? [one] : []));
    const away = told.filter((one) => isAwayAt(one.away, ctx.now));
    return {
      ...nothing,
      due: away.filter((one) => backAt(one) < m.at).map((one) => reminderJob(m, backAt(one), one.person)),
      sends: told
        .filter((one) => !away.includes(one) && partOf(m, one.person) !== null)
        .map(({ person }, i) => ({
          ...aboutPart(ctx, m, person, partCard(m, person)),
          notBefore: ctx.now + i * platformRoom.directPauseMs,
        })),
    };
  },
});
