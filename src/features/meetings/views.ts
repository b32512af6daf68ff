import { type Msg, say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import type { MeetingStructure } from '../../runtime/contributions.ts';
import {
  action,
  actions,
  body,
  card,
  facts,
  item,
  list,
  listed,
  msg,
  person,
  place,
  quiet,
  quote,
  thread,
  title,
} from '../../view/build.ts';
import type { Action, Block, Card, Item, Span } from '../../view/view.ts';
import type { Consultation } from '../consultation/model.ts';
import type { Group } from '../group/model.ts';
import type { Guest } from './guest-model.ts';
import { guestList } from './guest-news-views.ts';
import { mayChange } from './may-change.ts';
import { isTaken, type Meeting, type Series, type Slot } from './model.ts';
import { lastBlocks } from './now-views.ts';
import { absentAction, passAction } from './part-views.ts';
import { presents } from './rota.ts';
import type { SwapAsk } from './swap-model.ts';
import { askedOf } from './swap-views.ts';
import { themeSlotFor } from './theme.ts';
import { meetingTime } from './zones.ts';

/** A slot with its question as far as it can be read, and the message under which its thread is. */
export interface ShownSlot {
  readonly slot: Slot;
  readonly c: Consultation | null;
  readonly structure: MeetingStructure | null;
  readonly ref: string | null;
}

export interface Shown {
  readonly m: Meeting;
  readonly series: Series;
  readonly slots: readonly ShownSlot[];
  readonly guests: readonly Guest[];
}

export const category = ({ topic, urgency }: Consultation): Msg => say('line.category', { topic, urgency });

export const presenterOf = ({ slot, c }: ShownSlot): Span =>
  slot.presenter !== null
    ? person(slot.presenter)
    : msg(say(c === null ? (slot.theme === '' ? 'meet.nobody' : 'meet.everybody') : 'meet.read'));

/** A question without a name says so itself: nobody presents it. */
const presenting = (one: ShownSlot): (Msg | Span)[] =>
  one.c !== null && one.slot.presenter === null
    ? [presenterOf(one)]
    : [say(one.slot.theme === '' ? 'meet.presents' : 'meet.leads'), presenterOf(one)];

/** A slot says who presents, and of its question the category and the way to the thread: no word of the case. */
export function slotItem(one: ShownSlot, channel: string, ways: readonly Action[]): Item {
  const { slot, c, structure, ref } = one;
  return item(presenting(one), {
    detail:
      c === null
        ? [
            say(slot.theme !== '' ? 'meet.theme' : slot.held ? 'meet.held.slot' : 'meet.open.slot'),
            ...(structure === null ? [] : [say('word.dot'), structure.name]),
          ]
        : [
            category(c),
            ...(structure !== null
              ? [say('word.dot'), structure.name]
              : c.structure === null
                ? []
                : [say('word.dot'), say('meet.structured')]),
            ...(ref === null ? [] : [say('word.dot'), thread(say('posted.openThread'), channel, ref)]),
          ],
    ...(slot.theme === '' ? {} : { quote: slot.theme }),
    actions: ways,
  });
}

export const whereOf = (series: Series, group: Group): Span[] =>
  series.place === 'channel' ? [place(group.channel)] : [msg(say('meet.place', { place: series.place }))];

export const linkOf = ({ place: at, link }: Series): Block[] =>
  at === 'link' && link !== '' ? [quote(link, say('meet.link'))] : [];

export const facilitatorOf = (m: Meeting): Msg | Span =>
  m.facilitator === null ? say('meet.nobody') : person(m.facilitator);

/** Guests who accepted the agreement. */
export const guestRows = (guests: readonly Guest[]): (readonly [Msg, ...Span[]])[] => {
  const agreed = guests.filter((one) => one.agreedAt !== null);
  if (agreed.length === 0) return [];
  return [[say('meet.guests'), ...listed(...agreed.map((one) => person(one.person, one.credential || null)))] as const];
};

interface Beside {
  /** The latest meeting, while attendance can be noted. */
  readonly last: Meeting | null;
  readonly asks: readonly SwapAsk[];
  /** How many members it needs, where there are too few. */
  readonly few: number | null;
}

/** The next meeting, to a member: what they can do about it. */
export function meetingCard(ctx: Asked, shown: Shown, { last, asks, few }: Beside): Card {
  const { m, series, slots, guests } = shown;
  const group = ctx.group as Group;
  return card(say('meet.next'), [
    title(say('meet.next')),
    quote(series.title),
    ...(m.status === 'canceled' ? [body(say('meet.canceled.summary'))] : []),
    facts(
      [say('meet.when'), ...meetingTime(ctx, m.at, series)],
      [say('meet.length'), say('meet.minutes', { n: m.minutes })],
      [say('meet.where'), ...whereOf(series, group)],
      [say('meet.facilitator'), facilitatorOf(m)],
      ...guestRows(guests),
    ),
    ...linkOf(series),
    ...(m.status === 'planned' && mayChange(ctx, m) ? guestList(m, guests) : []),
    list(
      slots.map((one, i) => slotItem(one, group.channel, backWays(ctx, m, one.slot, i))),
      say('meet.nobody'),
    ),
    ...(few !== null && m.status === 'planned' ? [quiet(say('meet.few', { n: few }))] : []),
    ...askedOf(asks, ctx.me),
    ...(asks.some(({ from }) => from === ctx.me) ? [quiet(say('meet.swap.waits'))] : []),
    actions(...wayActions(ctx, m, slots)),
    ...lastBlocks(ctx, last),
  ]);
}

/** A case or theme off the agenda again, or a turn that is held given free. */
function backWays({ me }: Asked, m: Meeting, slot: Slot, i: number): Action[] {
  if (m.status !== 'planned' || !(slot.presenter === me || slot.presenter === null)) return [];
  const ids = { group: m.group, meeting: m.id };
  if (slot.consultation !== null)
    return [action(say('meet.takeBack'), 'meeting.takeBack', { ...ids, consultation: slot.consultation })];
  return !isTaken(slot) ? [] : [action(say('meet.takeBack'), 'meeting.theme.drop', { ...ids, slot: String(i) })];
}

function wayActions(ctx: Asked, m: Meeting, slots: readonly ShownSlot[]): Action[] {
  const ids = { group: m.group, meeting: m.id };
  const toAgenda = action(say('meet.agenda'), 'meeting.agenda', ids);
  if (m.status !== 'planned') return [toAgenda];
  const absence = absentAction(m, ctx.me);
  const mine = slots.find(({ slot }) => slot.presenter === ctx.me);
  const turn = mine?.slot;
  const structure = mine?.structure ?? null;
  return [
    // Once something of theirs is on the agenda, that is no longer what matters.
    action(say('meet.bring'), 'meeting.bring', { group: m.group }, turn && isTaken(turn) ? {} : { tone: 'main' }),
    ...(turn !== undefined && !isTaken(turn)
      ? [
          action(say('meet.ask'), 'consult.ask', {
            ...{ group: m.group },
            ...(structure === null ? {} : { template: structure.id }),
          }),
          action(say('meet.hold'), 'meeting.hold', ids),
        ]
      : []),
    ...(themeSlotFor(ctx.me, m) < 0 ? [] : [action(say('meet.theme.set'), 'meeting.theme', ids)]),
    ...(presents(m, ctx.me)
      ? [action(say('meet.swap'), 'meeting.swap', ids), passAction(m, ctx.me), absence]
      : m.facilitator === null
        ? [action(say('meet.facilitate'), 'meeting.facilitate', ids)]
        : m.facilitator === ctx.me
          ? [absence]
          : []),
    toAgenda,
    action(say('meet.calendar'), 'meeting.calendar', { group: m.group }),
    ...(mayChange(ctx, m)
      ? [
          action(say('meet.guest.invite'), 'meeting.guest', ids),
          action(say('meet.move'), 'meeting.move', ids),
          action(say('meet.cancel'), 'meeting.cancel', ids, { tone: 'danger', confirm: say('meet.cancel.confirm') }),
        ]
      : []),
  ];
}

/** Nothing is planned: its owners start a series from here. */
export const noMeetingCard = (ctx: Asked, group: Group, last: Meeting | null): Card =>
  card(say('meet.next'), [
    title(say('meet.next')),
    body(say('meet.none')),
    ...lastBlocks(ctx, last),
    actions(
      ...(group.owners.includes(ctx.me)
        ? [action(say('meet.series.new'), 'meeting.series.form', { group: group.id }, { tone: 'main' })]
        : []),
      action(say('meet.series'), 'meeting.series', { group: group.id }),
    ),
  ]);
