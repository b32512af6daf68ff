import { z } from 'zod';
import { openIn } from '../consultation/list.ts';
import { Members } from '../group/model.ts';
import { statusCard } from '../group/views.ts';
import type { Asked } from '../kernel/context.ts';
import { timeKey } from '../kernel/due.ts';
import { Outbox, type OutboxRow } from '../kernel/outbox.ts';
import { refusal } from '../kernel/refusals.ts';
import { query, slash } from '../kernel/route.ts';
import type { Found } from '../ports/store.ts';

/** `/curbside status`: whether everything runs, and who to turn to. Counts only; nothing about who asked or answered. */
export const status = query({
  name: 'curbside.status',
  who: 'anyone',
  ack: 'private',
  checks: true,
  slash: slash('curbside', 'status', 'help.status'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx: Asked) => {
    if (ctx.group === null) return refusal('noGroup');
    const count = async (work: Promise<{ docs: readonly unknown[] }>) => (await work).docs.length;
    const most = { limit: 1000 };
    return statusCard(ctx.group, {
      members: await count(ctx.read.find(Members, 'group', { equal: ctx.group.id }, most)),
      open: (await openIn(ctx, ctx.group.id)).length,
      // Only what is due: a count that rises at a press would tell when somebody asked anonymously.
      waiting: messages(await ctx.read.find(Outbox, 'todo', { upTo: `${timeKey(ctx.now)} ~` }, most)),
      stuck: messages(await ctx.read.find(Outbox, 'stuck', { all: true }, most)),
      checks: ctx.group.owners.includes(ctx.me) ? ctx.checks : [],
    });
  },
});

/** Check-ins are not counted: in a small group a number would say that somebody has them. */
const messages = ({ docs }: Found<OutboxRow>): number => docs.filter((r) => !r.subject.startsWith('checkin.')).length;
