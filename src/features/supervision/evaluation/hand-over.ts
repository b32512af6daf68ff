import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { decided, drop, isRefusal, put, type Refusal, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { common } from '../agreement/find.ts';
import { otherIn } from '../agreement/model.ts';
import { keptEvaluation, linkOf } from '../sign-off/kept.ts';
import { identifierProblems } from '../typed-texts.ts';
import { evaluationOf, type FoundEvaluation, ratingOf } from './find.ts';
import { readForm } from './forms.ts';
import { letter } from './letter.ts';
import {
  awaits,
  type Evaluation,
  Evaluations,
  evaluationLimits,
  missingIn,
  type RatingDraft,
  RatingDrafts,
  stepOf,
} from './model.ts';
import { OfEvaluation } from './rate.ts';

/** From now on the other one sees my ratings, and I can change them no more. */
export const handOver = command({
  ...common,
  name: 'supervision.evaluation.hand',
  ack: 'private',
  input: OfEvaluation,
  decide: async (input, ctx) => {
    const of = await ratingOf(ctx, input.evaluation);
    if (isRefusal(of)) return of;
    const { draft, role, evaluation: e, agreement: a } = of;
    const missing = draft === null ? null : missingIn(draft, role);
    if (draft === null || missing === null || missing.unrated + missing.unexplained > 0)
      return refusal('evaluationIncomplete');
    const handed = role === 'supervisee' ? selfRated(e, draft, ctx) : rated(e, draft, ctx);
    return decided(show('supervision.evaluation', { group: a.group, evaluation: e.id }, say('evaluation.handed')), {
      changes: [put(Evaluations, handed), drop(RatingDrafts, draft.id)],
      sends: letter(ctx, a, e.id, otherIn(a, ctx.me), role === 'supervisee' ? 'self' : 'rated'),
    });
  },
});

const selfRated = (e: Evaluation, draft: RatingDraft, ctx: Context): Evaluation => ({
  ...e,
  self: { ratings: draft.ratings, at: ctx.now },
});

const rated = (e: Evaluation, draft: RatingDraft, ctx: Context): Evaluation => ({
  ...e,
  rated: { ratings: draft.ratings, at: ctx.now },
  standards: draft.standards,
  goals: [
    ...e.goals.map((goal) => ({ ...goal, met: draft.met.includes(goal.id) })),
    ...draft.goals.map((text) => ({ id: ctx.ids.next(), text, carried: false, met: false })),
  ],
});

/** The supervisee reads first, and can add what they have to say; then the supervisor reads that too. */
export const read = query({
  ...common,
  name: 'supervision.evaluation.read',
  ack: 'form',
  input: OfEvaluation,
  show: async (about, ctx) => {
    const of = await readingOf(ctx, about.evaluation);
    if (isRefusal(of)) return of;
    return of.role === 'supervisee' ? readForm(about, {}) : refusal('superviseeOnly');
  },
});

async function readingOf(
  ctx: Context | Parameters<typeof evaluationOf>[0],
  id: string,
): Promise<FoundEvaluation | Refusal> {
  const of = await evaluationOf(ctx, id);
  if (isRefusal(of)) return of;
  const step = stepOf(of.evaluation);
  if (step === 'self' || step === 'rating' || awaits(of.evaluation) !== ctx.me) return refusal('evaluationTurn');
  return of;
}

export const saveRead = command({
  ...common,
  name: 'supervision.evaluation.read.save',
  scans: true,
  ack: 'private',
  input: OfEvaluation.extend({ statement: z.string().trim().max(evaluationLimits.statement).default('') }),
  refill: async ({ group = '', evaluation = '', ...values }, errors, ctx) => {
    const of = await readingOf(ctx, evaluation);
    return isRefusal(of) ? of : readForm({ group, evaluation }, values, errors);
  },
  check: async ({ statement = '' }, ctx) =>
    found(
      identifierProblems({ statement: { typed: statement, max: evaluationLimits.statement, field: 'statement' } }, ctx),
    ),
  decide: async ({ evaluation: id, statement }, ctx) => {
    const of = await readingOf(ctx, id);
    if (isRefusal(of)) return of;
    const { evaluation: e, agreement: a, role } = of;
    const after: Evaluation = {
      ...e,
      statement: role === 'supervisee' ? statement : e.statement,
      read: { ...e.read, [role]: ctx.now },
    };
    return decided(show('supervision.evaluation', { group: a.group, evaluation: id }, say('evaluation.read.saved')), {
      changes: [put(Evaluations, after), ...(stepOf(after) === 'locked' ? linkOf(ctx, a, keptEvaluation(after)) : [])],
      sends: role === 'supervisee' ? letter(ctx, a, id, otherIn(a, ctx.me), 'read') : [],
    });
  },
});
