import { type PlainKey, plain, say } from '../../../i18n/message.ts';
import { action, actions, body, card, quiet } from '../../../view/build.ts';
import type { Action, Block, Card } from '../../../view/view.ts';
import type { Delivery } from '../delivery/model.ts';
import type { Consultation, Reply } from '../model.ts';

const ofQuestion = (c: Consultation) => ({ group: c.group, consultation: c.id });
const ofReply = (r: Reply) => ({ group: r.group, reply: r.id });

/** What is known of a question that does not stand in the channel, and what its author can do. Empty when all is well. */
export function questionDelivery(c: Consultation, d: Delivery): Block[] {
  const again = action(say('own.again'), 'consult.again', ofQuestion(c), { tone: 'main' });
  if (d.is !== 'unknown') return known(d, again);
  const post = action(say('own.postAgain'), 'consult.again', ofQuestion(c), { tone: 'main' });
  if (d.part === 'line') return [body(say('own.unknownLine')), actions(post)];
  return [
    body(say(d.part === 'step' ? 'delivery.stepUnknown' : 'own.unknown')),
    actions(post, action(say('own.isThere'), 'consult.there', ofQuestion(c))),
  ];
}

/** The same for a reply. */
export function replyStanding(r: Reply, d: Delivery): Block[] {
  if (d.is !== 'unknown')
    return known(d, action(say('own.again'), 'consult.reply.again', ofReply(r), { tone: 'main' }));
  return [
    body(say('delivery.replyUnknown')),
    actions(
      action(say('own.postAgain'), 'consult.reply.again', ofReply(r), { tone: 'main' }),
      action(say('own.isThere'), 'consult.reply.there', ofReply(r)),
    ),
  ];
}

function known(d: Exclude<Delivery, { is: 'unknown' }>, again: Action): Block[] {
  if (d.is === 'delayed') return [quiet(say('delivery.delayed'))];
  if (d.is !== 'held' && d.is !== 'failed') return [];
  const held = d.is === 'held';
  const key = d.change
    ? held
      ? 'delivery.changeHeld'
      : 'delivery.changeFailed'
    : held
      ? 'delivery.held'
      : 'delivery.failed';
  return [body(plain(key)), body(say('delivery.remedy', { problem: d.problem })), actions(again)];
}

/** Told privately to a named author, at once. It says nothing of the case: the buttons lead to it. */
export function troubleCard(c: Consultation, d: Delivery): Card {
  const open = action(say('delivery.open'), 'consult.show', ofQuestion(c));
  return card(plain(summaryOf(d, 'question')), [...questionDelivery(c, d), actions(open)]);
}

export function replyTrouble(r: Reply, d: Delivery): Card {
  const open = action(say('delivery.open'), 'consult.reply.show', ofReply(r));
  return card(plain(summaryOf(d, 'reply')), [...replyStanding(r, d), actions(open)]);
}

/** The same to an expert of another group: `home` is theirs. */
export function troubleElsewhere(home: string, d: Delivery): Card {
  const change = 'change' in d && d.change;
  const key = change ? 'change' : d.is === 'held' || d.is === 'unknown' ? d.is : 'failed';
  return card(plain(summaryOf(d, 'reply')), [
    body(plain(`experts.reply.${key}`)),
    actions(action(say('experts.replies'), 'experts.replies', { group: home })),
  ]);
}

function summaryOf(d: Delivery, of: 'question' | 'reply'): PlainKey {
  if ('change' in d && d.change) return 'delivery.change';
  if ('part' in d && d.part === 'step') return d.is === 'unknown' ? 'delivery.stepDoubt' : 'delivery.step';
  if (d.is === 'unknown') return of === 'question' ? 'delivery.questionDoubt' : 'delivery.replyDoubt';
  const waits = d.is === 'held';
  if (of === 'question') return waits ? 'delivery.questionWaits' : 'delivery.question';
  return waits ? 'delivery.replyWaits' : 'delivery.reply';
}
