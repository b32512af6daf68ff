import { z } from 'zod';
import { platformRoom } from '../../ports/chat.ts';
import type { Context } from '../../runtime/context.ts';
import { type Change, put } from '../../runtime/decision.ts';
import { kind } from '../../storage/kind.ts';

/**
 * The next free moment of a community. Rows wait for theirs in the outbox, so that a whole practice at Monday 9:00
 * leaves one by one while anything else, here or in another community, goes at once.
 */
export const Paces = kind('checkinPace', z.object({ id: z.string(), next: z.number() }), {
  indexes: { id: (p) => p.id },
  sealed: 'no',
  about: { what: 'When the next private question may leave', readBy: 'the bot', keptFor: 'until the bot is removed' },
});

/** When to send, and the change that says that this moment is taken. */
export interface Pace {
  readonly at: number;
  readonly change: Change;
}

/** Takes the next free moment, once the change is part of the decision. */
export async function paced(ctx: Context): Promise<Pace> {
  const before = await ctx.read.get(Paces, 'pace');
  const at = Math.max(ctx.now, before?.next ?? 0);
  return { at, change: put(Paces, { id: 'pace', next: at + platformRoom.directPauseMs }) };
}
