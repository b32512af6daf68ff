import { type Msg, say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { onceFor } from '../../../runtime/form-token.ts';
import { form, option, pickField, quiet, textField } from '../../../view/build.ts';
import type { Field, Form } from '../../../view/view.ts';
import { isMine } from '../authorship.ts';
import { memberCount, repliesOf } from '../find.ts';
import { type Consultation, limits, type Reply } from '../model.ts';
import { preferencesOf } from '../templates/preferences.ts';
import { isToListen, type Writing } from '../templates/writing.ts';

const textOf = (value: string | undefined, error: Msg | undefined, writing: Writing | null = null): Field =>
  textField(
    'text',
    writing?.label ?? say('reply.text'),
    { lines: 5, min: 1, max: writing?.max ?? limits.reply },
    { required: true, value, error },
  );

/** The form of a reply. Whoever asked anonymously can only answer as "the person who asked": a slip cannot name them. */
export async function replyForm(
  ctx: Asked,
  about: Consultation,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>>,
  { draft, writing = null }: { draft?: string | undefined; writing?: Writing | null } = {},
): Promise<Form> {
  const asker = about.author.as === 'anonymous' && (await isMine(ctx, about));
  const { anonymity } = await preferencesOf(ctx.read, about.group);
  const once = values.once ?? (await onceFor(ctx, about.id));
  const circle = about.author.as === 'anonymous' && !asker ? await couldHaveAsked(ctx, about) : null;
  const mayChoose = !asker && writing === null && anonymity !== 'forbid';
  return form({
    title: say('reply.title'),
    intro: [
      quiet(say('reply.check')),
      ...(asker ? [quiet(say('reply.asAsker'))] : []),
      ...(asker || mayChoose ? [quiet(say(about.urgency === 'risk' ? 'soon.risk' : 'soon.delay'))] : []),
      ...(writing === null && (await isToListen(ctx, about)) ? [quiet(say('step.listenReply'))] : []),
      ...(circle !== null ? [quiet(say('reply.circle', { left: circle }))] : []),
    ],
    fields: [
      textOf(values.text, errors.text, writing),
      textField(
        'link',
        say('reply.link'),
        { max: limits.link },
        { hint: say('reply.link.hint'), value: values.link, error: errors.link },
      ),
      ...(!mayChoose
        ? []
        : [
            pickField(
              'as',
              say('reply.as'),
              [option('me', say('reply.asMe')), option('colleague', say('reply.asColleague'))],
              { required: true, value: values.as ?? 'me', error: errors.as },
            ),
          ]),
    ],
    submit: say('reply.send'),
    do: 'consult.answer',
    with: {
      group: about.group,
      consultation: about.id,
      once,
      ...(draft ? { draft } : {}),
      ...(writing === null ? {} : { step: writing.step.id }),
    },
  });
}

/** How many members could still be the anonymous author, as colleagues see it: all who have not replied by name. */
async function couldHaveAsked(ctx: Asked, about: Consultation): Promise<number> {
  const byName = new Set(
    (await repliesOf(ctx.read, about.id)).flatMap((r) => (r.author.as === 'me' ? [r.author.person] : [])),
  );
  return (await memberCount(ctx.read, groupOf(ctx).id)) - byName.size;
}

/** The form of a reply that stands in the thread, with its text. */
export const editReplyForm = (r: Reply, text: string, error?: Msg, draft?: string): Form =>
  form({
    title: say('reply.title'),
    intro: [quiet(say('reply.check'))],
    fields: [textOf(text, error)],
    submit: say('preview.edited'),
    do: 'consult.reply.save',
    with: { group: r.group, reply: r.id, ...(draft ? { draft } : {}) },
  });
