import { type Msg, say } from '../../i18n/message.ts';
import { action, actions, body, card, quiet, when } from '../../view/build.ts';
import type { Action, Block, Card } from '../../view/view.ts';
import { isTaken, type Meeting, type Slot } from './model.ts';
import { partOf } from './rota.ts';

/** What is on the agenda in a turn: it goes when the turn goes. */
export const goesWith = (slot: Slot | undefined): 'question' | 'theme' | 'turn' =>
  slot === undefined ? 'turn' : slot.consultation !== null ? 'question' : slot.theme !== '' ? 'theme' : 'turn';

export const turnOf = (m: Meeting, person: string): Slot | undefined =>
  m.slots.find(({ presenter }) => presenter === person);

/** That a question or theme leaves the agenda with its turn; nothing where there is none. */
export function goesLine(slot: Slot | undefined): Block[] {
  const what = goesWith(slot);
  return what === 'turn' ? [] : [quiet(say('meet.turn.goes', { what }))];
}

const idsOf = (m: Meeting) => ({ group: m.group, meeting: m.id });
const wayTo = (m: Meeting): Action => action(say('meet.next'), 'meeting.next', idsOf(m));

/** `goes`: what its presenter was told leaves the agenda; where that is something else meanwhile, they are asked again. */
const handOn = (m: Meeting, me: string, how: HandedOn, rest: Parameters<typeof action>[3]): Action => {
  const values = { ...idsOf(m), goes: goesWith(turnOf(m, me)) };
  return how === 'pass'
    ? action(say('meet.pass'), 'meeting.pass', values, rest)
    : action(say('meet.absent'), 'meeting.absent', values, rest);
};
export type HandedOn = 'pass' | 'absent';

export const passAction = (m: Meeting, me: string): Action =>
  handOn(m, me, 'pass', { confirm: say('meet.pass.confirm', { what: goesWith(turnOf(m, me)) }) });
export const absentAction = (m: Meeting, me: string): Action =>
  handOn(m, me, 'absent', { confirm: say('meet.absent.confirm', { what: goesWith(turnOf(m, me)) }) });

/** Asked before a turn goes with what its presenter had put on the agenda. */
export const handOnCard = (m: Meeting, me: string, how: HandedOn): Card =>
  card(say(how === 'pass' ? 'meet.pass' : 'meet.absent'), [
    body(say('meet.turn.presents'), when(m.at)),
    ...goesLine(turnOf(m, me)),
    actions(handOn(m, me, how, { tone: 'main' }), wayTo(m)),
  ]);

/** What somebody has to do at a planned meeting, and what they can do about it: on the home page and in messages. */
export function partBlocks(m: Meeting, person: string): Block[] {
  const part = partOf(m, person);
  const slot = turnOf(m, person);
  if (part === null) return [];
  if (part === 'facilitates' || slot === undefined)
    return [
      body(say('meet.turn.facilitates'), when(m.at)),
      quiet(say('meet.turn.agenda')),
      actions(wayTo(m), action(say('meet.agenda'), 'meeting.agenda', idsOf(m)), absentAction(m, person)),
    ];
  return [
    body(say('meet.turn.presents'), when(m.at)),
    quiet(readiness(slot)),
    actions(
      wayTo(m),
      ...(isTaken(slot)
        ? []
        : [
            action(say('meet.bring'), 'meeting.bring', { group: m.group }, { tone: 'main' }),
            action(say('meet.theme.set'), 'meeting.theme', idsOf(m)),
          ]),
      action(say('meet.swap'), 'meeting.swap', idsOf(m)),
      passAction(m, person),
    ),
  ];
}

const readiness = (slot: Slot): Msg => {
  const what = goesWith(slot);
  if (what === 'turn' && !slot.held) return say('meet.turn.prepare');
  return say('meet.turn.ready', { what: what === 'turn' ? 'held' : what });
};

/** To somebody who has a part in a meeting: the day before, and when it becomes theirs. */
export const partCard = (m: Meeting, person: string): Card =>
  card(
    say(partOf(m, person) === 'presents' ? 'meet.turn.presents.summary' : 'meet.turn.facilitates.summary'),
    partBlocks(m, person),
  );

/** Whether a card says to somebody that they have a part in a meeting, or have it no longer. */
export const isPartCard = ({ summary }: Card): boolean => partSummaries.includes(summary.key);
const partSummaries: readonly string[] = [
  ...['meet.turn.presents.summary', 'meet.turn.facilitates.summary'],
  ...['meet.turn.over.summary', 'meet.lostTurn'],
];

/** To somebody whose turn went to a question. They may facilitate in its place. */
export const lostTurnCard = (m: Meeting, person: string): Card =>
  card(say('meet.lostTurn'), [
    body(say('meet.lostTurn')),
    quiet(say('meet.lostTurn.keeps')),
    ...(partOf(m, person) === null ? [actions(wayTo(m))] : partBlocks(m, person)),
  ]);

/** To somebody whose part somebody else has now, or nobody. */
export const partOverCard = (before: Meeting, person: string): Card => {
  const was = partOf(before, person) ?? 'presents';
  return card(say('meet.turn.over.summary'), [
    body(say('meet.turn.over', { was }), when(before.at)),
    ...(was === 'presents' ? [...goesLine(turnOf(before, person)), quiet(say('meet.turn.keeps'))] : []),
    actions(wayTo(before)),
  ]);
};
