import { z } from 'zod';
import { decided, drop, show } from '../../../runtime/decision.ts';
import { due } from '../../../runtime/jobs.ts';
import { Outbox } from '../../../runtime/outbox/model.ts';
import { command } from '../../../runtime/route.ts';
import { always, dayMs } from '../../../time/durations.ts';

const nothing = show('curbside.home');

/** The window closed: the question is taken back, and a day later nothing here says whom it went to. */
export const tidy = command({
  who: 'timer',
  ack: 'silent',
  name: 'checkin.tidy',
  input: z.object({ row: z.string(), step: z.enum(['remove', 'forget']) }),
  decide: async ({ row: id, step }, ctx) => {
    const row = await ctx.read.get(Outbox, id);
    if (row === null) return decided(nothing);
    if (step === 'forget') return decided(nothing, { changes: [drop(Outbox, id)] });
    const { subject } = row;
    const forget = due('checkin.tidy', subject, `${id}f`, ctx.now + dayMs, always, { row: id, step: 'forget' });
    return decided(nothing, { sends: [{ remove: id, subject }], due: [{ schedule: forget }] });
  },
});
