import { z } from 'zod';
import { decided, drop, show } from '../../../runtime/decision.ts';
import { due } from '../../../runtime/jobs.ts';
import { Outbox } from '../../../runtime/outbox/model.ts';
import { command } from '../../../runtime/route.ts';
import { always, dayMs } from '../../../time/durations.ts';
import { Askings } from '../model.ts';

const nothing = show('curbside.home');

const Tidy = z.object({
  row: z.string(),
  step: z.enum(['remove', 'forget', 'done']),
  /** The weekly question's week and document (`Askings`); left out where something else is taken back. */
  week: z.string().default(''),
  asking: z.string().default(''),
});

/** The jobs that take back the question of a week, and its reminder. */
export const tidyIds = (subject: string, week: string): string[] =>
  [week, `${week}r`].map((period) => due('checkin.tidy', subject, period, 0, always, {}).id);

/**
 * The window closed: the question is taken back, and a day later nothing here says whom it went to. What stays for the
 * rest of the week is that this week was asked, under a token that only the person's own key makes.
 */
export const tidy = command({
  who: 'timer',
  ack: 'silent',
  name: 'checkin.tidy',
  input: Tidy,
  decide: async ({ row: id, step, week, asking }, ctx) => {
    const row = await ctx.read.get(Outbox, id);
    if (row === null || step === 'done')
      return decided(nothing, { changes: asking === '' || step === 'forget' ? [] : [drop(Askings, asking)] });
    if (step === 'forget') return decided(nothing, { changes: [drop(Outbox, id)] });
    const { subject } = row;
    const forget = due('checkin.tidy', subject, `${id}f`, ctx.now + dayMs, always, { row: id, step: 'forget' });
    const done = { row: id, step: 'done', week, asking };
    return decided(nothing, {
      sends: [{ remove: id, subject }],
      due: [
        { schedule: forget },
        ...(week === '' ? [] : [{ schedule: due('checkin.tidy', subject, week, ctx.now + 5 * dayMs, always, done) }]),
      ],
    });
  },
});
