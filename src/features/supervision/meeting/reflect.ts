import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import { decided, drop, isRefusal, put, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import {
  action,
  actions,
  body,
  card,
  day,
  form,
  item,
  list,
  quiet,
  refilled,
  textField,
  title,
} from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { common } from '../agreement/find.ts';
import { identifierProblems } from '../typed-texts.ts';
import { meetingOf, myReflections } from './find.ts';
import { meetingLimits, Reflections } from './model.ts';

const OfMeeting = z.object({ group: z.string(), meeting: z.string() });

/** What I think about a meeting, for myself. */
export const reflect = query({
  ...common,
  name: 'supervision.reflect',
  ack: 'form',
  input: OfMeeting,
  show: async ({ group, meeting }, ctx) => {
    const of = await meetingOf(ctx, meeting, 'supervisee');
    if (isRefusal(of)) return of;
    const there = (await myReflections(ctx)).find((r) => r.meeting === meeting);
    return reflectionForm({ group, meeting }, { text: there?.text ?? '' });
  },
});

export const saveReflection = command({
  ...common,
  name: 'supervision.reflect.save',
  opensWith: 'supervision.reflect',
  scans: true,
  ack: 'private',
  input: OfMeeting.extend({ text: z.string().trim().min(1).max(meetingLimits.reflection) }),
  refill: async ({ group = '', meeting = '', ...values }, errors, ctx) => {
    const of = await meetingOf(ctx, meeting, 'supervisee');
    return isRefusal(of) ? of : reflectionForm({ group, meeting }, values, errors);
  },
  check: async ({ text = '' }, ctx) =>
    found(identifierProblems({ text: { typed: text, max: meetingLimits.reflection, field: 'reflection' } }, ctx)),
  decide: async ({ meeting, text }, ctx) => {
    const of = await meetingOf(ctx, meeting, 'supervisee');
    if (isRefusal(of)) return of;
    const there = (await myReflections(ctx)).find((r) => r.meeting === meeting);
    const { date } = of.meeting;
    return decided(
      show('supervision.meeting', { group: of.agreement.group, meeting }, say('meeting.reflection.saved')),
      {
        changes: [
          put(Reflections, { id: there?.id ?? ctx.ids.next(), owner: ctx.me, meeting, date, text, at: ctx.now }),
        ],
      },
    );
  },
});

const shownAtOnce = 8;

/** All of mine, also of notes that are no longer there. */
export const reflections = query({
  ...common,
  name: 'supervision.reflections',
  ack: 'private',
  input: z.object({ group: z.string(), page: z.coerce.number().int().min(1).default(1) }),
  show: async ({ group, page: asked }, ctx) => {
    const mine = await myReflections(ctx);
    const pages = Math.max(1, Math.ceil(mine.length / shownAtOnce));
    const page = Math.min(asked, pages);
    return card(say('meeting.reflections'), [
      title(say('meeting.reflections')),
      quiet(say('meeting.reflections.intro')),
      list(
        mine.slice((page - 1) * shownAtOnce, page * shownAtOnce).map(({ id, date, text }) =>
          item([day(date)], {
            quote: text,
            actions: [
              action(
                say('supervision.delete'),
                'supervision.reflection.delete',
                { group, reflection: id, page: String(page) },
                {
                  tone: 'danger',
                  confirm: say('meeting.reflection.delete.confirm'),
                },
              ),
            ],
          }),
        ),
        say('meeting.reflections.none'),
      ),
      ...(pages === 1
        ? []
        : [
            quiet(say('supervision.page', { page, pages })),
            actions(
              ...[page - 1, page + 1]
                .filter((to) => to >= 1 && to <= pages)
                .map((to) =>
                  action(say(to < page ? 'supervision.newer' : 'supervision.older'), 'supervision.reflections', {
                    group,
                    page: String(to),
                  }),
                ),
            ),
          ]),
    ]);
  },
});

export const deleteReflection = command({
  ...common,
  name: 'supervision.reflection.delete',
  ack: 'private',
  input: z.object({ group: z.string(), reflection: z.string(), page: z.coerce.number().int().min(1).default(1) }),
  decide: async ({ group, reflection, page }, ctx) => {
    const mine = await ctx.read.get(Reflections, reflection);
    if (mine === null) return refusal('noMeeting');
    return decided(show('supervision.reflections', { group, page: String(page) }, say('meeting.reflection.deleted')), {
      changes: [drop(Reflections, reflection)],
      compact: true,
    });
  },
});

function reflectionForm(
  ids: { readonly group: string; readonly meeting: string },
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const blank = form({
    title: say('meeting.reflection.title'),
    intro: [body(say('meeting.reflection.intro'))],
    fields: [
      textField(
        'text',
        say('meeting.reflection.title'),
        { lines: 5, max: meetingLimits.reflection },
        { required: true, hint: say('meeting.reflection.hint') },
      ),
    ],
    submit: say('meeting.reflection.save'),
    do: 'supervision.reflect.save',
    with: ids,
  });
  return refilled(blank, values, errors);
}
