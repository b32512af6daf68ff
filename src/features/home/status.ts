import { z } from 'zod';
import type { Problem } from '../../ports/chat.ts';
import type { Asked } from '../../runtime/context.ts';
import { timeKey } from '../../runtime/jobs.ts';
import { Outbox, type OutboxRow } from '../../runtime/outbox/model.ts';
import { refusal } from '../../runtime/refusals.ts';
import { query, slash } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import { statusCard } from './status-view.ts';

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
    const rules = (await ctx.gather('messageRules', null)).flat();
    const messages = (rows: readonly OutboxRow[]): number =>
      rows.filter((row) => rules.every((rule) => rule.counted || !rule.covers(row))).length;
    const stuck = await allOf(ctx.read, Outbox, 'stuck', { all: true });
    return statusCard(ctx.group, {
      counts: (await ctx.gather('statusCounts', ctx.group)).flat(),
      // Only what is due: a count that rises at a press would tell when somebody asked anonymously.
      waiting: messages(await allOf(ctx.read, Outbox, 'todo', { upTo: `${timeKey(ctx.now)} ~` })),
      stuck: messages(stuck),
      problems: problemsOf(stuck),
      checks: ctx.group.owners.includes(ctx.me) ? ctx.checks : [],
    });
  },
});

/** What stands in the way, each once; of messages to one person nothing is said. */
const problemsOf = (rows: readonly OutboxRow[]): Problem[] => [
  ...new Set(rows.filter((r) => r.to.is !== 'direct').flatMap((r) => r.problem ?? [])),
];
