import { type Msg, say } from '../../i18n/message.ts';
import { action, actions, body, card, item, list, msg, person, quiet, title, when } from '../../view/build.ts';
import type { Action, Block, Card, Item } from '../../view/view.ts';
import type { Consultation } from '../consultation/model.ts';
import type { Member } from '../group/model.ts';
import { isShipped, type Request, type Turn } from './model.ts';

/** Asking goes straight on where the question is known; else it is chosen first. */
export const askAction = (
  label: Msg,
  group: string,
  consultation: string | null,
  of: Record<string, string>,
): Action =>
  consultation === null
    ? action(label, 'experts.about', { group, ...of })
    : action(
        label,
        'experts.ask',
        { group, consultation, ...of },
        { confirm: say(of.beyond === 'yes' ? 'experts.ask.beyond' : 'experts.ask.confirm') },
      );

/** My open questions, to choose the one it is about. */
export const aboutCard = (
  group: string,
  questions: readonly Consultation[],
  of: {
    readonly wanted?: string | undefined;
    readonly expert?: string | undefined;
    readonly beyond?: 'yes' | undefined;
  },
): Card => {
  const chosen = {
    ...(of.wanted ? { wanted: of.wanted } : {}),
    ...(of.expert ? { expert: of.expert } : {}),
    ...(of.beyond ? { beyond: of.beyond } : {}),
  };
  return card(say('experts.about'), [
    title(say('experts.about')),
    list(
      questions.slice(0, 8).map((c) =>
        item([category(c)], {
          detail: [when(c.askedAt, 'relative')],
          quote: c.text?.question ?? '',
          actions: [askAction(say('experts.ask'), group, c.id, chosen)],
        }),
      ),
      say('experts.about.none'),
    ),
    ...(questions.length === 0 ? [actions(action(say('home.ask'), 'consult.ask', { group }, { tone: 'main' }))] : []),
  ]);
};

const category = ({ topic, urgency }: Consultation): Msg => say('line.category', { topic, urgency });

/** The request, to the colleague who is asked: a category and no word of the case. */
export const requestCard = (turn: Turn, c: Consultation, asker: Member | null): Card =>
  card(say('experts.request'), [
    body(say('experts.request')),
    body(category(c)),
    quiet(say('line.by'), asker === null ? msg(say('line.anonymous')) : person(asker.person, asker.credential)),
    ...(isElsewhere(turn, c) ? [quiet(say('experts.request.beyond'))] : []),
    quiet(say('experts.noDuty')),
    quiet(say('experts.request.no')),
    answers(turn, c),
  ]);

const answers = (turn: Turn, c: Consultation): Block =>
  actions(
    action(say('experts.yes'), 'experts.yes', { group: turn.group, turn: turn.id }, { tone: 'main' }),
    action(say('experts.no'), 'experts.no', { group: turn.group, turn: turn.id }),
    toQuestion(turn, c),
  );

const isElsewhere = (turn: Turn, c: Pick<Consultation, 'group'>): boolean => turn.group !== c.group;

/** The question itself; somebody of another group reads it alone, without its thread. */
const toQuestion = (turn: Turn, c: Consultation): Action =>
  isElsewhere(turn, c)
    ? action(say('experts.open.question'), 'experts.case', { group: turn.group, turn: turn.id })
    : openAction(c);

const openAction = (c: Pick<Consultation, 'id' | 'group'>): Action =>
  action(say('experts.open.question'), 'consult.show', { group: c.group, consultation: c.id });

/** The same on the home page. */
export const requestItem = (turn: Turn, c: Consultation): Item =>
  item([msg(say('experts.request'))], {
    detail: [category(c)],
    actions: [
      action(say('experts.yes'), 'experts.yes', { group: turn.group, turn: turn.id }, { tone: 'main' }),
      action(say('experts.no'), 'experts.no', { group: turn.group, turn: turn.id }),
      ...(isElsewhere(turn, c) ? [toQuestion(turn, c)] : []),
    ],
  });

/** A question of another group that I said I would answer, on the home page. */
export const takenItem = (turn: Turn, c: Consultation): Item =>
  item([msg(say('experts.taken.beyond'))], { detail: [category(c)], actions: [toQuestion(turn, c)] });

export const passedCard: Card = card(say('experts.passed'), [body(say('experts.passed'))]);

export const yesCard = (turn: Turn, c: Consultation): Card =>
  card(say('experts.yes.done'), [body(say('experts.yes.done')), actions(toQuestion(turn, c))]);

const ofRequest = (r: Request) => ({ id: r.consultation, group: r.group });

export const takenCard = (r: Request, by: string): Card =>
  card(say('experts.taken'), [
    body(say('experts.taken'), person(by)),
    quiet(say('experts.noDuty')),
    actions(openAction(ofRequest(r))),
  ]);

/** One sentence, whatever the reason. */
export const noOneCard = (r: Request): Card =>
  card(say('experts.none'), [body(say('experts.none')), actions(openAction(ofRequest(r)))]);

/** How a request stands, as blocks below the question that it is about. */
export function standingBlocks(r: Request): Block[] {
  if (r.status === 'looking') return [quiet(say('experts.looking'), when(r.until, 'dateTime'))];
  if (r.status === 'none') return [quiet(say('experts.none'))];
  if (r.status === 'taken') return [quiet(say('experts.taken'), ...(r.taker === null ? [] : [person(r.taker)]))];
  return [];
}

/** `some`: there is somebody to ask. */
export const standingCard = (c: Consultation, r: Request | null, some: boolean): Card =>
  card(say('experts.standing'), [
    title(say('experts.standing')),
    ...(r === null ? [body(say('experts.standing.none'))] : standingBlocks(r)),
    quiet(say('experts.noDuty')),
    actions(
      openAction(c),
      ...(r?.status === 'looking' || !some
        ? []
        : [action(say('experts.find'), 'experts.find', { group: c.group, consultation: c.id })]),
    ),
  ]);

/** Below a question of mine: who could be asked, by what it speaks of. */
export function suggestion(c: Pick<Consultation, 'id' | 'group'>, fit: readonly string[]): Block[] {
  const ids = { group: c.group, consultation: c.id };
  const shipped = fit.filter(isShipped).slice(0, 2);
  return [
    ...(fit.length === 0 ? [] : [quiet(say('experts.suggest'))]),
    actions(
      ...shipped.map((specialty) =>
        askAction(say('experts.askFor', { specialty }), c.group, c.id, { wanted: specialty }),
      ),
      action(say('experts.find'), 'experts.find', ids),
    ),
  ];
}
