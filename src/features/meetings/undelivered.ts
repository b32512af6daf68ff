import type { Context } from '../../runtime/context.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import type { OutboxRow } from '../../runtime/outbox/model.ts';
import { Groups } from '../group/model.ts';
import { GroupMeetings } from './model.ts';
import { lostChangeCard, lostOpeningCard } from './opening-views.ts';

/** The opening of a meeting, or that it changed, did not arrive, or may not have: whoever facilitates and the owners can tell the others, and note attendance. */
export async function undeliveredOpening(ctx: Context, row: OutboxRow): Promise<Send[]> {
  const m = row.op === 'post' && row.to.is === 'group' ? await ctx.read.get(GroupMeetings, row.subject) : null;
  const group = m && (await ctx.read.get(Groups, m.group));
  if (!m || !group) return [];
  // What else goes to the channel about a meeting says that it moved or is canceled.
  const post = m.row === row.id ? lostOpeningCard(m) : lostChangeCard(m);
  const people = new Set([...(m.facilitator === null ? [] : [m.facilitator]), ...group.owners]);
  return [...people].map((person) => ({
    post,
    id: ctx.ids.next(),
    to: { is: 'direct', person },
    subject: group.id,
    notBefore: ctx.now,
    quiet: { group: group.id, before: m.at },
    orNextAnswer: true,
  }));
}
