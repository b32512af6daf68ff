import { type Msg, say } from '../../../i18n/message.ts';
import {
  action,
  actions,
  body,
  card,
  facts,
  item,
  list,
  msg,
  person,
  quiet,
  title,
  when,
} from '../../../view/build.ts';
import type { Action, Card, Item } from '../../../view/view.ts';
import { caseBlocks } from '../case/preview-view.ts';
import { type Delivery, deliveryWords } from '../delivery.ts';
import type { Consultation, Draft, Reply } from '../model.ts';
import { questionDelivery, replyStanding } from '../thread/delivery-views.ts';
import { category, purposeOf, stateOf } from '../words.ts';
import type { MyQuestion } from './model.ts';

const ids = (c: Consultation) => ({ group: c.group, consultation: c.id });

/** How a question stands to its author: first whether it is in the channel at all. */
const ownState = (c: Consultation, d: Delivery): Msg =>
  (c.status === 'open' ? deliveryWords(d) : null) ?? stateOf(c, true);

/** The author's own view of a question: the text, how it stands, the replies, and what can be done. */
export function ownCard(c: Consultation, delivery: Delivery, { replies, record }: Outcome): Card {
  const waiting = delivery.is === 'scheduled';
  return card(say('own.summary'), [
    title(category(c)),
    ...(c.author.as === 'anonymous' ? [quiet(say('own.anonymous'))] : []),
    ...(c.hiddenAt !== null ? [body(say('own.mend'))] : []),
    ...(c.text ? caseBlocks({ ...c.text }, {}) : []),
    waiting
      ? facts([say('own.appears'), when(delivery.at, 'time')])
      : facts([say('own.asked'), when(c.askedAt)], [say('own.status'), ownState(c, delivery)]),
    ...questionDelivery(c, delivery),
    ...(waiting
      ? []
      : [list(replies.filter((r) => !r.hidden && r.text !== null).map(replyItem), say('own.replies', { n: 0 }))]),
    actions(...ownActions(c, record, delivery)),
  ]);
}

/** What came of a question: the replies, and the record that its author wrote of it. */
interface Outcome {
  readonly replies: readonly Reply[];
  readonly record: string | null;
}

/** It did not reach the channel, so that nobody can have replied and it can simply be taken back. */
const isAway = (d: Delivery): boolean => (d.is === 'held' || d.is === 'failed') && !d.change;

function ownActions(c: Consultation, record: string | null, delivery: Delivery): Action[] {
  const remove = (label: 'own.remove' | 'own.back') =>
    action(
      say(label),
      'consult.remove',
      label === 'own.remove' ? ids(c) : { ...ids(c), only: 'waiting' },
      label === 'own.remove' ? { tone: 'danger', confirm: say('own.remove.confirm') } : {},
    );
  if (c.status === 'removed') return [];
  if (delivery.is === 'scheduled')
    return [action(say('own.now'), 'consult.now', ids(c), { tone: 'main' }), remove('own.back')];
  if (isAway(delivery)) return [action(say('own.edit'), 'consult.edit', ids(c)), remove('own.back')];
  const edit = action(say('own.edit'), 'consult.edit', ids(c), c.hiddenAt !== null ? { tone: 'main' } : {});
  const mend = c.hiddenAt !== null ? [edit] : [];
  if (c.status === 'closed') {
    const log =
      record === null
        ? action(say('own.logThis'), 'record.form', ids(c), { tone: 'main' })
        : action(say('followUp.open'), 'record.show', { group: c.group, record }, { tone: 'main' });
    return [...mend, log, remove('own.remove')];
  }
  return [
    ...(c.hiddenAt === null ? [action(say('case.reply'), 'consult.reply', ids(c), { tone: 'main' })] : []),
    action(say('own.closeRecord'), 'record.form', ids(c)),
    action(say('own.close'), 'consult.close', ids(c)),
    edit,
    remove('own.remove'),
  ];
}

const replyItem = (r: Reply): Item =>
  item(
    [
      r.author.as === 'me'
        ? person(r.author.person)
        : msg(
            say(
              r.author.as === 'former' ? 'privacy.former' : r.voice === 'asker' ? 'reply.theAsker' : 'reply.colleague',
            ),
          ),
      msg(say('word.dot')),
      when(r.at, 'relative'),
    ],
    {
      quote: r.text ?? '',
    },
  );

