import { z } from 'zod';
import { dueAt, Outbox, type OutboxRow } from '../../runtime/outbox/model.ts';
import { refusal } from '../../runtime/refusals.ts';
import { query, slash } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import { messagesOf } from './group-messages.ts';
import { statusCard } from './status-view.ts';

/**
 * `/curbside status`: whether everything runs in this group, what to do where it does not, and who to turn to. Counts only;
 * nothing about who asked or answered.
 */
export const status = query({
  name: 'curbside.status',
  who: 'anyone',
  ack: 'private',
  checks: true,
  slash: slash('curbside', 'status', 'help.status'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => {
    const { group } = ctx;
    if (group === null) return refusal('noGroup');
    const rules = (await ctx.gather('messageRules', null)).flat();
    const counted = (row: OutboxRow): boolean => rules.every((rule) => rule.counted || !rule.covers(row));
    const here = async (rows: readonly OutboxRow[]) => messagesOf(ctx.read, group.id, rows.filter(counted));
    const stuck = await here(await allOf(ctx.read, Outbox, 'stuck', { all: true }));
    const pending = await here(await allOf(ctx.read, Outbox, 'todo', { all: true }));
    return statusCard(group, {
      counts: (await ctx.gather('statusCounts', group)).flat(),
      // Only what is due: a count that rises at a press would tell when somebody asked anonymously.
      waiting: pending.filter((row) => dueAt(row) <= ctx.now).length,
      stuck: stuck.length,
      unknown: stuck.some((row) => row.status === 'unknown'),
      retried: pending.some((row) => row.tries > 0 && row.problem === null),
      problems: [...new Set(stuck.flatMap((row) => row.problem ?? []))],
      checks: group.owners.includes(ctx.me) ? ctx.checks : [],
      condition: ctx.condition,
      fingerprint: ctx.fingerprint,
      locale: ctx.locale,
    });
  },
});
