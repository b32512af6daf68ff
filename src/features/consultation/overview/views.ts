import { say } from '../../../i18n/message.ts';
import { action, item, msg, when } from '../../../view/build.ts';
import type { Item } from '../../../view/view.ts';
import { type Delivery, deliveryWords } from '../delivery/model.ts';
import type { Consultation, Draft, Reply } from '../model.ts';
import { category, purposeOf, stateOf } from '../words.ts';
import { firstWords } from './first-words.ts';
import type { Listed, MyQuestion, Written } from './model.ts';

const ids = (c: Consultation) => ({ group: c.group, consultation: c.id });
const dot = say('word.dot');

/** One reply of those to a question of one's own. */
export const writtenItem = ({ r, by }: Written): Item =>
  item([by, msg(dot), when(r.at, 'relative')], { quote: r.text ?? '' });

/** A line of a list of questions, for a colleague: its first words, unless it is hidden, who asked, and what came of it. */
export function consultationItem({ c, by, replies, link }: Listed): Item {
  const text = c.hiddenAt === null && c.text !== null ? { quote: firstWords(c.text.question) } : {};
  return item([category(c)], {
    detail: [
      say('line.by'),
      by,
      dot,
      // That it is open goes without saying.
      ...(c.hiddenAt !== null || c.status !== 'open' ? [stateOf(c, false), dot] : []),
      ...(c.hiddenAt === null ? [say('own.replies', { n: replies }), dot] : []),
      when(c.askedAt, 'relative'),
      ...(link === null ? [] : [dot, link]),
    ],
    ...text,
    actions: [action(say('own.open'), 'consult.show', ids(c))],
  });
}

/** A question of one's own in a list, with its text and whether replies wait. */
export function questionItem({ c, replies, waiting, delivery, in: where }: MyQuestion): Item {
  const said = waiting > 0 ? say('own.waiting', { n: waiting }) : say('own.replies', { n: replies });
  const state = (c.status === 'open' ? deliveryWords(delivery) : null) ?? stateOf(c, true);
  return item([category(c)], {
    detail: [
      state,
      dot,
      ...(replies > 0 ? [said, dot] : []),
      when(c.askedAt, 'relative'),
      ...(where === null ? [] : [dot, where]),
    ],
    ...(c.text ? { quote: c.text.question } : {}),
    actions: [action(say('own.open'), 'consult.show', ids(c))],
  });
}

export const draftItem = (d: Draft): Item =>
  item([purposeOf(d), dot, when(d.at, 'relative')], {
    quote: d.fields.question ?? d.fields.text ?? '',
    actions: [action(say('own.open'), 'consult.preview', { group: d.group, draft: d.id })],
  });

/** A reply of one's own that did not reach its thread, or may not have. */
export const replyTroubleItem = (r: Reply, d: Delivery): Item =>
  item([say('reply.summary')], {
    detail: [deliveryWords(d) ?? say('delivery.changeHeld')],
    quote: r.text ?? '',
    actions: [action(say('mend.open'), 'consult.reply.show', { group: r.group, reply: r.id })],
  });

/** A reply of one's own that is hidden until it is mended. */
export const replyWaitingItem = (r: Reply): Item =>
  item([say('mend.summary')], {
    quote: r.text ?? '',
    actions: [action(say('mend.open'), 'consult.reply.show', { group: r.group, reply: r.id })],
  });
