import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { decided, put, show } from '../../runtime/decision.ts';
import { command } from '../../runtime/route.ts';
import type { Block } from '../../view/view.ts';
import { Residents } from '../group/model.ts';

/** How colleagues' own records show me; only for somebody who is or was a member here. */
export async function byCredentialSwitch(ctx: Asked): Promise<Block[]> {
  const me = await ctx.read.get(Residents, ctx.me);
  if (me === null) return [];
  const label = say('privacy.byCredential');
  return [{ is: 'switch', label, on: me.byCredential, do: 'privacy.byCredential', with: {} }];
}

/** It counts at once, in records of earlier days too: they hold a reference, and the name is looked up on reading. */
export const byCredential = command({
  name: 'privacy.byCredential',
  who: 'anyone',
  ack: 'private',
  input: z.object({ on: z.enum(['yes', 'no']) }),
  decide: async ({ on }, ctx) => {
    const me = await ctx.read.get(Residents, ctx.me);
    const changed = { id: ctx.me, byCredential: on === 'yes' };
    return decided(show('curbside.privacy'), { changes: me === null ? [] : [put(Residents, changed)] });
  },
});
