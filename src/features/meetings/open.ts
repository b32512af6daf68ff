import { z } from 'zod';
import { decided, drop, put, show } from '../../runtime/decision.ts';
import { command } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { Groups } from '../group/model.ts';
import { startsCheck } from './check/start.ts';
import { FollowUps } from './follow-up-model.ts';
import { guestsOf, hasAccepted } from './guest-model.ts';
import { toGuest } from './guest-news.ts';
import { guestOpeningCard, guestRenewCard } from './guest-views.ts';
import { endOf, GroupMeetings, openGraceMs, SeriesOf } from './model.ts';
import { slotsOf } from './next.ts';
import { followUpsFor, openingOf } from './opening.ts';
import { plan, regularTime } from './planning.ts';
import { settledSlots } from './structures.ts';
import { endJobs } from './time-box.ts';

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
    const following = await plan(ctx, series, Math.max(regularTime(m), ctx.now), m.n + 1);
    const slots = await slotsOf(ctx, { m, series, locale: group.locale });
    const structures = slots.map(({ structure }) => structure);
    const opened = { ...m, slots: settledSlots(m, structures), status: 'opened' as const };
    // However late this runs, the series goes on; a meeting that is long over is not opened any more.
    if (group.gone !== null || ctx.now > m.at + openGraceMs)
      return decided(home, { ...following, changes: [put(GroupMeetings, opened), ...following.changes] });
    const row = ctx.ids.next();
    const check = await startsCheck(ctx, group);
    const { now, over } = await followUpsFor(ctx.read, { series, m });
    return decided(home, {
      changes: [
        put(GroupMeetings, { ...opened, row }),
        ...now.map((f) => put(FollowUps, { ...f, meeting: m.id })),
        ...over.map((f) => drop(FollowUps, f.id)),
        ...following.changes,
        ...check.changes,
      ],
      due: [...following.due, ...check.due, ...endJobs(opened)],
      sends: [
        {
          post: await openingOf(ctx, { group, series, m: { ...opened, row } }),
          id: row,
          to: { is: 'group', group: group.id },
          subject: m.id,
          notBefore: ctx.now,
          notAfter: endOf(m),
        },
        ...(await guestsOf(ctx.read, m.id))
          .filter(({ agreedAt }) => agreedAt !== null)
          .map((one) => {
            const card = hasAccepted(ctx, group, one) ? guestOpeningCard(group, m, series) : guestRenewCard(m);
            return toGuest(ctx, m, one, card);
          }),
        ...check.sends,
      ],
    });
  },
});
