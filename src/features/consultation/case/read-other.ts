import { z } from 'zod';
import { decided, put, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { Drafts } from '../model.ts';
import { stale } from './preview.ts';

/** The author's word that they read what is not in English. Another change of the text takes it back. */
export const readOther = command({
  name: 'consult.attest.other',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: z.object({ group: z.string(), draft: Id, version: z.coerce.number().int(), on: z.enum(['yes', 'no']) }),
  decide: async (input, ctx) => {
    const draft = await ctx.read.get(Drafts, input.draft);
    if (draft === null) return refusal('draftGone');
    if (draft.version !== input.version) return stale(draft);
    return decided(show('consult.preview', { group: draft.group, draft: draft.id }), {
      changes: [put(Drafts, { ...draft, readOther: input.on === 'yes' })],
    });
  },
});
