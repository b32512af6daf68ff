import { z } from 'zod';
import { Outbox } from '../../../runtime/outbox/model.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query } from '../../../runtime/route.ts';
import { isMine } from '../authorship.ts';
import { consultationIn } from '../find.ts';
import { logForm } from './open.ts';

/**
 * "Log this thread", from a message's own menu: for my question the record with who advised; for any other thread the
 * plain form of a consultation that happened elsewhere, as only the consultee keeps its record.
 */
export const logThread = query({
  name: 'consult.logThread',
  who: 'member',
  feature: 'consultation',
  ack: 'form',
  input: z.object({ group: z.string().optional(), thread: z.string().default(''), text: z.string().optional() }),
  show: async ({ thread }, ctx) => {
    const row = (await ctx.read.find(Outbox, 'ref', { equal: thread }, { limit: 1 })).docs[0];
    const c = row ? await consultationIn(ctx, row.subject) : null;
    if (c !== null && (await isMine(ctx, c))) {
      const form = await ctx.lookUp('record.form', { group: c.group, consultation: c.id });
      return form ?? refusal('unknownCommand');
    }
    return logForm(ctx);
  },
});
