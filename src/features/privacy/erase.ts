import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { type Change, decided, drop, put, show } from '../../runtime/decision.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { Outbox } from '../../runtime/outbox/model.ts';
import { command, query } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import { body, card } from '../../view/build.ts';

/**
 * Erases a person here (GDPR article 17). Each feature says what that means for what it keeps of them; private messages to
 * them go, and the vault forgets their key, which makes every sealed copy unreadable, in old files too.
 */
export const erase = command({
  name: 'privacy.erase',
  atOnce: true,
  who: 'anyone',
  ack: 'private',
  input: z.object({ posts: z.enum(['keep', 'remove']).default('keep') }),
  decide: async ({ posts }, ctx) => {
    const objection = (await ctx.gather('eraseObjection', null)).find((one) => one !== null);
    if (objection) return objection;
    const all = await ctx.raise('onErased', { posts: posts === 'remove' });
    return decided(show('privacy.erased'), {
      ...all,
      changes: [...all.changes, ...(await toMe(ctx, all.sends))],
      forget: ctx.me,
      compact: true,
    });
  },
});

/**
 * Private messages to me, waiting, sent or failed: their rows go. One that is being taken away from the platform is
 * needed for that still; it stays for a day, addressed to nobody.
 */
async function toMe(ctx: Asked, leaving: readonly Send[]): Promise<Change[]> {
  const taken = new Set(leaving.flatMap((send) => ('remove' in send ? [send.remove] : [])));
  const rows = await allOf(ctx.read, Outbox, 'person', { equal: ctx.me });
  return rows.map((r) =>
    taken.has(r.id) ? put(Outbox, { ...r, to: { is: 'direct', person: '' } }) : drop(Outbox, r.id),
  );
}

export const erased = query({
  name: 'privacy.erased',
  who: 'anyone',
  ack: 'private',
  input: z.object({}),
  show: async (_input, ctx) =>
    card(say('privacy.summary'), [body(say('privacy.erased', { files: ctx.condition.oldBytes === null }))]),
});
