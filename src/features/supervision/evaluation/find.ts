import type { Asked } from '../../../runtime/context.ts';
import { isRefusal, type Refusal } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { allOf } from '../../../storage/find-all.ts';
import { agreementOf } from '../agreement/find.ts';
import { type Agreement, type Role, roleIn } from '../agreement/model.ts';
import { awaits, type Evaluation, Evaluations, type RatingDraft, RatingDrafts, stepOf } from './model.ts';

export interface FoundEvaluation {
  readonly evaluation: Evaluation;
  readonly agreement: Agreement;
  readonly role: Role;
}

/** An evaluation of mine, as either of the two. To everybody else it reads as not there. */
export async function evaluationOf(ctx: Asked, id: string): Promise<FoundEvaluation | Refusal> {
  const evaluation = await ctx.read.get(Evaluations, id);
  const agreement = evaluation === null ? null : await agreementOf(ctx, evaluation.agreement);
  if (evaluation === null || agreement === null || isRefusal(agreement)) return refusal('noEvaluation');
  return { evaluation, agreement, role: roleIn(agreement, ctx.me) ?? 'supervisee' };
}

/** The same where it is my turn to rate. */
export async function ratingOf(
  ctx: Asked,
  id: string,
): Promise<(FoundEvaluation & { draft: RatingDraft | null }) | Refusal> {
  const of = await evaluationOf(ctx, id);
  if (isRefusal(of)) return of;
  const step = stepOf(of.evaluation);
  if ((step !== 'self' && step !== 'rating') || awaits(of.evaluation) !== ctx.me) return refusal('evaluationTurn');
  return { ...of, draft: await draftFor(ctx, id) };
}

/** My ratings that are not handed over. */
export const myDrafts = (ctx: Asked): Promise<RatingDraft[]> =>
  allOf(ctx.read, RatingDrafts, 'owner', { equal: ctx.me });

const draftFor = async (ctx: Asked, evaluation: string): Promise<RatingDraft | null> =>
  (await myDrafts(ctx)).find((d) => d.evaluation === evaluation) ?? null;

/** The latest evaluation of an agreement, or of the one whose place it took: its goals go on. */
export async function latestIn(
  ctx: Pick<Asked, 'read'>,
  a: Pick<Agreement, 'id' | 'replaces'>,
): Promise<Evaluation | undefined> {
  const [latest] = await evaluationsIn(ctx, a);
  return latest ?? (a.replaces === null ? undefined : (await evaluationsIn(ctx, { id: a.replaces }))[0]);
}

/** The evaluations of an agreement, the latest first. */
export const evaluationsIn = async (ctx: Pick<Asked, 'read'>, a: Pick<Agreement, 'id'>): Promise<Evaluation[]> =>
  (await allOf(ctx.read, Evaluations, 'agreement', { equal: a.id })).sort(
    (x, y) => y.to.localeCompare(x.to) || y.startedAt - x.startedAt,
  );
