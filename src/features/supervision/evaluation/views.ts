import { say } from '../../../i18n/message.ts';
import {
  action,
  actions,
  body,
  card,
  day,
  facts,
  heading,
  item,
  list,
  quiet,
  quote,
  title,
  when,
} from '../../../view/build.ts';
import type { Action, Block, Card, Item, Span } from '../../../view/view.ts';
import { type Agreement, type Role, roles } from '../agreement/model.ts';
import { partyIn } from '../agreement/views.ts';
import { type Competency, competencies, needsComment } from './competencies.ts';
import type { FoundEvaluation } from './find.ts';
import { awaits, type Evaluation, missingIn, type Rating, type RatingDraft, stepOf, valueIn } from './model.ts';
import { draftActions, idsOf, waysOn } from './ways.ts';

const onPage = 8;

interface Seen {
  readonly me: string;
  readonly draft: RatingDraft | null;
  /** Whether it is as it was when both had read it; null where nothing says so. */
  readonly asKept: boolean | null;
}

/** An evaluation as one of the two sees it: what was handed over, and of what was not, their own. */
export function evaluationCard(
  { evaluation: e, agreement: a, role }: FoundEvaluation,
  { me, draft, asKept }: Seen,
): Card {
  const rates = awaits(e) === me && (stepOf(e) === 'self' || stepOf(e) === 'rating');
  return card(say('evaluation.title'), [
    title(say('evaluation.title'), say('word.dot'), ...period(e)),
    facts(
      [say('supervision.party', { role: 'supervisee' }), partyIn(a, 'supervisee')],
      [say('supervision.party', { role: 'supervisor' }), partyIn(a, 'supervisor')],
      ...(e.nextOn === null ? [] : [[say('evaluation.next'), day(e.nextOn)] as const]),
      ...roles.flatMap((one) => {
        const at = e.read[one];
        return at === null ? [] : [[say('evaluation.readBy', { role: one }), when(at, 'date')] as const];
      }),
    ),
    body(say('evaluation.step', { step: stepOf(e), mine: awaits(e) === me })),
    ...(rates ? draftBlocks(e, draft, role) : handedBlocks(e)),
    ...standardsBlocks(e),
    ...goalBlocks(e),
    ...(e.statement === '' ? [] : [quote(e.statement, say('evaluation.statement'))]),
    ...(asKept === null ? [] : [quiet(say('supervision.kept', { same: asKept }))]),
    quiet(say('evaluation.pairOnly')),
    actions(...(rates ? draftActions(a, e, draft, role) : []), ...waysOn(a, e, role, awaits(e) === me)),
  ]);
}

const period = (e: Evaluation): Span[] => [day(e.from), { is: 'msg', msg: say('supervision.to') }, day(e.to)];

const areaName = (competency: Competency) => say('evaluation.competency', { competency });

const ratedAs = (all: readonly Rating[], competency: Competency) => {
  const value = valueIn(all, competency);
  return value === null ? say('evaluation.unrated') : say('evaluation.rating', { value });
};

/** My ratings as they stand, beside what the supervisee handed over, and my comments. */
function draftBlocks(e: Evaluation, draft: RatingDraft | null, role: Role): Block[] {
  const mine = draft?.ratings ?? [];
  const { unrated, unexplained } = missingIn({ ratings: mine }, role);
  const { self } = e;
  const row = (competency: Competency) => {
    const uncommented = mine.some((one) => one.competency === competency && one.comment === '');
    const wanted = role === 'supervisor' && uncommented && needsComment(valueIn(mine, competency));
    return [
      areaName(competency),
      ...(self === null ? [] : [say('evaluation.mine')]),
      ratedAs(mine, competency),
      ...(wanted ? [say('word.dot'), say('evaluation.comment.needed')] : []),
      ...(self === null ? [] : [say('word.dot'), say('evaluation.self'), ratedAs(self.ratings, competency)]),
    ] as const;
  };
  return [
    facts(...competencies.map(row)),
    ...mine.flatMap(({ competency, comment }) => (comment === '' ? [] : [quote(comment, areaName(competency))])),
    ...(draft === null ? [] : draftMore(draft)),
    ...(unrated > 0 ? [body(say('evaluation.missing', { n: unrated }))] : []),
    ...(unexplained > 0 ? [body(say('evaluation.unexplained', { n: unexplained }))] : []),
    quiet(say('evaluation.draft')),
  ];
}

