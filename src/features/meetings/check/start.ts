import type { Context } from '../../../runtime/context.ts';
import { type Change, type DueChange, drop, put } from '../../../runtime/decision.ts';
import { due } from '../../../runtime/jobs.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { Outbox, rowsOf } from '../../../runtime/outbox/model.ts';
import { always } from '../../../time/durations.ts';
import type { Group } from '../../group/model.ts';
import { everyMs, GroupChecks, openMs, subjectOf } from './model.ts';
import { checkCard } from './views.ts';

interface Starting {
  readonly changes: Change[];
  readonly due: DueChange[];
  readonly sends: Send[];
}

/** With the first meeting in twelve weeks, the group is asked how it works: one post with a button, answered privately. Nothing changes the one before any more. */
export async function startsCheck(ctx: Context, group: Group): Promise<Starting> {
  const before = await ctx.read.get(GroupChecks, group.id);
  const waits = { id: group.id, lastAt: ctx.now, closesAt: null, row: null };
  if (before === null) return { changes: [put(GroupChecks, waits)], due: [], sends: [] };
  if (ctx.now - before.lastAt < everyMs) return { changes: [], due: [], sends: [] };
  const closesAt = ctx.now + openMs;
  const row = ctx.ids.next();
  const earlier = await rowsOf(ctx.read, subjectOf(group.id));
  const input = { group: group.id, at: String(ctx.now) };
  return {
    changes: [...earlier.map((one) => drop(Outbox, one.id)), put(GroupChecks, { ...waits, closesAt, row })],
    due: [{ schedule: due('meeting.check.release', group.id, String(ctx.now), closesAt, always, input) }],
    sends: [
      {
        post: checkCard(group.id, closesAt),
        id: row,
        to: { is: 'group', group: group.id },
        subject: subjectOf(group.id),
        notBefore: ctx.now,
        notAfter: closesAt,
      },
    ],
  };
}
