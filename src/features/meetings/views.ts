import { type Msg, say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
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
  place,
  quiet,
  quote,
  thread,
  title,
  when,
} from '../../view/build.ts';
import type { Action, Card, Item, Span } from '../../view/view.ts';
import type { Consultation } from '../consultation/model.ts';
import type { Group } from '../group/model.ts';
import { agendaOf, type Meeting, quorum, type Series, type Slot } from './model.ts';

/** A slot with its question as far as it can be read, and the message under which its thread is. */
export interface ShownSlot {
  readonly slot: Slot;
  readonly c: Consultation | null;
  readonly ref: string | null;
}

interface Shown {
  readonly m: Meeting;
  readonly series: Series;
  readonly slots: readonly ShownSlot[];
}

const category = ({ topic, urgency }: Consultation): Msg => say('line.category', { topic, urgency });

const presenterOf = ({ slot, c }: ShownSlot): Span =>
  slot.presenter !== null ? person(slot.presenter) : msg(say(c === null ? 'meet.nobody' : 'meet.read'));

/** A slot says who presents, and of its question the category and the way to the thread: no word of the case. */
function slotItem(one: ShownSlot, channel: string, ways: readonly Action[]): Item {
  const { c, ref } = one;
  return item([say('meet.presents'), presenterOf(one)], {
    detail:
      c === null
        ? [say('meet.open.slot')]
        : [category(c), ...(ref === null ? [] : [say('word.dot'), thread(say('posted.openThread'), channel, ref)])],
    actions: ways,
  });
}

const where = (series: Series, group: Group): Span[] =>
  series.place === 'voice' ? [msg(say('meet.voice'))] : [place(group.channel)];

/** The next meeting, to a member: what they can do about it. */
export function meetingCard(ctx: Asked, { m, series, slots }: Shown): Card {
  const group = ctx.group as Group;
  const ids = { group: m.group, meeting: m.id };
  const mine = (slot: Slot): boolean => slot.presenter === ctx.me;
  const back = (slot: Slot): Action[] =>
    slot.consultation === null || !(mine(slot) || slot.presenter === null)
      ? []
      : [action(say('meet.takeBack'), 'meeting.takeBack', { ...ids, consultation: slot.consultation })];
  return card(say('meet.next'), [
    title(say('meet.next')),
    quote(series.title),
    facts(
      [say('meet.when'), when(m.at)],
      [say('meet.length'), say('meet.minutes', { n: m.minutes })],
      [say('meet.where'), ...where(series, group)],
      [say('meet.facilitator'), m.facilitator === null ? say('meet.nobody') : person(m.facilitator)],
    ),
    list(
      slots.map((one) => slotItem(one, group.channel, back(one.slot))),
      say('meet.nobody'),
    ),
    actions(
      action(say('meet.bring'), 'meeting.bring', { group: m.group }, { tone: 'main' }),
      ...(m.slots.some(mine)
        ? [action(say('meet.pass'), 'meeting.pass', ids, { confirm: say('meet.pass.confirm') })]
        : m.facilitator === null
          ? [action(say('meet.facilitate'), 'meeting.facilitate', ids)]
          : []),
      action(say('meet.agenda'), 'meeting.agenda', ids),
    ),
  ]);
}

export const noMeetingCard = (group: Group): Card =>
  card(say('meet.next'), [
    title(say('meet.next')),
    body(say('meet.none')),
    actions(action(say('meet.series'), 'meeting.series', { group: group.id })),
  ]);

/** The parts of a meeting, with their minutes. */
export function agendaCard(m: Meeting, slots: readonly ShownSlot[]): Card {
  const { arrive, privacy, followUps, each, close } = agendaOf(m.minutes, m.slots.length);
  const minutes = (n: number): Msg => say('meet.minutes', { n });
  return card(say('meet.agenda'), [
    title(say('meet.agenda')),
    facts(
      [say('meet.part', { part: 'arrive' }), minutes(arrive)],
      [say('meet.part', { part: 'privacy' }), minutes(privacy)],
      [say('meet.part', { part: 'followUps' }), minutes(followUps)],
      ...slots.map(
        (one, i) => [say('meet.case', { n: i + 1 }), presenterOf(one), say('word.dot'), minutes(each)] as const,
      ),
      [say('meet.part', { part: 'close' }), minutes(close)],
    ),
    quiet(say('meet.questions')),
  ]);
}

/** Clauses of the agreement that are read one after another, one a meeting. */
const clauses = [
  say('agreement.notSupervision'),
  say('agreement.responsible'),
  say('agreement.deidentify'),
  say('agreement.recognise'),
  say('agreement.conflicts'),
  say('agreement.purpose'),
];

/** Posted in the channel when a meeting begins. */
export const openingCard = (group: Group, { m, series, slots }: Shown): Card =>
  card(say('meet.opening'), [
    title(say('meet.opening')),
    quote(series.title),
    body(clauses[m.n % clauses.length] ?? say('agreement.responsible')),
    quiet(say('agreement.confidential')),
    facts(
      [say('meet.facilitator'), m.facilitator === null ? say('meet.nobody') : person(m.facilitator)],
      [say('meet.length'), say('meet.minutes', { n: m.minutes })],
      [say('meet.where'), ...where(series, group)],
    ),
    list(
      slots.map((one) => slotItem(one, group.channel, [])),
      say('meet.nobody'),
    ),
    quiet(say('meet.quorum', { n: quorum })),
    quiet(say('meet.voiceNote')),
    actions(
      action(say('meet.attend'), 'meeting.attend', { group: m.group, meeting: m.id }, { tone: 'main' }),
      action(say('meet.agenda'), 'meeting.agenda', { group: m.group, meeting: m.id }),
    ),
  ]);

/** To whoever facilitates, and the owners, when that card is not known to have arrived. */
export const lostOpeningCard = (m: Meeting): Card =>
  card(say('meet.lost'), [
    body(say('meet.lost')),
    actions(
      action(say('meet.attend'), 'meeting.attend', { group: m.group, meeting: m.id }),
      action(say('meet.agenda'), 'meeting.agenda', { group: m.group, meeting: m.id }),
    ),
  ]);

export const bringCard = (group: string, questions: readonly Consultation[], m: Meeting | null): Card =>
  card(say('meet.bring'), [
    title(say('meet.bring')),
    ...(m === null ? [body(say('meet.none'))] : [quiet(say('meet.bring.next'), when(m.at))]),
    list(
      m === null
        ? []
        : questions.slice(0, 8).map((c) =>
            item([category(c)], {
              detail: [say(c.author.as === 'anonymous' ? 'meet.read' : 'meet.yours')],
              quote: c.text?.question ?? '',
              actions: [action(say('meet.put'), 'meeting.put', { group, consultation: c.id })],
            }),
          ),
      say('meet.bring.none'),
    ),
    actions(action(say('meet.next'), 'meeting.next', { group })),
  ]);