const draftMore = (draft: RatingDraft): Block[] => [
  ...(draft.standards.length === 0 ? [] : [facts(...draft.standards.map(standardRow))]),
  ...(draft.goals.length === 0 ? [] : [quote(draft.goals.join('\n'), say('evaluation.goals.new'))]),
];

/** Both ratings side by side, as far as they were handed over. The comments stand on pages of their own. */
function handedBlocks(e: Evaluation): Block[] {
  const { self, rated } = e;
  if (self === null) return [];
  const row = (competency: Competency) =>
    [
      areaName(competency),
      say('evaluation.self'),
      ratedAs(self.ratings, competency),
      ...(rated === null ? [] : [say('word.dot'), say('evaluation.supervisor'), ratedAs(rated.ratings, competency)]),
    ] as const;
  return [facts(...competencies.map(row))];
}

const standardRow = ({ standard, on }: Evaluation['standards'][number]) =>
  [say('evaluation.standard', { standard }), day(on)] as const;

const standardsBlocks = (e: Evaluation): Block[] =>
  e.standards.length === 0 ? [] : [heading(say('evaluation.standards')), facts(...e.standards.map(standardRow))];

const goalBlocks = (e: Evaluation): Block[] =>
  e.goals.length === 0
    ? []
    : [
        heading(say('evaluation.goals')),
        list(
          e.goals.map(
            (goal): Item =>
              item([say('evaluation.goal', { state: goal.met ? 'met' : 'open' })], {
                detail: goal.carried ? [say('evaluation.carried')] : [],
                quote: goal.text,
              }),
          ),
          say('evaluation.none'),
        ),
      ];

/** What one of the two wrote to their ratings. */
export function commentsCard({ evaluation: e, agreement: a }: FoundEvaluation, by: Role): Card {
  const side = by === 'supervisee' ? e.self : e.rated;
  return card(say('evaluation.commentsBy', { role: by }), [
    title(say('evaluation.commentsBy', { role: by }), partyIn(a, by)),
    list(
      (side?.ratings ?? [])
        .filter(({ comment }) => comment !== '')
        .map(({ competency, value, comment }) =>
          item([areaName(competency)], { detail: [say('evaluation.rating', { value })], quote: comment }),
        ),
      say('evaluation.comments.none'),
    ),
    actions(action(say('word.back'), 'supervision.evaluation', idsOf(a, e))),
  ]);
}

interface Reader {
  readonly me: string;
  readonly due: string | null;
  readonly over: boolean;
}

/** The evaluations of an agreement, the latest first. */
export function evaluationsCard(a: Agreement, all: readonly Evaluation[], reader: Reader, asked: number): Card {
  const pages = Math.max(1, Math.ceil(all.length / onPage));
  const page = Math.min(asked, pages);
  const ids = { group: a.group, agreement: a.id };
  const turn = (label: 'supervision.newer' | 'supervision.older', to: number): Action[] =>
    to < 1 || to > pages ? [] : [action(say(label), 'supervision.evaluate', { ...ids, page: String(to) })];
  const open = all.some((e) => stepOf(e) !== 'locked');
  return card(say('evaluation.list'), [
    title(say('evaluation.list')),
    facts(
      [say('supervision.party', { role: 'supervisee' }), partyIn(a, 'supervisee')],
      [say('supervision.party', { role: 'supervisor' }), partyIn(a, 'supervisor')],
      ...(reader.due === null ? [] : [[say('evaluation.next'), day(reader.due)] as const]),
    ),
    list(
      all.slice((page - 1) * onPage, page * onPage).map((e) =>
        item(period(e), {
          detail: [say('evaluation.step', { step: stepOf(e), mine: awaits(e) === reader.me })],
          actions: [action(say('word.open'), 'supervision.evaluation', idsOf(a, e))],
        }),
      ),
      say('evaluation.list.none'),
    ),
    ...(pages === 1 ? [] : [quiet(say('supervision.page', { page, pages }))]),
    quiet(say('evaluation.pairOnly')),
    actions(
      ...(open || reader.over
        ? []
        : [action(say('evaluation.start'), 'supervision.evaluation.start', ids, { tone: 'main' })]),
      ...turn('supervision.newer', page - 1),
      ...turn('supervision.older', page + 1),
      action(say('supervision.agreement.summary'), 'supervision.agreement', ids),
    ),
  ]);
}
