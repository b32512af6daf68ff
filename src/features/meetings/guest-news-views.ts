import { say } from '../../i18n/message.ts';
import { action, actions, body, card, item, list, person, quiet, title, when } from '../../view/build.ts';
import type { Block, Card } from '../../view/view.ts';
import type { Guest } from './guest-model.ts';
import type { Meeting } from './model.ts';

/** To a guest: the meeting has another time. */
export const guestMovedCard = (m: Meeting, before: number): Card =>
  card(say('meet.moved.summary'), [
    title(say('meet.moved.summary')),
    quiet(say('meet.guest.summary')),
    body(say('meet.moved.to'), when(m.at)),
    quiet(say('meet.moved.from'), when(before)),
    actions(action(say('word.open'), 'meeting.guest.show', { group: m.group, meeting: m.id })),
  ]);

/** To a guest: it does not take place, or ended as too few came. */
export const guestCanceledCard = (m: Meeting, why: 'canceled' | 'tooFew' | 'ended'): Card =>
  card(say('meet.canceled.summary'), [
    title(say('meet.canceled.summary')),
    quiet(say('meet.guest.summary')),
    body(say('meet.canceled.why', { why }), when(m.at)),
  ]);

/** To somebody who is a guest no more. */
export const guestDroppedCard = (m: Meeting): Card =>
  card(say('meet.guest.dropped'), [title(say('meet.guest.dropped')), body(say('meet.guest.dropped.text'), when(m.at))]);

/** To whoever may change a meeting: those who are invited to it, and the way to take that back. */
export const guestList = (m: Meeting, guests: readonly Guest[]): Block[] =>
  guests.length === 0
    ? []
    : [
        list(
          guests.map((one) =>
            item([say('meet.guest'), person(one.person, one.credential || null)], {
              detail: [say(one.agreedAt === null ? 'meet.guest.waits' : 'meet.guest.agreed')],
              actions: [
                action(
                  say('meet.guest.drop'),
                  'meeting.guest.drop',
                  { group: m.group, meeting: m.id, person: one.person },
                  { tone: 'danger', confirm: say('meet.guest.drop.confirm') },
                ),
              ],
            }),
          ),
          say('meet.guest'),
        ),
      ];
