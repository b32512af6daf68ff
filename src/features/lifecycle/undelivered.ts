import { z } from 'zod';
import type { Context } from '../../runtime/context.ts';
import { decided, show } from '../../runtime/decision.ts';
import type { Effects } from '../../runtime/hook-events.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { Outbox, type OutboxRow } from '../../runtime/outbox/model.ts';
import { undeliveredName } from '../../runtime/outbox/undelivered.ts';
import { command } from '../../runtime/route.ts';
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
    const told = await ctx.raise('onUndelivered', { row });
    const closing = await ofChannel(ctx, row);
    const informed = new Set(told.sends.flatMap(recipient));
    return decided(show('curbside.home'), {
      changes: [...told.changes, ...closing.changes],
      // Whoever is told of their own message reads there what is wrong with the channel: one message does.
      sends: [...told.sends, ...closing.sends.filter((send) => !recipient(send).some((p) => informed.has(p)))],
      due: [...told.due, ...closing.due],
    });
  },
});

const recipient = (send: Send): string[] => ('post' in send && send.to.is === 'direct' ? [send.to.person] : []);

/** A channel that takes nothing from anybody: nothing claims success there, and its owners hear of it. */
async function ofChannel(ctx: Context, row: OutboxRow): Promise<Pick<Effects, 'changes' | 'sends' | 'due'>> {
  const group = row.to.is === 'group' ? await ctx.read.get(Groups, row.to.group) : null;
  const why = closures.find((one) => one === row.problem);
  if (group === null || why === undefined) return { changes: [], sends: [], due: [] };
  return ctx.raise('onChannelClosed', { group, why });
}
