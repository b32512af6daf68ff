import { type Change, type DueChange, put } from '../../runtime/decision.ts';
import type { Hook } from '../../runtime/hooks.ts';
import { canceled } from './change.ts';
import { GroupMeetings, SeriesOf } from './model.ts';
import { jobsOf, plan, plannedOf, regularTime, seriesIn } from './planning.ts';

/**
 * The bot is back in a community that it was removed from, which took its jobs: meetings that are ahead open again, and one whose
 * time went by is canceled, with the next one of its series planned. Members accept the agreement anew by and by, so queues stay
 * as they were until then.
 */
export const meetAgain: Hook<'onGroupSetup'> = async (ctx, { before, group }) => {
  if (before?.gone !== 'uninstalled') return {};
  const series = await seriesIn(ctx.read, group.id);
  const changes: Change[] = [];
  const due: DueChange[] = [];
  for (const m of await plannedOf(ctx.read, group.id)) {
    const of = series.find(({ id }) => id === m.series);
    if (m.at > ctx.now) due.push(...jobsOf(m, group, ctx.now));
    else {
      const following = of === undefined ? null : await plan(ctx, of, Math.max(regularTime(m), ctx.now), m.n + 1);
      changes.push(put(GroupMeetings, canceled(m)), ...(following?.changes ?? []));
      if (of !== undefined) changes.push(put(SeriesOf, of));
      due.push(...(following?.due ?? []));
    }
  }
  return { changes, due };
};
