import { type Msg, say } from '../../../i18n/message.ts';
import { action, actions, body, card, facts, form, quiet, scaleField, title, when } from '../../../view/build.ts';
import type { Block, Card, Form } from '../../../view/view.ts';
import { type CheckAnswer, type CheckPicture, questions } from './model.ts';

/** In the channel. Nobody is named, counted or reminded. */
export const checkCard = (group: string, closesAt: number): Card =>
  card(say('meet.check'), [
    title(say('meet.check')),
    body(say('meet.check.ask')),
    quiet(say('meet.check.private')),
    quiet(say('meet.check.until'), when(closesAt)),
    actions(
      action(say('meet.check.answer'), 'meeting.check.form', { group }, { tone: 'main' }),
      action(say('meet.check.results'), 'meeting.check', { group }),
    ),
  ]);

/** In its place once it closed. */
export const checkClosedCard = (group: string): Card =>
  card(say('meet.check'), [
    title(say('meet.check')),
    body(say('meet.check.closed')),
    actions(action(say('meet.check.results'), 'meeting.check', { group })),
  ]);

const ends = (change: boolean): Msg[] =>
  [1, 2, 3, 4, 5].map((n) => say(change ? 'meet.check.keepWord' : 'meet.check.word', { n }));

export const checkForm = (group: string, mine: CheckAnswer | null): Form =>
  form({
    title: say('meet.check'),
    intro: [quiet(say('meet.check.private'))],
    fields: questions.map((question) =>
      scaleField(question, say('meet.check.question', { question }), ends(!['cases', 'room'].includes(question)), {
        required: true,
        value: mine?.answers[question].toString() ?? '',
      }),
    ),
    submit: say('meet.check.send'),
    do: 'meeting.check.save',
    with: { group },
  });

/** What the last checks came to. Withheld ones all read the same. */
export const checksCard = (group: string, pictures: readonly CheckPicture[], isOpen: boolean): Card =>
  card(say('meet.check'), [
    title(say('meet.check')),
    body(say('meet.check.what')),
    ...(pictures.length === 0 ? [quiet(say('meet.check.none'))] : pictures.flatMap(pictureBlocks)),
    actions(
      ...(isOpen ? [action(say('meet.check.answer'), 'meeting.check.form', { group }, { tone: 'main' })] : []),
      action(say('meet.next'), 'meeting.next', { group }),
    ),
  ]);

function pictureBlocks({ at, shown }: CheckPicture): Block[] {
  const head = quiet(say('meet.check.of'), when(at, 'date'));
  if (shown === null) return [head, body(say('checkin.group.withheld'))];
  return [
    head,
    facts(
      ...questions.map(
        (question) =>
          [
            say('meet.check.question', { question }),
            say('meet.check.level', { level: shown.levels[question] }),
          ] as const,
      ),
    ),
    quiet(say('checkin.group.count', { count: shown.count })),
  ];
}
