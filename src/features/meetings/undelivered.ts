import type { Context } from '../../runtime/context.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import type { OutboxRow } from '../../runtime/outbox/model.ts';
import { Groups } from '../group/model.ts';
import { GroupMeetings } from './model.ts';
import { lostOpeningCard } from './opening-views.ts';

/** The opening of a meeting did not arrive, or may not have: whoever facilitates and the owners can tell the others, and note attendance. */
export async function undeliveredOpening(ctx: Context, row: OutboxRow): Promise<Send[]> {
  const m = row.op === 'post' ? await ctx.read.get(GroupMeetings, row.subject) : null;
  const group = m && (await ctx.read.get(Groups, m.group));
  if (!m || !group) return [];
  const people = new Set([...(m.facilitator === null ? [] : [m.facilitator]), ...group.owners]);
  return [...people].map((person) => ({
    post: lostOpeningCard(m),
    id: ctx.ids.next(),
    to: { is: 'direct', person },
    subject: group.id,
    notBefore: ctx.now,
    orNextAnswer: true,
  }));
}
