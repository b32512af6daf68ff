import { type Msg, say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { shownTime } from '../../runtime/typed-fields.ts';
import {
  action,
  actions,
  body,
  card,
  clock,
  dateField,
  facts,
  form,
  item,
  list,
  msg,
  option,
  person,
  pickField,
  place,
  quiet,
  quote,
  textField,
  thread,
  title,
  when,
} from '../../view/build.ts';
import type { Action, Block, Card, Form, Item, Span } from '../../view/view.ts';
import type { Consultation } from '../consultation/model.ts';
import type { Group } from '../group/model.ts';
import {
  type Attendance,
  agendaOf,
  lengths,
  type Meeting,
  mostSlots,
  places,
  quorum,
  repeats,
  type Series,
  type Slot,
} from './model.ts';

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

export const seriesCard = (group: string, all: readonly Series[], isOwner: boolean): Card =>
  card(say('meet.series'), [
    title(say('meet.series')),
    list(
      all.map((s) =>
        item([say('meet.repeats', { repeats: s.repeats }), clock(s.time)], {
          detail: [say('meet.minutes', { n: s.minutes }), say('word.dot'), say('meet.slots', { n: s.slots })],
          quote: s.title,
          actions: isOwner
            ? [
                action(
                  say('meet.series.end'),
                  'meeting.series.end',
                  { group, series: s.id },
                  { tone: 'danger', confirm: say('meet.series.end.confirm') },
                ),
              ]
            : [],
        }),
      ),
      say('meet.series.none'),
    ),
    actions(
      ...(isOwner ? [action(say('meet.series.new'), 'meeting.series.form', { group }, { tone: 'main' })] : []),
      action(say('meet.next'), 'meeting.next', { group }),
    ),
  ]);

export const seriesForm = (group: Group, locale: string): Form =>
  form({
    title: say('meet.series.new'),
    fields: [
      textField('title', say('meet.title'), { min: 1, max: lengths.title }, { required: true }),
      pickField(
        'repeats',
        say('meet.repeats.label'),
        repeats.map((one) => option(one, say('meet.repeats', { repeats: one }))),
        { required: true, value: 'weekly' },
      ),
      dateField('startsOn', say('meet.first'), { required: true }),
      textField('time', say('meet.time'), { max: 20 }, { required: true, value: shownTime('12:00', locale) }),
      textField('zone', say('meet.zone'), { max: 60, suggest: 'zones' }, { required: true, value: group.zone }),
      textField('minutes', say('meet.length'), { max: 20 }, { required: true, value: '60' }),
      pickField(
        'slots',
        say('meet.slots.label'),
        Array.from({ length: mostSlots }, (_, i) => option(String(i + 1), say('meet.slots', { n: i + 1 }))),
        { required: true, value: '2' },
      ),
      pickField(
        'place',
        say('meet.where'),
        places.map((one) => option(one, say('meet.place', { place: one }))),
        { required: true, value: 'channel' },
      ),
    ],
    submit: say('meet.series.save'),
    do: 'meeting.series.save',
    with: { group: group.id },
  });

export const attendForm = (m: Meeting): Form =>
  form({
    title: say('meet.attend'),
    intro: [quiet(say('meet.attend.private'))],
    fields: [
      textField('minutes', say('meet.attend.minutes'), { max: 20 }, { required: true, value: String(m.minutes) }),
      textField('own', say('meet.attend.own'), { max: 20 }, { hint: say('meet.attend.own.hint'), value: '0' }),
    ],
    submit: say('word.save'),
    do: 'meeting.attend.save',
    with: { group: m.group, meeting: m.id },
  });

/** `n`: how many noted it, where that may be said. */
export const attendedCard = (group: string, m: Meeting, mine: Attendance | null, n: number | null): Card => {
  const blocks: Block[] =
    mine === null
      ? [body(say('meet.attended.none'))]
      : [
          facts(
            [say('meet.when'), when(m.at, 'date')],
            [say('meet.attend.minutes'), say('meet.minutes', { n: mine.minutes })],
            [say('meet.attend.own'), say('meet.minutes', { n: mine.ownMinutes })],
          ),
        ];
  return card(say('meet.attended'), [
    title(say('meet.attended')),
    ...blocks,
    ...(n === null ? [] : [quiet(say('meet.attended.count', { n }))]),
    quiet(say('meet.attend.private')),
    actions(action(say('meet.next'), 'meeting.next', { group })),
  ]);
};
