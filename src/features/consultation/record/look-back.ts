import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { type Decision, decided, put, show } from '../../../runtime/decision.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { addDays, dateOf } from '../../../time/time.ts';
import { Consultations } from '../model.ts';
import { followUpJob } from './follow-up.ts';
import { lookBackDays } from './look-back-view.ts';
import { type ConsultationRecord, changes, Records } from './model.ts';
import { myRecord } from './open.ts';

const common = { who: 'member', feature: 'consultation', ack: 'private' } as const;
const OfRecord = z.object({ group: z.string(), record: Id });

const saved = (r: ConsultationRecord, note: 'lookBack.saved' | 'lookBack.set', rest: Pick<Decision, 'due'>): Decision =>
  decided(show('record.show', { group: r.group, record: r.id }, say(note)), { changes: [put(Records, r)], ...rest });

/**
 * “Did it change what you do?”: for its owner's record alone, also a locked one, of which it is no part that anybody signed.
 * It is counted nowhere.
 */
export const lookedBack = command({
  ...common,
  name: 'record.changed',
  input: OfRecord.extend({ changed: z.enum(changes) }),
  decide: async (input, ctx) => {
    const r = await myRecord(ctx, input.record);
    return 'refused' in r ? r : saved({ ...r, changed: input.changed }, 'lookBack.saved', { due: [] });
  },
});

/** A date to look back on, some days from today; a reminder comes on it unless the question was asked without a name. */
export const lookBackIn = command({
  ...common,
  name: 'record.lookBack',
  input: OfRecord.extend({ days: z.coerce.number().refine((n) => (lookBackDays as readonly number[]).includes(n)) }),
  decide: async (input, ctx: Context) => {
    const r = await myRecord(ctx, input.record);
    if ('refused' in r) return r;
    const followUpOn = addDays(dateOf(ctx.now, r.on.zone), input.days);
    const next = { ...r, followUpOn, changed: null };
    const about = r.consultation === null ? null : await ctx.read.get(Consultations, r.consultation);
    return saved(next, 'lookBack.set', { due: await followUpJob(ctx, next, about) });
  },
});
