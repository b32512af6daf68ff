import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { shownDate } from '../../../runtime/typed-fields.ts';
import { addDays } from '../../../time/time.ts';
import { body, form, option, pickField, refilled, switchField, textField, typedOption } from '../../../view/build.ts';
import type { Field, Form, Option } from '../../../view/view.ts';
import { todayIn } from '../agreement/find.ts';
import { type Agreement, canSign } from '../agreement/model.ts';
import { type Choice, modalityBeside } from '../hours/input.ts';
import { entryLimits, formats } from '../model.ts';
import { activityName, packOf } from '../packs.ts';
import { dateOfDay, dayOf, periodAround } from '../rules/calendar.ts';
import type { Pack } from '../rules/pack.ts';
import { carried, cellName, columnPlaces, columnsIn, supervisionOf, weekDays, workOf } from './columns.ts';

/** How far back a week can be logged as a table; older ones are imported or logged one by one. */
export const weeksBack = 5;

/** The first day of the week that lies so many weeks back, as the rules count weeks. */
export function weekStart(ctx: Pick<Asked, 'now' | 'packs'>, a: Agreement, back: number): string {
  const { from } = periodAround(dayOf(todayIn(ctx, a)), 'week', packOf(ctx, a.pack)?.weekStartsOn ?? 0);
  return addDays(dateOfDay(from), -7 * back);
}

/** Early in a week the one before is meant. */
export const weekMeant = (ctx: Pick<Asked, 'now' | 'packs'>, a: Agreement): string =>
  todayIn(ctx, a) < addDays(weekStart(ctx, a, 0), 2) ? '1' : '0';

/** A week as a table: its days are rows, the categories columns, and supervision has a line of its own. */
export function weekForm(
  ctx: Pick<Asked, 'now' | 'packs' | 'locale'>,
  a: Agreement,
  columns: readonly number[],
  values: Readonly<Record<string, string>> = {},
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const pack = packOf(ctx, a.pack);
  const only = onlyKind(supervisionOf(a, pack));
  const weeks = Array.from({ length: weeksBack }, (_, back) =>
    option(String(back), say('supervision.week.of', { back }), daysOf(ctx, a, back)),
  );
  const blank = form({
    title: say('supervision.week.title'),
    intro: [body(say('supervision.week.intro'))],
    fields: [
      pickField('week', say('supervision.week.which'), weeks, { required: true, value: weekMeant(ctx, a) }),
      pickField(
        'site',
        say('supervision.site'),
        a.sites.map((site, i) => typedOption(String(i), site)),
        { required: true, value: '0' },
      ),
      ...supervisionLine(a, pack),
      ...cells(a, pack, columns),
      ...(canSign(a)
        ? [switchField('submit', say('supervision.submit'), { hint: say('supervision.submit.hint'), value: 'yes' })]
        : []),
      pickField(
        'format',
        say('supervision.format'),
        formats.map((format) => option(format, say('supervision.format.name', { format }))),
        { value: 'in_person', hint: say('supervision.format.hint') },
      ),
      ...(a.modalities.includes('group') ? [groupSize()] : []),
    ],
    submit: say('supervision.week.save'),
    do: 'supervision.week.save',
    with: {
      group: a.group,
      agreement: a.id,
      cols: carried(columns),
      once: values.once ?? '',
      ...(only === undefined ? {} : { supKind: only }),
    },
  });
  return refilled(blank, values, errors);
}

function daysOf(ctx: Pick<Asked, 'now' | 'packs' | 'locale'>, a: Agreement, back: number): Msg {
  const from = weekStart(ctx, a, back);
  const [first, last] = [from, addDays(from, 6)].map((date) => shownDate(date, ctx.locale));
  return say('supervision.week.days', { first: first ?? '', last: last ?? '' });
}

/** The sort of supervision where there is no other. */
const onlyKind = (kinds: readonly Choice[]): string | undefined => (kinds.length === 1 ? kinds[0]?.value : undefined);

function supervisionLine(a: Agreement, pack: Pack | null): Field[] {
  const { weekStartsOn = 0 } = pack ?? {};
  const kinds = supervisionOf(a, pack);
  const only = onlyKind(kinds);
  return [
    textField(
      'supLength',
      say('supervision.week.supervision'),
      { max: 20 },
      { hint: say('supervision.week.supervision.hint') },
    ),
    pickField(
      'supDay',
      say('supervision.week.day'),
      weekDays.map((day) => option(String(day), say('supervision.weekday', { day: (day + weekStartsOn) % 7 }))),
    ),
    // One sort of supervision goes without saying.
    ...(only === undefined
      ? [
          pickField(
            'supKind',
            say('supervision.week.kind'),
            kinds.map((choice) => kindOption(choice, kinds, pack)),
            { value: kinds[0]?.value ?? '' },
          ),
        ]
      : []),
  ];
}

function kindOption(choice: Choice, all: readonly Choice[], pack: Pack | null): Option {
  const { value, activity } = choice;
  const hint = modalityBeside(choice, all);
  const label = pack?.activities.find(({ id }) => id === activity.id)?.label;
  return label === undefined ? option(value, activityName(activity.id, pack), hint) : typedOption(value, label, hint);
}

function cells(a: Agreement, pack: Pack | null, columns: readonly number[]): Field[] {
  const { weekStartsOn = 0 } = pack ?? {};
  const shown = columnsIn(carried(columns), workOf(a, pack));
  return weekDays.flatMap((day) => {
    const weekday = (day + weekStartsOn) % 7;
    return columnPlaces.slice(0, shown.length).flatMap((at) => {
      const { id, group } = shown[at]?.activity ?? {};
      if (id === undefined || group === undefined) return [];
      const label = pack?.activities.find((one) => one.id === id)?.label;
      const cell = { row: say('supervision.weekday', { day: weekday }), column: activityName(id, pack) };
      const name =
        label === undefined
          ? say('supervision.week.plainCell', { day: weekday, type: group })
          : say('supervision.week.cell', { day: weekday, label });
      return textField(cellName(day, at), name, { max: 12, cell });
    });
  });
}

const groupSize = (): Field =>
  pickField(
    'groupSize',
    say('supervision.groupSize'),
    Array.from({ length: entryLimits.group - 2 }, (_, i) =>
      option(String(i + 3), say('supervision.people', { n: i + 3 })),
    ),
    { hint: say('supervision.groupSize.hint') },
  );
