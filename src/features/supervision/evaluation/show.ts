import { z } from 'zod';
import type { Asked } from '../../../runtime/context.ts';
import { isRefusal } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query, slash } from '../../../runtime/route.ts';
import { activeAgreements, agreementOf, common } from '../agreement/find.ts';
import { roles } from '../agreement/model.ts';
import { chooseCard } from '../agreement/views.ts';
import { isOver } from '../meeting/find.ts';
import { isAsKept, keptEvaluation } from '../sign-off/kept.ts';
import { dueOn, isEvaluated } from './cycle.ts';
import { evaluationOf, evaluationsIn, myDrafts } from './find.ts';
import { OfEvaluation } from './rate.ts';
import { commentsCard, evaluationCard, evaluationsCard } from './views.ts';

/** `/supervision evaluate`: the evaluations of an agreement, and the way to begin one. */
export const evaluate = query({
  ...common,
  name: 'supervision.evaluate',
  ack: 'private',
  slash: slash('supervision', 'evaluate', 'evaluation.help'),
  input: z.object({
    group: z.string().optional(),
    agreement: z.string().optional(),
    page: z.coerce.number().int().min(1).default(1),
  }),
  show: async ({ agreement, page }, ctx) => {
    const a = agreement === undefined ? await meantOf(ctx) : await agreementOf(ctx, agreement);
    if (isRefusal(a) || 'is' in a) return a;
    if (!isEvaluated(a)) return refusal('notEvaluated');
    const all = await evaluationsIn(ctx, a);
    return evaluationsCard(a, all, { me: ctx.me, due: dueOn(ctx, a, all), over: isOver(ctx, a) }, page);
  },
});

async function meantOf(ctx: Asked) {
  const all = [...(await activeAgreements(ctx, 'supervisee')), ...(await activeAgreements(ctx, 'supervisor'))];
  const open = all.filter((a) => isEvaluated(a) && a.endsOn === null);
  const [first] = open;
  if (first === undefined) return refusal('notEvaluated');
  return open.length > 1 ? chooseCard(open, ctx.me, 'supervision.evaluate') : first;
}

export const showEvaluation = query({
  ...common,
  name: 'supervision.evaluation',
  ack: 'private',
  input: OfEvaluation,
  show: async ({ evaluation }, ctx) => {
    const of = await evaluationOf(ctx, evaluation);
    if (isRefusal(of)) return of;
    const draft = (await myDrafts(ctx)).find((d) => d.evaluation === evaluation) ?? null;
    const asKept = await isAsKept(ctx, of.agreement, keptEvaluation(of.evaluation));
    return evaluationCard(of, { me: ctx.me, draft, asKept });
  },
});

/** The comments of one side, once that was handed over. */
export const showComments = query({
  ...common,
  name: 'supervision.evaluation.comments',
  ack: 'private',
  input: OfEvaluation.extend({ by: z.enum(roles) }),
  show: async ({ evaluation, by }, ctx) => {
    const of = await evaluationOf(ctx, evaluation);
    return isRefusal(of) ? of : commentsCard(of, by);
  },
});
