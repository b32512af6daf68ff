import { z } from 'zod';
import type { Context } from '../../runtime/context.ts';
import { type Change, put } from '../../runtime/decision.ts';
import { kind } from '../../storage/kind.ts';

/**
 * Pause (ms) between two private questions in one community. Slack takes 50 `conversations.open` a minute (Tier 3,
 * docs.slack.dev/apis/web-api/rate-limits) and one message a second and channel; Discord warns of opening many direct
 * messages quickly (discord.com/developers/docs/resources/user#create-dm). This makes 40 a minute.
 */
export const paceMs = 1500;

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
  return { at, change: put(Paces, { id: 'pace', next: at + paceMs }) };
}
