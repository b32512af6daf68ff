import { z } from 'zod';
import type { Context } from '../../runtime/context.ts';
import { decided, show } from '../../runtime/decision.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { Outbox, type OutboxRow } from '../../runtime/outbox/model.ts';
import { undeliveredName } from '../../runtime/outbox/undelivered.ts';
import { command } from '../../runtime/route.ts';
import { type Closure, closures, type Group, Groups } from '../group/model.ts';

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
    const closed = await closure(ctx, row);
    if (closed === null) return decided(show('curbside.home'), told);
    const closing = await ctx.raise('onChannelClosed', closed);
    return decided(show('curbside.home'), {
      changes: [...told.changes, ...closing.changes],
      sends: onceEach(told.sends, closing.sends, closed.group.gone === closed.why ? closed.group.owners : []),
      due: [...told.due, ...closing.due],
    });
  },
});

/** The group whose channel takes nothing from anybody, and why; null where it is only this message. */
async function closure(ctx: Context, row: OutboxRow): Promise<{ group: Group; why: Closure } | null> {
  const group = row.to.is === 'group' ? await ctx.read.get(Groups, row.to.group) : null;
  const why = closures.find((one) => one === row.problem);
  return group === null || why === undefined ? null : { group, why };
}

/**
 * One message a person about a closed channel: an owner who is also the author reads in what is said of their own message
 * what is wrong. `knew`: owners who were told of the channel before; whoever posts in it now reads at once that it waits.
 */
function onceEach(own: readonly Send[], ofChannel: readonly Send[], knew: readonly string[]): Send[] {
  const informed = own.flatMap(recipient);
  return [
    ...own.filter((send) => !recipient(send).some((person) => knew.includes(person))),
    ...ofChannel.filter((send) => !recipient(send).some((person) => informed.includes(person))),
  ];
}

const recipient = (send: Send): string[] => ('post' in send && send.to.is === 'direct' ? [send.to.person] : []);
