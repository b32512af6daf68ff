import { z } from 'zod';
import type { Context } from '../../runtime/context.ts';
import { type Decision, decided, show } from '../../runtime/decision.ts';
import { Outbox } from '../../runtime/outbox/model.ts';
import { command } from '../../runtime/route.ts';

/** The thread of a message was deleted on the platform, by a moderator perhaps. */
export const threadGone = command({
  name: 'platform.threadGone',
  who: 'platform',
  ack: 'silent',
  input: z.object({ under: z.string() }),
  decide: async (input, ctx) => ofMessage(ctx, input.under),
});

/** One message of ours was deleted on the platform. */
export const messageGone = command({
  name: 'platform.messageGone',
  who: 'platform',
  ack: 'silent',
  input: z.object({ ref: z.string() }),
  decide: async (input, ctx) => ofMessage(ctx, input.ref),
});

/** What it means is for the feature to say that the message belongs to. */
async function ofMessage(ctx: Context, ref: string): Promise<Decision> {
  const row = (await ctx.read.find(Outbox, 'ref', { equal: ref }, { limit: 1 })).docs[0];
  return decided(show('curbside.home'), row === undefined ? {} : await ctx.raise('onMessageGone', { row }));
}
