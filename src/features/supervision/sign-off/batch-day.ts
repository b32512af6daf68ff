import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { decided, put, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { body, form, option, pickField } from '../../../view/build.ts';
import { activeAgreements, common } from '../agreement/find.ts';
import { type Agreement, Agreements, defaultBatchDay, isSigned } from '../agreement/model.ts';
import { batchJob } from './batch.ts';

/** Monday first, as a working week goes; 0 is Sunday. */
const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;

/** The agreements in which I sign. */
const signedByMe = async (ctx: Asked): Promise<Agreement[]> =>
  (await activeAgreements(ctx, 'supervisor')).filter(isSigned);

/** On which day a supervisor is told what waits for their signature. */
export const batchDay = query({
  ...common,
  name: 'supervision.batchDay',
  ack: 'form',
  input: z.object({ group: z.string() }),
  show: async ({ group }, ctx) => {
    const [first] = await signedByMe(ctx);
    if (first === undefined) return refusal('noSupervisees');
    return form({
      title: say('supervision.batchDay'),
      intro: [body(say('supervision.batchDay.intro'))],
      fields: [
        pickField(
          'day',
          say('supervision.batchDay.day'),
          weekdays.map((weekday) => option(String(weekday), say('supervision.weekday', { day: weekday }))),
          { required: true, value: String(first.batchDay) },
        ),
      ],
      submit: say('supervision.batchDay.save'),
      do: 'supervision.batchDay.save',
      with: { group },
    });
  },
});

export const saveBatchDay = command({
  ...common,
  name: 'supervision.batchDay.save',
  ack: 'private',
  input: z.object({ group: z.string(), day: z.coerce.number().int().min(0).max(6) }),
  decide: async ({ group, day }, ctx) => {
    const all = (await signedByMe(ctx)).map((a) => ({ ...a, batchDay: day }));
    const [first] = all;
    if (first === undefined) return refusal('noSupervisees');
    return decided(show('supervision.sign', { group }, say('supervision.batchDay.saved', { day })), {
      changes: all.map((a) => put(Agreements, a)),
      due: [{ schedule: batchJob(ctx.now, first) }],
    });
  },
});

/** The day that a supervisor chose before, for one more agreement of theirs. */
export async function batchDayOf(ctx: Pick<Asked, 'read'>, supervisor: string | null): Promise<number> {
  if (supervisor === null) return defaultBatchDay;
  const others = await ctx.read.find(Agreements, 'supervisor', { equal: supervisor }, { limit: 100 });
  return others.docs.find(({ status }) => status === 'active')?.batchDay ?? defaultBatchDay;
}
