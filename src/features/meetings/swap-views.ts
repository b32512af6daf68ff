import { say } from '../../i18n/message.ts';
import { action, actions, body, card, person, quiet, when } from '../../view/build.ts';
import type { Action, Block, Card } from '../../view/view.ts';
import type { Meeting } from './model.ts';
import { goesLine, turnOf } from './part-views.ts';
import type { SwapAsk } from './swap-model.ts';

const answers = (m: Pick<Meeting, 'id' | 'group'>, from: string, tone: Action['tone']): Action[] => {
  const values = { group: m.group, meeting: m.id, from };
  return [
    action(say('meet.swap.agree'), 'meeting.swap.answer', { ...values, agree: 'yes' }, { tone }),
    action(say('meet.swap.decline'), 'meeting.swap.answer', { ...values, agree: 'no' }),
  ];
};

/** To the colleague who is asked. */
export const swapAskCard = (m: Meeting, from: string): Card =>
  card(say('meet.swap.summary'), [
    body(person(from), say('meet.swap.asks'), when(m.at)),
    quiet(say('meet.swap.asks.what')),
    actions(...answers(m, from, 'main')),
  ]);

/** The same on their own page and at the meeting, for whoever takes no private messages. */
export const askedOf = (asks: readonly SwapAsk[], me: string): Block[] =>
  asks
    .filter(({ to }) => to === me)
    .flatMap((ask) => [
      body(person(ask.from), say('meet.swap.asks'), when(ask.until)),
      actions(...answers({ id: ask.meeting, group: ask.group }, ask.from, 'plain')),
    ]);

/** To whoever asked, of the meeting as it was before: what the colleague did in it is theirs now. */
export const swapAnswerCard = (m: Meeting, from: string, by: string, agree: 'yes' | 'no'): Card =>
  card(say('meet.swap.answer'), [
    body(person(by), say(agree === 'yes' ? 'meet.swap.agreed' : 'meet.swap.no'), when(m.at)),
    ...(agree === 'yes' ? goesLine(turnOf(m, from)) : []),
    ...(agree === 'yes' && m.facilitator === by ? [body(say('meet.turn.facilitates'), when(m.at))] : []),
    actions(action(say('meet.next'), 'meeting.next', { group: m.group, meeting: m.id })),
  ]);
