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

export const attendForm = (m: Meeting, mine: Attendance | null): Form =>
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
    do: 'meeting.attend.save',
    with: { group: m.group, meeting: m.id },
  });

/** `n`: how many noted it, where that may be said. */
export const attendedCard = (group: string, m: Meeting, mine: Attendance | null, n: number | null): Card => {
  const ids = { group, meeting: m.id };
  const blocks: Block[] =
    mine === null
      ? [body(say('meet.attended.none'))]
      : [
          facts(
            [say('meet.when'), when(m.at, 'date')],
            [say('meet.attend.minutes'), say('meet.minutes', { n: mine.minutes })],
            [say('meet.attend.own'), say('meet.minutes', { n: mine.ownMinutes })],
          ),
          ...(mine.ownRecorded && mine.ownMinutes > 0 ? [quiet(say('meet.attended.recorded'))] : []),
          quiet(say('meet.attended.counts')),
        ];
  return card(say('meet.attended'), [
    title(say('meet.attended')),
    ...blocks,
    ...(n === null ? [] : [quiet(say('meet.attended.count', { n }))]),
    quiet(say('meet.attend.private')),
    actions(
      action(say('meet.next'), 'meeting.next', { group }),
      action(say('credit.statement'), 'credit.statement', { group }),
      ...(mine === null
        ? [action(say('meet.attend'), 'meeting.attend', ids)]
        : [
            action(say('meet.attend.change'), 'meeting.attend', ids),
            action(say('meet.attend.drop'), 'meeting.attend.drop', ids, {
              tone: 'danger',
              confirm: say('meet.attend.drop.confirm'),
            }),
          ]),
    ),
  ]);
};