/**
 * What everybody else sees under "More" and "Open": the case as it stands in the thread (`posted`), unless it is hidden.
 * Owners can stop anonymous posts by an author whom nobody can name.
 */
export function othersCard(c: Consultation, posted: boolean, isOwner: boolean): Card {
  const anonymous = c.author.as === 'anonymous';
  const mute = action(
    say(c.muted ? 'mute.undo' : 'mute.action'),
    'consult.mute',
    { ...ids(c), on: c.muted ? 'no' : 'yes' },
    c.muted ? {} : { confirm: say('mute.confirm') },
  );
  const open = c.status === 'open';
  return card(category(c), [
    title(category(c)),
    ...(posted && c.hiddenAt === null && c.text ? caseBlocks({ ...c.text }, {}) : []),
    facts([say('own.asked'), when(c.askedAt)], [say('own.status'), stateOf(c, false)]),
    ...(anonymous ? [quiet(say(isOwner ? 'mute.unmask' : 'mute.unmaskMember'))] : []),
    actions(
      ...(open ? [action(say('case.reply'), 'consult.reply', ids(c), { tone: 'main' })] : []),
      ...(open && c.hiddenAt === null
        ? [
            action(say('case.flag'), 'consult.flag', ids(c), {
              confirm: say('case.flag.confirm'),
              yes: say('case.flag.yes'),
            }),
          ]
        : []),
      ...(anonymous && isOwner ? [mute] : []),
    ),
  ]);
}

/** One reply, to its author or to somebody else. */
export function ownReplyCard(r: Reply, mine: boolean, delivery: Delivery): Card {
  const values = { group: r.group, reply: r.id };
  return card(say('reply.summary'), [
    title(say('reply.summary')),
    ...(mine && r.hidden ? [body(say('own.mend'))] : []),
    ...(mine ? replyStanding(r, delivery) : []),
    ...(r.text !== null && (mine || !r.hidden) ? caseBlocks({ text: r.text }, {}) : [quiet(say('reply.hidden'))]),
    actions(
      ...(mine && r.text !== null
        ? [
            action(say('own.edit'), 'consult.reply.edit', values, { tone: 'main' }),
            action(say('own.remove'), 'consult.reply.remove', values, {
              tone: 'danger',
              confirm: say('reply.remove.confirm'),
            }),
          ]
        : []),
      action(say('word.open'), 'consult.show', { group: r.group, consultation: r.consultation }),
    ),
  ]);
}

/** A line of a list of questions, for a colleague: the text itself is behind "Open". */
export const consultationItem = (c: Consultation): Item =>
  item([category(c)], {
    detail: [stateOf(c, false), say('word.dot'), when(c.askedAt, 'relative')],
    actions: [action(say('word.open'), 'consult.show', ids(c))],
  });

/** A question of one's own in a list, with its text and whether replies wait. */
export function questionItem({ c, replies, waiting, delivery }: MyQuestion): Item {
  const said = waiting > 0 ? say('own.waiting', { n: waiting }) : say('own.replies', { n: replies });
  return item([category(c)], {
    detail: [
      ownState(c, delivery),
      say('word.dot'),
      ...(replies > 0 ? [said, say('word.dot')] : []),
      when(c.askedAt, 'relative'),
    ],
    ...(c.text ? { quote: c.text.question } : {}),
    actions: [action(say('word.open'), 'consult.show', ids(c), waiting > 0 ? { tone: 'main' } : {})],
  });
}

export const draftItem = (d: Draft): Item =>
  item([purposeOf(d), say('word.dot'), when(d.at, 'relative')], {
    quote: d.fields.question ?? d.fields.text ?? '',
    actions: [action(say('word.open'), 'consult.preview', { group: d.group, draft: d.id })],
  });

/** A reply of one's own that did not reach its thread, or may not have. */
export const replyTroubleItem = (r: Reply, d: Delivery): Item =>
  item([say('reply.summary')], {
    detail: [deliveryWords(d) ?? say('delivery.changeHeld')],
    quote: r.text ?? '',
    actions: [action(say('mend.open'), 'consult.reply.show', { group: r.group, reply: r.id }, { tone: 'main' })],
  });

/** A reply of one's own that is hidden until it is mended. */
export const replyWaitingItem = (r: Reply): Item =>
  item([say('mend.summary')], {
    quote: r.text ?? '',
    actions: [action(say('mend.open'), 'consult.reply.show', { group: r.group, reply: r.id }, { tone: 'main' })],
  });
