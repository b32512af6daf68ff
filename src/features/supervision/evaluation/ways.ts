import { say } from '../../../i18n/message.ts';
import { action } from '../../../view/build.ts';
import type { Action } from '../../../view/view.ts';
import { type Agreement, type Role, roles } from '../agreement/model.ts';
import { type Evaluation, missingIn, type RatingDraft, stepOf } from './model.ts';

export const idsOf = (a: Agreement, e: Evaluation) => ({ group: a.group, evaluation: e.id });

/** What whoever rates now can do with their draft; one of them is the next thing to do. */
export function draftActions(a: Agreement, e: Evaluation, draft: RatingDraft | null, role: Role): Action[] {
  const ids = idsOf(a, e);
  const { unrated, unexplained } = missingIn({ ratings: draft?.ratings ?? [] }, role);
  const main = { tone: 'main' } as const;
  return [
    action(say('evaluation.rate'), 'supervision.evaluation.rate', ids, unrated > 0 ? main : {}),
    ...(draft === null
      ? []
      : [
          action(
            say('evaluation.comments'),
            'supervision.evaluation.comment',
            ids,
            unrated === 0 && unexplained > 0 ? main : {},
          ),
        ]),
    ...(role === 'supervisor'
      ? [action(say('evaluation.standards.title'), 'supervision.evaluation.standards', ids)]
      : []),
    ...(unrated + unexplained === 0
      ? [
          action(say('evaluation.hand'), 'supervision.evaluation.hand', ids, {
            ...main,
            confirm: say('evaluation.hand.confirm', { role }),
          }),
        ]
      : []),
  ];
}

/** What either of the two can do with an evaluation, whoever's turn it is. */
export function waysOn(a: Agreement, e: Evaluation, role: Role, mine: boolean): Action[] {
  const ids = idsOf(a, e);
  const step = stepOf(e);
  const reads = mine && (step === 'supervisee' || step === 'supervisor');
  const commented = (by: Role): boolean =>
    ((by === 'supervisee' ? e.self : e.rated)?.ratings ?? []).some(({ comment }) => comment !== '');
  return [
    ...(reads && role === 'supervisee'
      ? [action(say('evaluation.read'), 'supervision.evaluation.read', ids, { tone: 'main' })]
      : []),
    ...(reads && role === 'supervisor'
      ? [
          action(say('evaluation.read.do'), 'supervision.evaluation.read.save', ids, {
            tone: 'main',
            confirm: say('evaluation.read.confirm'),
          }),
        ]
      : []),
    ...roles
      .filter(commented)
      .map((by) =>
        action(say('evaluation.commentsBy', { role: by }), 'supervision.evaluation.comments', { ...ids, by }),
      ),
    ...(step === 'self'
      ? [
          action(say('evaluation.delete'), 'supervision.evaluation.delete', ids, {
            tone: 'danger',
            confirm: say('evaluation.delete.confirm'),
          }),
        ]
      : []),
    action(say('evaluation.list'), 'supervision.evaluate', { group: a.group, agreement: a.id }),
  ];
}
