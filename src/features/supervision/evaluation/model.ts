import { z } from 'zod';
import { timeKey } from '../../../runtime/jobs.ts';
import { Id, kind } from '../../../storage/kind.ts';
import { dayMs } from '../../../time/durations.ts';
import type { Role } from '../agreement/model.ts';
import { competencies, needsComment, ratings, standards } from './competencies.ts';

/** Lengths in characters; `goals` is how many stand at once. */
export const evaluationLimits = { comment: 200, statement: 500, goals: 5, goal: 200 } as const;
/** How long ratings wait that were not handed over, since they were last changed. */
export const draftDays = 60;

const Rating = z.strictObject({
  competency: z.enum(competencies),
  value: z.enum(ratings),
  comment: z.string().max(evaluationLimits.comment),
});
export type Rating = z.output<typeof Rating>;

const Side = z.strictObject({ ratings: z.array(Rating), at: z.number() });

const Goal = z.strictObject({
  id: Id,
  text: z.string().min(1).max(evaluationLimits.goal),
  /** It comes from an earlier evaluation. */
  carried: z.boolean(),
  met: z.boolean(),
});
export type Goal = z.output<typeof Goal>;

const Standard = z.strictObject({ standard: z.enum(standards), on: z.string() });
export type Standard = z.output<typeof Standard>;

interface Steps {
  readonly supervisee: string;
  readonly supervisor: string | null;
  readonly self: unknown;
  readonly rated: unknown;
  readonly read: Readonly<Record<Role, number | null>>;
}

/** Where an evaluation stands: who rates next, who reads it, or that both did. */
export function stepOf(e: Steps): 'self' | 'rating' | 'supervisee' | 'supervisor' | 'locked' {
  if (e.self === null) return 'self';
  if (e.rated === null) return 'rating';
  if (e.read.supervisee === null) return 'supervisee';
  return e.read.supervisor === null ? 'supervisor' : 'locked';
}

/** Whose turn it is; null once it is locked, or of somebody who erased their data. */
export function awaits(e: Steps): string | null {
  const step = stepOf(e);
  if (step === 'locked') return null;
  return (step === 'self' || step === 'supervisee' ? e.supervisee : e.supervisor) || null;
}

/**
 * What a supervisor thinks of a supervisee's work, after their own view of it. Its fields are all there is: none leads to a
 * consultation, and nothing of one fits into it. It names people for their own lists only; whoever erased their data is ''.
 */
export const Evaluations = kind(
  'supervisionEvaluation',
  z.strictObject({
    id: Id,
    agreement: Id,
    supervisee: z.string(),
    supervisor: z.string().nullable(),
    /** Local dates: the time that it looks back on. */
    from: z.string(),
    to: z.string(),
    startedAt: z.number(),
    self: Side.nullable(),
    rated: Side.nullable(),
    standards: z.array(Standard),
    goals: z.array(Goal).max(20),
    statement: z.string().max(evaluationLimits.statement),
    /** When each said that they read it. That is no agreement. */
    read: z.strictObject({ supervisee: z.number().nullable(), supervisor: z.number().nullable() }),
    /** When the next one is due; null where nobody said. */
    nextOn: z.string().nullable(),
  }),
  {
    indexes: {
      agreement: (e) => e.agreement,
      supervisee: (e) => e.supervisee || null,
      supervisor: (e) => e.supervisor || null,
      waiting: awaits,
    },
    sealed: 'no',
    about: {
      what: 'An evaluation in supervision: both ratings with comments, standards reviewed, goals, a statement, who read it when',
      readBy: 'the supervisee and the supervisor of its agreement; one’s ratings not before they are handed over',
      keptFor: 'until it is deleted before anything was handed over; else 7 years after the agreement ended',
    },
  },
);
export type Evaluation = z.output<typeof Evaluations.schema>;

/** Ratings that are not handed over yet: the other of the two cannot open them. */
export const RatingDrafts = kind(
  'supervisionRatings',
  z.strictObject({
    id: Id,
    owner: z.string(),
    evaluation: Id,
    ratings: z.array(Rating),
    standards: z.array(Standard),
    /** Goals of earlier evaluations that are met, by id, and new ones. */
    met: z.array(Id),
    goals: z.array(z.string().max(evaluationLimits.goal)).max(evaluationLimits.goals),
    at: z.number(),
  }),
  {
    indexes: { owner: (d) => d.owner, at: (d) => timeKey((Math.floor(d.at / dayMs) + 1) * dayMs) },
    sealed: 'owner',
    about: {
      what: 'Ratings for an evaluation that are not handed over yet',
      readBy: 'their owner only',
      keptFor: '60 days after they were last changed, or until they are handed over',
    },
  },
);
export type RatingDraft = z.output<typeof RatingDrafts.schema>;

export const valueIn = (all: readonly Rating[], competency: Rating['competency']) =>
  all.find((one) => one.competency === competency)?.value ?? null;

/** What is still missing before ratings can be handed over: areas without a rating, and ratings without their comment. */
export function missingIn(draft: Pick<RatingDraft, 'ratings'>, role: Role): { unrated: number; unexplained: number } {
  const rated = draft.ratings;
  return {
    unrated: competencies.filter((one) => valueIn(rated, one) === null).length,
    unexplained: role === 'supervisee' ? 0 : rated.filter((r) => needsComment(r.value) && r.comment === '').length,
  };
}
