import { type Msg, say } from '../../i18n/message.ts';
import {
  action,
  actions,
  body,
  card,
  facts,
  item,
  list,
  person,
  quiet,
  quote,
  thread,
  title,
  when,
} from '../../view/build.ts';
import type { Block, Card, Item } from '../../view/view.ts';
import type { Group } from '../group/model.ts';
import { type AgendaPart, endOf, type Meeting, partsOf, quorum } from './model.ts';
import { press, stageOf, startClock } from './now-views.ts';
import { stepOf } from './structures.ts';
import {
  facilitatorOf,
  guestRows,
  linkOf,
  presenterOf,
  type Shown,
  type ShownSlot,
  slotItem,
  whereOf,
} from './views.ts';

/** A follow-up that is due, and its thread where it has one. */
export interface DueFollowUp {
  readonly person: string;
  readonly ref: string | null;
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

/**
 * Posted in the channel when a meeting begins, and drawn anew as its parts go on: a clause, the privacy line, what is due, the
 * roles, the times.
 */
export const openingCard = (group: Group, shown: Shown & { followUps: readonly DueFollowUp[] }, now: number): Card => {
  const { m, series, slots, guests, followUps } = shown;
  return card(say('meet.opening'), [
    title(say('meet.stage', { stage: stageOf(m, now) })),
    quote(series.title),
    ...timeBox(m, slots, now),
    body(clauses[m.n % clauses.length] ?? say('agreement.responsible')),
    quiet(say('agreement.confidential')),
    facts(
      [say('meet.facilitator'), facilitatorOf(m)],
      [say('meet.when'), when(m.at)],
      [say('meet.length'), say('meet.minutes', { n: m.minutes })],
      [say('meet.where'), ...whereOf(series, group)],
      ...guestRows(guests),
    ),
    ...linkOf(series),
    list(
      slots.map((one) => slotItem(one, group.channel, [])),
      say('meet.nobody'),
    ),
    ...(followUps.length === 0
      ? []
      : [
          quiet(say('meet.followUps.due')),
          list(
            followUps.map((one) => followUpItem(one, group)),
            say('meet.followUps.due'),
          ),
        ]),
    ...(m.part === null && now < endOf(m) ? [quiet(say('meet.quorum', { n: quorum }))] : []),
    quiet(say('meet.voiceNote')),
    actions(...openingActions(m, now)),
  ]);
};

const followUpItem = ({ person: who, ref }: DueFollowUp, group: Group): Item =>
  item([person(who)], {
    detail: ref === null ? [say('meet.followUps.elsewhere')] : [thread(say('posted.openThread'), group.channel, ref)],
  });

const partLabel = (part: AgendaPart): Msg =>
  part.is === 'case' ? say('meet.case', { n: (part.slot ?? 0) + 1 }) : say('meet.part', { part: part.is });

/** The part that the meeting is at, and until when; the facilitator's buttons. */
function timeBox(m: Meeting, slots: readonly ShownSlot[], now: number): Block[] {
  if (m.part === null || stageOf(m, now) === 'done') return m.part === null ? [] : [body(say('meet.box.done'))];
  const parts = partsOf(m);
  const part = parts[m.part.n];
  if (part === undefined) return [body(say('meet.box.done'))];
  const one = part.slot === null ? undefined : slots[part.slot];
  const step = stepOf(one?.structure ?? null, part.step);
  const over = now >= m.part.until;
  return [
    facts([
      say('meet.box.now'),
      partLabel(part),
      ...(step === null ? [] : [say('word.dot'), step.name]),
      ...(one === undefined ? [] : [say('word.dot'), presenterOf(one)]),
      say('word.dot'),
      ...(over ? [say('meet.box.over')] : [say('meet.box.until'), when(m.part.until, 'time')]),
    ]),
    ...(part.is === 'case' ? [quiet(step?.prompt ?? say('meet.questions'))] : []),
    actions(
      press(m, say(m.part.n + 1 < parts.length ? 'meet.box.next' : 'meet.box.finish'), 'next', true),
      press(m, say('meet.box.more'), 'more'),
    ),
  ];
}

const openingActions = (m: Meeting, now: number) => {
  const ids = { group: m.group, meeting: m.id };
  const done = stageOf(m, now) === 'done';
  const tooFew = action(say('meet.tooFew'), 'meeting.tooFew', ids, { confirm: say('meet.tooFew.confirm') });
  return [
    ...startClock(m, now),
    action(say('meet.attend'), 'meeting.attend', ids, done ? { tone: 'main' } : {}),
    action(say('meet.agenda'), 'meeting.agenda', ids),
    action(say('meet.takeAways'), 'meeting.takeAways', ids),
    ...(m.takenOver || m.part !== null || done ? [] : [takeOver(m)]),
    ...(m.part === null && !done ? [tooFew] : []),
  ];
};

/** For a facilitator who did not come, or where there is none. */
const takeOver = (m: Meeting) =>
  action(
    say(m.facilitator === null ? 'meet.facilitate' : 'meet.takeOver'),
    'meeting.facilitate',
    { group: m.group, meeting: m.id, ...(m.facilitator === null ? {} : { from: m.facilitator }) },
    m.facilitator === null ? {} : { confirm: say('meet.takeOver.confirm') },
  );

/** To whoever facilitates, and the owners, when that card is not known to have arrived. */
export const lostOpeningCard = (m: Meeting): Card =>
  card(say('meet.lost'), [
    body(say('meet.lost')),
    actions(
      action(say('meet.attend'), 'meeting.attend', { group: m.group, meeting: m.id }),
      action(say('meet.agenda'), 'meeting.agenda', { group: m.group, meeting: m.id }),
    ),
  ]);

/** The same of a message that a meeting moved or is canceled. */
export const lostChangeCard = (m: Meeting): Card =>
  card(say('meet.lostChange'), [
    body(say('meet.lostChange')),
    actions(action(say('meet.next'), 'meeting.next', { group: m.group })),
  ]);
