import { z } from 'zod';
import { decided, put } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { named } from '../authorship.ts';
import { consultationIn } from '../find.ts';
import { type Consultation, Consultations } from '../model.ts';
import { said } from './confirm.ts';
import { newReport } from './reports.ts';
import { channelCard, outcomeCard, outcomeReportedCard } from './views.ts';

/**
 * "Something identifies a person" in an outcome that was shared. It is taken out of the thread and out of the store for good: the decision
 * itself stands in its author's own record. A named author is told directly; nothing about an anonymous question goes to anybody.
 */
export const flagOutcome = command({
  name: 'consult.outcome.flag',
  atOnce: true,
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: z.object({ group: z.string(), consultation: Id }),
  decide: async (input, ctx) => {
    const before = await consultationIn(ctx, input.consultation);
    if (before === null) return refusal('gone');
    const { outcome: row, card } = before.rows;
    if (before.outcome === null || row === null) return decided(said(before, 'outcomeGone'));
    const c: Consultation = { ...before, outcome: null, report: newReport(ctx) };
    const { author } = c;
    return decided(said(c, 'outcomeGone'), {
      compact: true,
      changes: [put(Consultations, c)],
      sends: [
        { edit: row, view: outcomeCard(c), subject: c.id },
        { edit: card, view: channelCard(c, await named(ctx.read, c.group, author)), subject: c.id },
        ...(author.as === 'me'
          ? [
              {
                post: outcomeReportedCard,
                id: ctx.ids.next(),
                to: { is: 'direct' as const, person: author.person },
                subject: c.id,
                notBefore: ctx.now,
                quiet: { group: c.group },
                orNextAnswer: true,
              },
            ]
          : []),
      ],
    });
  },
});
