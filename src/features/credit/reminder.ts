import { z } from 'zod';
import { type Msg, say } from '../../i18n/message.ts';
import { type Asked, groupOf, memberOf } from '../../runtime/context.ts';
import { decided, drop, put, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { command, query } from '../../runtime/route.ts';
import { checkedValue, dateReading, problemOf } from '../../runtime/typed-fields.ts';
import { addDays, dateOf, yearsFrom } from '../../time/time.ts';
import { action, actions, body, dateField, day, form, quiet, refilled } from '../../view/build.ts';
import type { Block, Form } from '../../view/view.ts';
import { unfolded } from './chosen.ts';
import { myReminder, noJob, type Reminder, Reminders, remindAt, reminderId, reminderOn } from './reminder-model.ts';

const common = { who: 'member', feature: 'consultation' } as const;

/** So many days before a cycle ends there is still time to ask colleagues to confirm. */
const daysBefore = 60;
/** As long as the longest cycle that a pack can have. */
const yearsAhead = 10;

/** The statement that it is set from, and that is shown again; `s` as in `chosen.ts`. */
const OfStatement = z.object({ group: z.string(), s: z.string().optional() });
type OfStatement = z.output<typeof OfStatement>;

const valuesOf = ({ group, s }: OfStatement): Record<string, string> => ({ group, ...(s === undefined ? {} : { s }) });

const zoneOf = (ctx: Asked): string => ctx.zone ?? ctx.group?.zone ?? 'UTC';
const todayOf = (ctx: Asked): string => dateOf(ctx.now, zoneOf(ctx));

/** Below a statement: the reminder that I set, or the way to set one. */
export const reminderBlocks = (own: Reminder | null, of: Readonly<Record<string, string>>): Block[] =>
  own === null
    ? [quiet(say('credit.reminder.none')), actions(action(say('credit.reminder.set'), 'credit.reminder', of))]
    : [
        body(say('credit.reminder.on'), day(own.date)),
        actions(
          action(say('credit.reminder.change'), 'credit.reminder', of),
          action(say('credit.reminder.remove'), 'credit.unremind', of),
        ),
      ];

export const reminder = query({
  ...common,
  name: 'credit.reminder',
  ack: 'form',
  input: OfStatement,
  show: async (input, ctx) => {
    const date = (await myReminder(ctx))?.date ?? beforeEnd(unfolded(input).to, todayOf(ctx));
    return reminderForm(input, ctx, { date });
  },
});

/** Some time before the cycle ends; empty where that is past, or where nobody said when it ends. */
function beforeEnd(end: string | undefined, today: string): string {
  const date = end === undefined ? '' : addDays(end, -daysBefore);
  return date > today ? date : '';
}

export const saveReminder = command({
  ...common,
  name: 'credit.reminder.save',
  opensWith: 'credit.reminder',
  ack: 'private',
  input: OfStatement.extend({ date: z.string().trim() }),
  refill: async (values, errors, ctx) => {
    const of = { group: groupOf(ctx).id, s: values.s };
    return reminderForm(of, ctx, values, errors);
  },
  check: async ({ date }, ctx) => {
    const read = reading(date ?? '', ctx);
    return found({ date: problemOf(read) ?? rangeProblem(checkedValue(read), todayOf(ctx)) });
  },
  decide: async ({ date, ...of }, ctx) => {
    const zone = zoneOf(ctx);
    const day = { id: await reminderId(ctx), owner: ctx.me, date: checkedValue(reading(date, ctx)), zone };
    const made = reminderOn(day, groupOf(ctx).quiet);
    return decided(show('credit.statement', valuesOf(of), say('credit.reminder.saved')), {
      changes: [put(Reminders, made)],
      due: [remindAt({ group: groupOf(ctx).id, reminder: made.id, person: ctx.me, zone }, made.at)],
    });
  },
});

const reading = (typed: string, ctx: Asked) =>
  dateReading(typed, { today: todayOf(ctx), locale: ctx.locale, toward: 'future' }, 'date');

const rangeProblem = (date: string, today: string): Msg | null =>
  date <= today || date > yearsFrom(today, yearsAhead) ? say('credit.reminder.range', { years: yearsAhead }) : null;

export const removeReminder = command({
  ...common,
  name: 'credit.unremind',
  ack: 'private',
  input: OfStatement,
  decide: async (of, ctx) => {
    const id = await reminderId(ctx);
    return decided(show('credit.statement', valuesOf(of), say('credit.reminder.removed')), {
      changes: [drop(Reminders, id)],
      due: [noJob(id)],
    });
  },
});

/** Read at home, where no message could be sent. */
export const reminderDone = command({
  ...common,
  name: 'credit.reminder.done',
  ack: 'private',
  input: z.object({ group: z.string() }),
  decide: async ({ group }, ctx) => {
    const id = await reminderId(ctx);
    return decided(show('curbside.home', { group }), { changes: [drop(Reminders, id)], due: [noJob(id)] });
  },
});

function reminderForm(
  of: OfStatement,
  ctx: Asked,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const blank = form({
    title: say('credit.reminder'),
    intro: [quiet(say(memberOf(ctx).messages ? 'credit.reminder.intro' : 'credit.reminder.intro.home'))],
    fields: [
      dateField('date', say('credit.reminder.date'), { required: true, hint: say('credit.reminder.date.hint') }),
    ],
    submit: say('credit.reminder.save'),
    do: 'credit.reminder.save',
    with: valuesOf(of),
  });
  return refilled(blank, values, errors);
}
