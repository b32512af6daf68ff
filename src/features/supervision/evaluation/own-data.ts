import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { type Retention, retention } from '../../../runtime/contributions.ts';
import { type Change, drop, put } from '../../../runtime/decision.ts';
import { allOf } from '../../../storage/find-all.ts';
import { outlineOf } from '../../../storage/sealing.ts';
import { dayMs } from '../../../time/durations.ts';
import { action, actions, body, day, line, typedLine } from '../../../view/build.ts';
import type { Block, Line } from '../../../view/view.ts';
import { myDrafts } from './find.ts';
import { draftDays, type Evaluation, Evaluations, type Rating, RatingDrafts, stepOf } from './model.ts';

/** The evaluations of all agreements in which I have or had a part. */
export async function myEvaluations(ctx: Asked): Promise<Evaluation[]> {
  const mine = { equal: ctx.me };
  return [
    ...(await allOf(ctx.read, Evaluations, 'supervisee', mine)),
    ...(await allOf(ctx.read, Evaluations, 'supervisor', mine)),
  ];
}

/** What was handed over to me or by me, and my ratings that were not. */
export async function evaluationLines(ctx: Asked): Promise<Line[]> {
  return [
    ...(await myEvaluations(ctx)).flatMap((e) => [
      line(say('evaluation.title'), day(e.from), day(e.to)),
      ...(e.self === null ? [] : ratingLines('supervisee', e.self.ratings)),
      ...(e.rated === null ? [] : ratingLines('supervisor', e.rated.ratings)),
      ...e.standards.map(({ standard, on }) =>
        line(say('evaluation.standards'), say('evaluation.standard', { standard }), day(on)),
      ),
      ...e.goals.map(({ text }) => typedLine(say('evaluation.goals'), text)),
      ...(e.statement === '' ? [] : [typedLine(say('evaluation.statement'), e.statement)]),
    ]),
    ...(await myDrafts(ctx)).flatMap((d) => [
      line(say('evaluation.draft')),
      ...d.ratings.flatMap(ratingLine),
      ...d.goals.map((text) => typedLine(say('evaluation.goals'), text)),
    ]),
  ];
}

const ratingLines = (role: 'supervisee' | 'supervisor', all: readonly Rating[]): Line[] => [
  line(say('meeting.by'), say('supervision.party', { role })),
  ...all.flatMap(ratingLine),
];

const ratingLine = ({ competency, value, comment }: Rating): Line[] => [
  line(say('evaluation.competency', { competency }), say('evaluation.rating', { value })),
  ...(comment === '' ? [] : [typedLine(say('evaluation.comments'), comment)]),
];

/** Evaluations in which it is my turn. */
export async function evaluationWaits(ctx: Asked, group: string): Promise<Block[]> {
  const waiting = (await ctx.read.find(Evaluations, 'waiting', { equal: ctx.me }, { limit: 20 })).docs;
  const [first] = waiting;
  return first === undefined
    ? []
    : [
        body(say('evaluation.home', { n: waiting.length })),
        actions(action(say('word.open'), 'supervision.evaluation', { group, evaluation: first.id })),
      ];
}

/** Ratings that nobody handed over go by their age: what they say stays closed to everybody but their owner. */
export const draftsOutlived = (now: number): Retention[] => [
  retention(outlineOf(RatingDrafts), 'at', now - draftDays * dayMs),
];

/**
 * Somebody is erased: what they did not hand over goes, and so does what is not finished, unless it is the other one's
 * already, by a rating of them. What both read stays to the other one, without the name.
 */
export async function evaluationsErased(ctx: Asked, gone: ReadonlySet<string>): Promise<Change[]> {
  return [
    ...(await myDrafts(ctx)).map((d) => drop(RatingDrafts, d.id)),
    ...(await myEvaluations(ctx)).map((e) => {
      const role = e.supervisee === ctx.me ? 'supervisee' : 'supervisor';
      const stays = stepOf(e) === 'locked' || (role === 'supervisor' && e.rated !== null);
      return gone.has(e.agreement) || !stays ? drop(Evaluations, e.id) : put(Evaluations, { ...e, [role]: '' });
    }),
  ];
}
