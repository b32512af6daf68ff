import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import {
  action,
  actions,
  body,
  card,
  form,
  heading,
  option,
  pickField,
  place,
  quiet,
  textField,
  title,
} from '../../view/build.ts';
import type { Block, Card, Form, Values } from '../../view/view.ts';
import { agreementVersion, choicesOf, partsOf, shownIn } from './clauses.ts';
import type { Group, Member } from './model.ts';

type Reader = Pick<Asked, 'files' | 'locale' | 'me' | 'channel'>;

/** The agreement, with the button to accept it unless the person has. Owners find the way to its add-ons there. */
export function agreementCard(
  ctx: Reader,
  group: Group,
  how: { pending: string | null; before: Member | null; changed?: boolean } | 'accepted',
): Card {
  const read = partsOf(ctx, group).flatMap(({ name, clauses }): Block[] => [
    ...(name === null ? [] : [heading(name)]),
    ...clauses.map((clause) => body(clause)),
  ]);
  const summary = say('agreement.summary');
  if (how === 'accepted') {
    const mayChoose = group.owners.includes(ctx.me) && choicesOf(ctx).length > 0;
    return card(summary, [
      title(summary),
      ...read,
      quiet(say('agreement.accepted', { version: agreementVersion })),
      ...(mayChoose ? [actions(action(say('agreement.addOns'), 'agreement.addOns', { group: group.id }))] : []),
    ]);
  }
  const shown = { group: group.id, shown: shownIn(ctx, group) };
  const values = how.pending === null ? shown : { ...shown, pending: how.pending };
  return card(summary, [
    title(summary),
    body(say(how.changed ? 'agreement.changedNow' : how.before ? 'agreement.again' : 'agreement.first')),
    ...read,
    // Whoever is in the channel may join. At home nobody can be seen to be in it.
    ...(how.before === null && ctx.channel !== group.channel
      ? [body(say('agreement.joinThere'), place(group.channel))]
      : [acceptance(how.before, values)]),
  ]);
}

/** After setup: that it worked, and one step to take. The agreement is long, so it is behind a button. */
export const readyCard = (group: string): Card =>
  card(say('setup.ready'), [
    title(say('setup.ready')),
    body(say('setup.ready.next')),
    actions(action(say('setup.ready.read'), 'curbside.agreement', { group }, { tone: 'main' })),
  ]);

const acceptance = (before: Member | null, values: Values): Block =>
  actions(
    before
      ? action(say('agreement.accept'), 'agreement.renew', values, { tone: 'main' })
      : action(say('agreement.go'), 'agreement.form', values, { tone: 'main' }),
  );

/** What a group adds to the core, for its owners. */
export const addOnsForm = (ctx: Reader, group: Group): Form =>
  form({
    title: say('agreement.addOns'),
    intro: [body(say('agreement.addOns.intro'))],
    fields: [
      pickField(
        'addOns',
        say('agreement.addOns.field'),
        choicesOf(ctx).map(({ id, name, about }) => option(id, name, about)),
        { many: true, value: group.addOns.join(',') },
      ),
    ],
    submit: say('word.save'),
    do: 'agreement.addOns.save',
    with: { group: group.id },
  });

/** `to`: of which group, what was shown of its agreement, and what is to go on afterwards. */
export function joinForm(to: Values): Form {
  return form({
    title: say('agreement.formTitle'),
    intro: [body(say('agreement.formIntro'))],
    fields: [
      textField(
        'credential',
        say('agreement.credential'),
        { min: 1, max: 60 },
        { required: true, hint: say('agreement.credential.hint') },
      ),
      pickField(
        'licensed',
        say('agreement.licensed'),
        [option('yes', say('agreement.licensed.yes')), option('no', say('agreement.licensed.no'))],
        { required: true },
      ),
    ],
    submit: say('agreement.join'),
    do: 'agreement.accept',
    with: to,
  });
}
