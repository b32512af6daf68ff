import { type Msg, say } from '../../i18n/message.ts';
import { action, actions, body, card, form, item, list, quiet, textField, title, when } from '../../view/build.ts';
import type { Block, Card, Form, Item } from '../../view/view.ts';
import { type Consultation, limits } from '../consultation/model.ts';
import type { Turn } from './model.ts';
import type { OwnReply } from './own-replies.ts';

interface Shown {
  readonly turn: Turn;
  readonly c: Consultation;
  readonly taken: boolean;
}

/** A question of another group, to the expert who is asked about it. */
export function caseCard({ turn, c, taken }: Shown, replies: readonly OwnReply[], text: readonly Block[]): Card {
  const ids = { group: turn.group, turn: turn.id };
  return card(say('experts.case'), [
    title(say('experts.case')),
    body(say('line.category', { topic: c.topic, urgency: c.urgency })),
    ...text,
    quiet(say('experts.case.only')),
    quiet(say('experts.noDuty')),
    ...(replies.length === 0
      ? []
      : [
          list(
            replies.map((one) => ownItem(ids, one)),
            say('home.nothing'),
          ),
        ]),
    actions(
      ...(taken
        ? [action(say('case.reply'), 'experts.reply', ids, { tone: 'main' })]
        : [
            action(say('experts.yes'), 'experts.yes', ids, { tone: 'main' }),
            action(say('experts.no'), 'experts.no', ids),
          ]),
    ),
  ]);
}

/** What I replied to other groups, without what it answers. */
export const repliesCard = (
  group: string,
  replies: readonly OwnReply[],
  { page, more }: { readonly page: number; readonly more: boolean },
): Card =>
  card(say('experts.replies'), [
    title(say('experts.replies')),
    quiet(say('experts.replies.intro')),
    list(
      replies.map((one) => ownItem({ group, page: String(page) }, one)),
      say('experts.replies.none'),
    ),
    actions(
      ...(page > 0 ? [action(say('word.back'), 'experts.replies', { group, page: String(page - 1) })] : []),
      ...(more ? [action(say('find.more'), 'experts.replies', { group, page: String(page + 1) })] : []),
      action(say('experts.find'), 'experts.find', { group }),
    ),
  ]);

const ownItem = (where: Readonly<Record<string, string>>, { reply: r, state }: OwnReply): Item =>
  item([say('experts.reply.yours')], {
    detail: [
      when(r.at),
      ...(r.hidden ? [say('word.dot'), say('experts.reply.hidden')] : []),
      ...(state === null ? [] : [say('word.dot'), state]),
    ],
    quote: r.text ?? '',
    actions: [
      action(
        say('own.remove'),
        'experts.reply.remove',
        { ...where, reply: r.id },
        { tone: 'danger', confirm: say('experts.reply.remove.confirm') },
      ),
    ],
  });

export const replyForm = (
  { turn }: Shown,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>>,
): Form =>
  form({
    title: say('reply.title'),
    intro: [quiet(say('reply.check')), quiet(say('experts.reply.intro'))],
    fields: [
      textField(
        'text',
        say('reply.text'),
        { lines: 5, min: 1, max: limits.reply },
        { required: true, value: values.text, error: errors.text },
      ),
    ],
    submit: say('reply.send'),
    do: 'experts.reply.save',
    with: { group: turn.group, turn: turn.id, once: values.once ?? '' },
  });
