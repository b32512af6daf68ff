import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { decided, drop, isRefusal, show } from '../../../runtime/decision.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { untold } from '../../../runtime/outbox/untold.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { firstReminder } from '../evaluation/cycle.ts';
import { batchJob } from '../sign-off/batch.ts';
import { batchDayOf } from '../sign-off/batch-day.ts';
import { agreementOf, common } from './find.ts';
import { letter } from './letters.ts';
import { type Agreement, Agreements, awaited, isSigned, otherIn, roleIn } from './model.ts';
import { replacing } from './replace.ts';
import { withLink } from './terms.ts';

/** The message that asks for an answer, where it still waits for the end of quiet hours. */
const unproposed = (ctx: Context, a: Agreement): Promise<Send[]> =>
  untold(ctx.read, { subject: a.id, says: 'supervision.letter.proposal' });

const OfAgreement = z.object({ group: z.string(), agreement: z.string() });

/** The other one says yes: from now on hours can be logged. */
export const confirm = command({
  ...common,
  name: 'supervision.confirm',
  ack: 'private',
  input: OfAgreement,
  decide: async ({ agreement }, ctx) => {
    const a = await agreementOf(ctx, agreement);
    if (isRefusal(a)) return a;
    const to = show('supervision.agreement', { group: a.group, agreement: a.id }, say('supervision.confirmed'));
    if (a.status === 'active') return decided(to);
    if (awaited(a) !== ctx.me) return refusal('confirmOther');
    const by = roleIn(a, ctx.me) ?? 'supervisee';
    const asked = {
      ...a,
      status: 'active' as const,
      confirmedAt: ctx.now,
      batchDay: await batchDayOf(ctx, a.supervisor),
    };
    const { agreement: confirmed, changes, due } = await replacing(ctx, asked, by);
    return decided(to, {
      changes: [...changes, ...withLink(ctx, confirmed, 'agreed', by)],
      sends: [...(await unproposed(ctx, a)), ...letter(ctx, a, otherIn(a, ctx.me), 'confirmed')],
      due: [
        ...due,
        ...(isSigned(a) ? [{ schedule: batchJob(ctx.now, confirmed) }] : []),
        ...firstReminder(ctx, confirmed),
      ],
    });
  },
});

/** The other one says no, or whoever proposed it takes it back: nothing of it is kept. */
export const decline = command({
  ...common,
  name: 'supervision.decline',
  ack: 'private',
  input: OfAgreement,
  decide: async ({ agreement }, ctx) => {
    const a = await agreementOf(ctx, agreement);
    if (isRefusal(a)) return a;
    if (a.status === 'active') return refusal('agreementActive');
    const waiting = await unproposed(ctx, a);
    return decided(show('supervision.mine', { group: a.group }, say('supervision.declined')), {
      changes: [drop(Agreements, a.id)],
      // Whoever has not read of it yet need not read that it was withdrawn.
      sends:
        awaited(a) === ctx.me
          ? [...waiting, ...letter(ctx, a, otherIn(a, ctx.me), 'declined')]
          : waiting.length > 0
            ? waiting
            : letter(ctx, a, otherIn(a, ctx.me), 'withdrawn'),
    });
  },
});
