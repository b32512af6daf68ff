import { say } from '../../i18n/message.ts';
import {
  action,
  actions,
  body,
  card,
  facts,
  form,
  quiet,
  switchField,
  textField,
  title,
  when,
} from '../../view/build.ts';
import type { Block, Card, Form } from '../../view/view.ts';
import type { Attendance, Meeting } from './model.ts';

/** Members and guests note the same, each by routes of their own. */
export interface AttendeeRoutes {
  readonly is: 'member' | 'guest';
  readonly routes: Readonly<Record<'form' | 'save' | 'drop' | 'shown', string>>;
}

export const attendForm = (m: Meeting, mine: Attendance | null, routes: AttendeeRoutes['routes']): Form =>
  form({
    title: say('meet.attend'),
    intro: [quiet(say('meet.attend.private'))],
    fields: [
      textField(
        'minutes',
        say('meet.attend.minutes'),
        { max: 20 },
        { required: true, value: String(mine?.minutes ?? m.minutes) },
      ),
      textField(
        'own',
        say('meet.attend.own'),
        { max: 20 },
        { hint: say('meet.attend.own.hint'), value: String(mine?.ownMinutes ?? 0) },
      ),
      switchField('recorded', say('meet.attend.recorded'), {
        hint: say('meet.attend.recorded.hint'),
        value: mine?.ownRecorded ? 'yes' : 'no',
      }),
      textField(
        'people',
        say('meet.attend.people'),
        { max: 4 },
        { hint: say('meet.attend.people.hint'), value: mine?.people?.toString() ?? '' },
      ),
    ],
    submit: say('word.save'),
    do: routes.save,
    with: { group: m.group, meeting: m.id },
  });

interface Attended {
  readonly mine: Attendance | null;
  /** How many noted it, where that may be said. */
  readonly n: number | null;
  readonly as: AttendeeRoutes;
}

export const attendedCard = (m: Meeting, { mine, n, as: { is, routes } }: Attended): Card => {
  const ids = { group: m.group, meeting: m.id };
  const isMember = is === 'member';
  const blocks: Block[] =
    mine === null
      ? [body(say('meet.attended.none'))]
      : [
          facts(
            [say('meet.when'), when(m.at, 'date')],
            [say('record.duration'), say('meet.minutes', { n: mine.minutes })],
            [say('meet.attend.own'), say('meet.minutes', { n: mine.ownMinutes })],
          ),
          ...(mine.ownRecorded && mine.ownMinutes > 0 ? [quiet(say('meet.attended.recorded'))] : []),
          quiet(say(isMember ? 'meet.attended.counts' : 'meet.attended.guest')),
        ];
  return card(say('meet.attended'), [
    title(say('meet.attended')),
    ...blocks,
    ...(n === null ? [] : [quiet(say('meet.attended.count', { n }))]),
    quiet(say('meet.attend.private')),
    actions(
      ...(isMember
        ? [
            action(say('meet.next'), 'meeting.next', { group: m.group }),
            action(say('credit.statement'), 'credit.statement', { group: m.group }),
          ]
        : [action(say('meet.guest'), 'meeting.guest.show', ids)]),
      ...(mine === null
        ? [action(say('meet.attend'), routes.form, ids)]
        : [
            action(say('meet.attend.change'), routes.form, ids),
            action(say('meet.attend.drop'), routes.drop, ids, {
              tone: 'danger',
              confirm: say('meet.attend.drop.confirm'),
            }),
          ]),
    ),
  ]);
};
