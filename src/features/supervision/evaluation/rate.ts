import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked, Context } from '../../../runtime/context.ts';
import { type Decision, decided, isRefusal, put, type Refusal, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { common } from '../agreement/find.ts';
import { identifierProblems } from '../typed-texts.ts';
import { type Competency, competencies, ratings } from './competencies.ts';
import { type FoundEvaluation, ratingOf } from './find.ts';
import { commentForm, ratingForm } from './forms.ts';
import { evaluationLimits, type Rating, type RatingDraft, RatingDrafts } from './model.ts';

export const OfEvaluation = z.object({ group: z.string(), evaluation: z.string() });

/** A field for every area. */
const perArea = <S extends z.ZodType>(field: S) =>
  Object.fromEntries(competencies.map((competency) => [competency, field])) as Record<Competency, S>;

/** What I have rated so far, or nothing yet. */
export const draftIn = (of: FoundEvaluation & { draft: RatingDraft | null }, ctx: Context): RatingDraft =>
  of.draft ?? {
    id: ctx.ids.next(),
    owner: ctx.me,
    evaluation: of.evaluation.id,
    ratings: [],
    standards: [],
    met: [],
    goals: [],
    at: ctx.now,
  };

/** The draft is kept, and its evaluation shown again. */
export const kept = (of: FoundEvaluation, draft: RatingDraft, ctx: Context): Decision =>
  decided(
    show(
      'supervision.evaluation',
      { group: of.agreement.group, evaluation: of.evaluation.id },
      say('evaluation.saved'),
    ),
    { changes: [put(RatingDrafts, { ...draft, at: ctx.now })] },
  );

export const rate = query({
  ...common,
  name: 'supervision.evaluation.rate',
  ack: 'form',
  input: OfEvaluation,
  show: async (about, ctx) => {
    const of = await ratingOf(ctx, about.evaluation);
    return isRefusal(of) ? of : ratingForm(about, valuesOf(of.draft, 'value'));
  },
});

export const saveRating = command({
  ...common,
  name: 'supervision.evaluation.rate.save',
  opensWith: 'supervision.evaluation.rate',
  ack: 'private',
  input: OfEvaluation.extend(perArea(z.enum(ratings).optional())),
  refill: async ({ group = '', evaluation = '', ...values }, errors, ctx) => {
    const of = await ratingOf(ctx, evaluation);
    return isRefusal(of) ? of : ratingForm({ group, evaluation }, values, errors);
  },
  decide: async (input, ctx) => {
    const of = await ratingOf(ctx, input.evaluation);
    if (isRefusal(of)) return of;
    const draft = draftIn(of, ctx);
    const rated = competencies.flatMap((competency): Rating[] => {
      const before = draft.ratings.find((one) => one.competency === competency);
      const value = input[competency] ?? before?.value;
      return value === undefined ? [] : [{ competency, value, comment: before?.comment ?? '' }];
    });
    return kept(of, { ...draft, ratings: rated }, ctx);
  },
});

export const comment = query({
  ...common,
  name: 'supervision.evaluation.comment',
  ack: 'form',
  input: OfEvaluation,
  show: async (about, ctx) => {
    const of = await commentable(ctx, about.evaluation);
    return isRefusal(of) ? of : commentForm(about, of.draft, of.role, valuesOf(of.draft, 'comment'));
  },
});

async function commentable(
  ctx: Asked,
  evaluation: string,
): Promise<(FoundEvaluation & { draft: RatingDraft }) | Refusal> {
  const of = await ratingOf(ctx, evaluation);
  if (isRefusal(of)) return of;
  const { draft } = of;
  return draft === null || draft.ratings.length === 0 ? refusal('rateFirst') : { ...of, draft };
}

export const saveComment = command({
  ...common,
  name: 'supervision.evaluation.comment.save',
  opensWith: 'supervision.evaluation.comment',
  scans: true,
  ack: 'private',
  input: OfEvaluation.extend(perArea(z.string().trim().max(evaluationLimits.comment).optional())),
  refill: async ({ group = '', evaluation = '', ...values }, errors, ctx) => {
    const of = await commentable(ctx, evaluation);
    return isRefusal(of) ? of : commentForm({ group, evaluation }, of.draft, of.role, values, errors);
  },
  check: async (input, ctx) =>
    found(
      identifierProblems(
        Object.fromEntries(
          competencies.map((one) => [
            one,
            { typed: input[one] ?? '', max: evaluationLimits.comment, field: 'comment' as const },
          ]),
        ),
        ctx,
      ),
    ),
  decide: async (input, ctx) => {
    const of = await commentable(ctx, input.evaluation);
    if (isRefusal(of)) return of;
    const rated = of.draft.ratings.map((one) => ({ ...one, comment: input[one.competency] ?? '' }));
    return kept(of, { ...of.draft, ratings: rated }, ctx);
  },
});

const valuesOf = (draft: RatingDraft | null, field: 'value' | 'comment'): Record<string, string> =>
  Object.fromEntries((draft?.ratings ?? []).map((one) => [one.competency, one[field]]));
