import { z } from 'zod';
import type { Context } from '../../runtime/context.ts';
import { type Decision, decided, show } from '../../runtime/decision.ts';
import { Outbox, type OutboxRow } from '../../runtime/outbox/model.ts';
import { undeliveredName } from '../../runtime/outbox/undelivered.ts';
import { command } from '../../runtime/route.ts';
import { undeliveredLetters } from '../consultation/thread/undelivered.ts';
import { closed } from '../group/closed-channel.ts';
import { closures, Groups } from '../group/model.ts';

/** A message did not arrive, or may not have: whoever it concerns is told, and so are the owners of a closed channel. */
export const undelivered = command({
  name: undeliveredName,
  who: 'timer',
  ack: 'silent',
  input: z.object({ row: z.string() }),
  decide: async (input, ctx) => {
    const row = await ctx.read.get(Outbox, input.row);
    if (row === null) return decided(show('curbside.home'));
    const { changes, sends } = await closing(ctx, row);
    return decided(show('curbside.home'), { changes, sends: [...(await undeliveredLetters(ctx, row)), ...sends] });
  },
});

/** A channel that takes nothing from anybody: its owners hear of it, and nothing claims success there. */
async function closing(ctx: Context, row: OutboxRow): Promise<Pick<Decision, 'changes' | 'sends'>> {
  const group = row.to.is === 'group' ? await ctx.read.get(Groups, row.to.group) : null;
  const why = closures.find((one) => one === row.problem);
  return group === null || why === undefined ? { changes: [], sends: [] } : closed(ctx, group, why);
}
