import { z } from 'zod';
import { type Msg, say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { groupOf } from '../../runtime/context.ts';
import { decided, put, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { madeBy, onceFor } from '../../runtime/form-token.ts';
import { identifiersIn } from '../../runtime/identifiers.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query, slash } from '../../runtime/route.ts';
import { checkedValue, dateReading, problemOf } from '../../runtime/typed-fields.ts';
import { Id } from '../../storage/kind.ts';
import { dateOf } from '../../time/time.ts';
import { dateField, form, option, pickField, refilled, textField } from '../../view/build.ts';
import { linesOf, oneLine } from '../../view/one-line.ts';
import type { Form } from '../../view/view.ts';
import { topics } from '../consultation/model.ts';
import { minutesReading, modes } from '../consultation/record/model.ts';
import { type Advice, Advised, adviceLimits } from './model.ts';

const common = { who: 'member', feature: 'consultation' } as const;

/** `/consult advised`: what I keep of advising a colleague. No field has room for a case. */
export const advised = query({
  ...common,
  name: 'credit.advised',
  ack: 'form',
  slash: slash('consult', 'advised', 'credit.help.advised'),
  input: z.object({ group: z.string().optional(), advice: Id.optional() }),
  show: async ({ advice }, ctx) => {
    const group = groupOf(ctx).id;
    if (advice === undefined)
      return advisedForm({ group, once: await onceFor(ctx, 'advised') }, { date: todayOf(ctx) });
    const own = await ctx.read.get(Advised, advice);
    return own === null ? refusal('gone') : advisedForm({ group, advice }, valuesOf(own));
  },
});

const valuesOf = (a: Advice): Record<string, string> => ({
  ...{ date: a.on.date, minutes: String(a.minutes), mode: a.mode, topic: a.topic },
  credentials: a.colleagues.filter(Boolean).join('\n'),
});

const Input = z.object({
  group: z.string(),
  date: z.string().trim(),
  minutes: z.string().trim(),
  mode: z.enum(modes),
  topic: z.enum(topics),
  credentials: z.string().default(''),
  once: z.string().optional(),
  /** One that is logged, to be changed. */
  advice: Id.optional(),
});

export const saveAdvised = command({
  ...common,
  name: 'credit.advised.save',
  scans: true,
  ack: 'private',
  input: Input,
  refill: async ({ group = '', once = '', advice, ...values }, errors) =>
    advisedForm(advice === undefined ? { group, once } : { group, advice }, values, errors),
  check: async ({ date, minutes, credentials }, ctx) => {
    const read = date === undefined ? null : dayOf(date, ctx);
    const future = read !== null && 'value' in read && read.value > todayOf(ctx) ? say('credit.advised.future') : null;
    return found({
      date: read === null ? null : (problemOf(read) ?? future),
      minutes: minutes === undefined ? null : problemOf(minutesReading(minutes)),
      credentials:
        credentialsIn(credentials ?? '') === null
          ? say('credit.advised.credentials.many')
          : identifiersIn(credentials ?? '', ctx),
    });
  },
  decide: async (input, ctx) => {
    const before = input.advice === undefined ? null : await ctx.read.get(Advised, input.advice);
    if (input.advice !== undefined && before === null) return refusal('gone');
    const made = {
      // The same form sent twice is one consultation.
      id: before?.id ?? (await madeBy(ctx, 'advised', input.once)) ?? ctx.ids.next(),
      owner: ctx.me,
      group: before?.group ?? input.group,
      on: { date: checkedValue(dayOf(input.date, ctx)), zone: zoneOf(ctx) },
      minutes: checkedValue(minutesReading(input.minutes)),
      mode: input.mode,
      topic: input.topic,
      colleagues: credentialsIn(input.credentials) ?? [],
      writtenAt: before?.writtenAt ?? ctx.now,
    };
    const changed = show('credit.advised.show', { group: input.group, advice: made.id }, say('credit.advised.changed'));
    if (before !== null) return decided(changed, { changes: [put(Advised, made)] });
    return decided(show('credit.statement', { group: input.group }, say('credit.advised.saved')), {
      changes: [put(Advised, made)],
    });
  },
});

const zoneOf = (ctx: Asked): string => ctx.zone ?? ctx.group?.zone ?? 'UTC';
const todayOf = (ctx: Asked): string => dateOf(ctx.now, zoneOf(ctx));
const dayOf = (typed: string, ctx: Asked) =>
  dateReading(typed, { today: todayOf(ctx), locale: ctx.locale, toward: 'past' }, 'date');

/** Credentials, one a line; null where there are too many or one is too long. Of nobody's there is one colleague all the same. */
function credentialsIn(typed: string): string[] | null {
  const lines = linesOf(typed).map(oneLine);
  const { colleagues, credential } = adviceLimits;
  if (lines.length > colleagues || lines.some((line) => line.length > credential)) return null;
  return lines.length === 0 ? [''] : lines;
}

function advisedForm(
  to: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const blank = form({
    title: say('credit.advised'),
    fields: [
      dateField('date', say('record.on'), { required: true }),
      textField(
        'minutes',
        say('record.minutes'),
        { max: 30 },
        { required: true, value: '15', hint: say('record.minutes.hint') },
      ),
      pickField(
        'mode',
        say('record.mode'),
        modes.map((mode) => option(mode, say('record.mode.name', { mode }))),
        { required: true, value: 'thread' },
      ),
      pickField(
        'topic',
        say('record.topic'),
        topics.map((topic) => option(topic, say('topic.name', { topic }))),
        { required: true, value: 'case' },
      ),
      textField(
        'credentials',
        say('credit.advised.credentials'),
        { lines: 3, max: 800 },
        { hint: say('credit.advised.credentials.hint') },
      ),
    ],
    submit: say('credit.advised.save'),
    do: 'credit.advised.save',
    with: to,
  });
  return refilled(blank, values, errors);
}
