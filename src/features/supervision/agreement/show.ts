import { z } from 'zod';
import { groupOf } from '../../../runtime/context.ts';
import { isRefusal } from '../../../runtime/decision.ts';
import { query, slash } from '../../../runtime/route.ts';
import { dateOf } from '../../../time/time.ts';
import { waitingIn } from '../waiting.ts';
import { agreementOf, common, myAgreements, todayIn } from './find.ts';
import { agreementCard, mineCard } from './views.ts';

/** `/supervision records`: all my agreements, and from there their entries. */
export const myPairs = query({
  ...common,
  name: 'supervision.mine',
  ack: 'private',
  slash: slash('supervision', 'records', 'supervision.help.records'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => {
    const group = groupOf(ctx);
    const all = [...(await myAgreements(ctx, 'supervisee')), ...(await myAgreements(ctx, 'supervisor'))];
    return mineCard(all, ctx.me, group.id, dateOf(ctx.now, ctx.zone ?? group.zone));
  },
});

export const showAgreement = query({
  ...common,
  name: 'supervision.agreement',
  ack: 'private',
  input: z.object({ group: z.string(), agreement: z.string() }),
  show: async ({ agreement }, ctx) => {
    const a = await agreementOf(ctx, agreement);
    return isRefusal(a) ? a : agreementCard(a, ctx, todayIn(ctx, a), (await waitingIn(ctx, a)).length);
  },
});
