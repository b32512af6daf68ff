import { z } from 'zod';
import { decided, put } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { consultationIn } from '../find.ts';
import { Consultations } from '../model.ts';
import { said } from './confirm.ts';

/** Owners stop anonymous posts by whoever wrote this one, without learning who it is. */
export const mute = command({
  name: 'consult.mute',
  who: 'owner',
  feature: 'consultation',
  ack: 'private',
  input: z.object({ group: z.string(), consultation: Id, on: z.enum(['yes', 'no']) }),
  decide: async (input, ctx) => {
    const c = await consultationIn(ctx, input.consultation);
    if (c === null || c.author.as !== 'anonymous') return refusal('gone');
    return decided(said(c, 'muted'), {
      changes: [put(Consultations, { ...c, muted: input.on === 'yes' })],
    });
  },
});
