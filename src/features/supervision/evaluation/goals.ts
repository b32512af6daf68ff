import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { isRefusal, type Refusal } from '../../../runtime/decision.ts';
import { type FieldProblem, found } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { checkedValue, dateReading } from '../../../runtime/typed-fields.ts';
import { linesOf, oneLine } from '../../../view/one-line.ts';
import { common, todayIn } from '../agreement/find.ts';
import type { Agreement } from '../agreement/model.ts';
import { identifierProblems } from '../typed-texts.ts';
import { standards } from './competencies.ts';
import { type FoundEvaluation, ratingOf } from './find.ts';
import { goalsLength, standardsForm } from './forms.ts';
import { type Evaluation, evaluationLimits, type RatingDraft } from './model.ts';
import { draftIn, kept, OfEvaluation } from './rate.ts';

/** The supervisor's part besides ratings: standards that were reviewed, and goals. */
export const reviewStandards = query({
  ...common,
  name: 'supervision.evaluation.standards',
  ack: 'form',
  input: OfEvaluation,
  show: async ({ group, evaluation }, ctx) => {
    const of = await supervisorsTurn(ctx, evaluation);
    if (isRefusal(of)) return of;
    const { draft } = of;
    const on = draft?.standards[0]?.on ?? todayIn(ctx, of.agreement);
    return standardsForm(of.evaluation, group, {
      standards: draft?.standards.map(({ standard }) => standard).join(',') ?? '',
      reviewedOn: on,
      met: draft?.met.join(',') ?? '',
      goals: draft?.goals.join('\n') ?? '',
    });
  },
});

async function supervisorsTurn(
  ctx: Asked,
  evaluation: string,
): Promise<(FoundEvaluation & { draft: RatingDraft | null }) | Refusal> {
  const of = await ratingOf(ctx, evaluation);
  return isRefusal(of) || of.role === 'supervisor' ? of : refusal('supervisorOnly');
}

const chosen = z
  .string()
  .default('')
  .transform((typed) => typed.split(',').filter(Boolean));
const Input = OfEvaluation.extend({
  standards: chosen.pipe(z.array(z.enum(standards))),
  reviewedOn: z.string().trim().default(''),
  met: chosen,
  goals: z.string().trim().max(goalsLength).default(''),
});
type Input = z.output<typeof Input>;

export const saveStandards = command({
  ...common,
  name: 'supervision.evaluation.standards.save',
  opensWith: 'supervision.evaluation.standards',
  scans: true,
  ack: 'private',
  input: Input,
  refill: async ({ group = '', evaluation = '', ...values }, errors, ctx) => {
    const of = await supervisorsTurn(ctx, evaluation);
    return isRefusal(of) ? of : standardsForm(of.evaluation, group, values, errors);
  },
  check: async (input, ctx) => {
    const of = await supervisorsTurn(ctx, input.evaluation ?? '');
    return isRefusal(of) ? {} : found(problems(input, ctx, of));
  },
  decide: async (input, ctx) => {
    const of = await supervisorsTurn(ctx, input.evaluation);
    if (isRefusal(of)) return of;
    const on = input.standards.length === 0 ? '' : checkedValue(reviewed(input.reviewedOn, ctx, of.agreement));
    const draft: RatingDraft = {
      ...draftIn(of, ctx),
      standards: [...new Set(input.standards)].map((standard) => ({ standard, on })),
      met: of.evaluation.goals.filter(({ id }) => input.met.includes(id)).map(({ id }) => id),
      goals: goalLines(input.goals),
    };
    return kept(of, draft, ctx);
  },
});

const goalLines = (typed: string): string[] => [...new Set(linesOf(typed).map(oneLine))];

const reviewed = (typed: string, ctx: Pick<Asked, 'now' | 'locale'>, a: Agreement) =>
  dateReading(typed, { today: todayIn(ctx, a), locale: ctx.locale, toward: 'past' }, 'date');

function problems(
  input: Partial<Input>,
  ctx: Asked,
  { agreement, evaluation }: FoundEvaluation,
): Record<string, FieldProblem | null> {
  const { goals = '', standards: some = [], met = [], reviewedOn = '' } = input;
  const read = some.length === 0 ? null : reviewed(reviewedOn, ctx, agreement);
  const late = read !== null && 'value' in read && read.value > todayIn(ctx, agreement);
  return {
    reviewedOn:
      read === null ? null : 'problem' in read ? read.problem : late ? say('evaluation.reviewedOn.error') : null,
    goals: goalsProblem(goals, openBefore(evaluation, met)),
    ...identifierProblems({ goals: { typed: goals, max: goalsLength, field: 'goals' } }, ctx),
  };
}

/** How many goals of before stay open. */
const openBefore = (e: Evaluation, met: readonly string[]): number =>
  e.goals.filter(({ id }) => !met.includes(id)).length;

function goalsProblem(typed: string, before: number): FieldProblem | null {
  const lines = goalLines(typed);
  if (lines.some((text) => text.length > evaluationLimits.goal)) return say('evaluation.goals.long');
  return lines.length > 0 && before + lines.length > evaluationLimits.goals ? say('evaluation.goals.many') : null;
}
