import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { onceFor } from '../../../runtime/form-token.ts';
import { allOf } from '../../../storage/find-all.ts';
import { form, option, pickField, quiet, textField } from '../../../view/build.ts';
import type { Field, Form } from '../../../view/view.ts';
import { Members, memberSince } from '../../group/model.ts';
import { isMine } from '../authorship.ts';
import { repliesOf } from '../find.ts';
import { type Consultation, limits, type Reply } from '../model.ts';
import { preferencesOf } from '../templates/preferences.ts';
import { isToListen, type Writing } from '../templates/writing.ts';
import { mustWait } from './delayed.ts';
import { seenReport } from './reports.ts';

/** When a new text of a reply comes into the thread. */
function editIntro(r: Reply, about: Consultation | null) {
  if (about === null || r.author.as !== 'anonymous') return ['reply.check'] as const;
  if (r.hidden) return ['reply.checkOnly', 'soon.mend'] as const;
  return mustWait(about, true)
    ? (['reply.checkOnly', 'soon.delay'] as const)
    : (['reply.checkOnly', 'soon.risk'] as const);
}

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
      quiet(say(mustWait(about, asker) ? 'reply.checkOnly' : 'reply.check')),
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
      ...(values.once === undefined ? seenReport(about) : values.seen ? { seen: values.seen } : {}),
      ...(draft ? { draft } : {}),
      ...(writing === null ? {} : { step: writing.step.id }),
    },
  });
}

/**
 * How many members could still be the anonymous author, as colleagues see it: those who were members when it appeared and have
 * not replied by name. Null where a reply under one's name narrows nothing down: one is not among them.
 */
async function couldHaveAsked(ctx: Asked, about: Consultation): Promise<number | null> {
  const byName = new Set(
    (await repliesOf(ctx.read, about.id)).flatMap((r) => (r.author.as === 'me' ? [r.author.person] : [])),
  );
  const members = await allOf(ctx.read, Members, 'group', { equal: about.group });
  const could = members.filter((m) => memberSince(m) <= about.askedAt && !byName.has(m.person));
  return could.some(({ person }) => person === ctx.me) ? could.length : null;
}

/** The form of a reply that stands in the thread, with its text; `about`: the question that it answers. */
export const editReplyForm = (
  r: Reply,
  about: Consultation | null,
  {
    text,
    error,
    draft,
    seen = about === null ? {} : seenReport(about),
  }: {
    readonly text: string;
    readonly error?: Msg | undefined;
    readonly draft?: string | undefined;
    /** Of a form that is shown again: what it carried. */
    readonly seen?: { readonly seen?: string };
  },
): Form =>
  form({
    title: say('reply.title'),
    intro: editIntro(r, about).map((key) => quiet(say(key))),
    fields: [textOf(text, error)],
    submit: say('preview.edited'),
    do: 'consult.reply.save',
    with: { group: r.group, reply: r.id, ...(draft ? { draft } : {}), ...seen },
  });
