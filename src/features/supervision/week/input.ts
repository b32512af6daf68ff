import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import type { FieldProblem } from '../../../runtime/field-errors.ts';
import { addDays } from '../../../time/time.ts';
import { readCount } from '../../../time/typed-text.ts';
import { todayIn } from '../agreement/find.ts';
import type { Agreement } from '../agreement/model.ts';
import type { Making } from '../hours/make.ts';
import { entryLimits, formats } from '../model.ts';
import { packOf } from '../packs.ts';
import { type Cell, cellName, columnPlaces, columnsIn, supervisionOf, weekDays, workOf } from './columns.ts';
import { weekStart, weeksBack } from './form.ts';
import { cellReading } from './hours-reading.ts';

const places = weekDays.flatMap((day) => columnPlaces.map((column) => ({ day, column, name: cellName(day, column) })));
const cells = Object.fromEntries(places.map(({ name }) => [name, z.string().default('')])) as Record<
  Cell,
  z.ZodDefault<z.ZodString>
>;

/** What the table of a week sends: a length in each cell, named by its day and column, and the line of supervision. */
export const WeekInput = z
  .object({
    group: z.string(),
    agreement: z.string(),
    cols: z.string(),
    once: z.string().optional(),
    week: z.coerce
      .number()
      .int()
      .min(0)
      .max(weeksBack - 1),
    site: z.string(),
    supLength: z.string().default(''),
    supDay: z.string().default(''),
    supKind: z.string().default(''),
    submit: z.enum(['yes', 'no']).default('no'),
    format: z.enum(formats).default('in_person'),
    groupSize: z.string().default(''),
  })
  .extend(cells);
export type WeekInput = z.output<typeof WeekInput>;
type Sent = Partial<WeekInput>;

/** What is wrong with a table, each at its cell. */
export function weekProblems(sent: Sent, ctx: Asked, a: Agreement): Record<string, FieldProblem | null> {
  const pack = packOf(ctx, a.pack);
  const step = pack?.roundTo ?? 1;
  const columns = columnsIn(sent.cols ?? '', workOf(a, pack));
  const from = weekStart(ctx, a, sent.week ?? 0);
  const found = places
    .filter(({ column }) => column < columns.length)
    .map(({ day, name }): [Cell, FieldProblem | null] => {
      const read = cellReading(sent[name] ?? '', step);
      if (read === null) return [name, null];
      return [name, 'problem' in read ? read.problem : dayProblem(addDays(from, day), ctx, a)];
    });
  const isEmpty = found.every(([name]) => !sent[name]?.trim()) && !sent.supLength?.trim();
  return {
    ...Object.fromEntries(found),
    ...(isEmpty ? { [cellName(0, 0)]: say('supervision.week.empty') } : {}),
    site: sent.site === undefined || a.sites[Number(sent.site)] !== undefined ? null : say('field.choose'),
    ...(sent.supLength?.trim() ? supervisionProblems(sent, ctx, a, step) : {}),
  };
}

function supervisionProblems(sent: Sent, ctx: Asked, a: Agreement, step: number): Record<string, FieldProblem | null> {
  const read = cellReading(sent.supLength ?? '', step);
  const choice = supervisionOf(a, packOf(ctx, a.pack)).find(({ value }) => value === sent.supKind);
  const size = readCount(sent.groupSize ?? '');
  const day = weekDays.find((one) => String(one) === sent.supDay);
  return {
    supLength: read !== null && 'problem' in read ? read.problem : null,
    supDay:
      day === undefined ? say('field.choose') : dayProblem(addDays(weekStart(ctx, a, sent.week ?? 0), day), ctx, a),
    supKind: choice === undefined ? say('field.choose') : null,
    groupSize:
      choice?.modality === 'group' && (size === null || size < 3 || size > entryLimits.group)
        ? say('supervision.groupSize.error')
        : null,
  };
}

function dayProblem(date: string, ctx: Asked, a: Agreement): FieldProblem | null {
  if (date > todayIn(ctx, a)) return say('supervision.week.cell.future');
  if (date < a.startsOn) return say('supervision.week.cell.before');
  return a.endsOn !== null && date > a.endsOn ? say('supervision.week.cell.after') : null;
}

/** The entries of a table that was checked: one for each cell that holds a length, and one of supervision. */
export function entriesOfWeek(input: WeekInput, ctx: Asked, a: Agreement): Making[] {
  const pack = packOf(ctx, a.pack);
  const step = pack?.roundTo ?? 1;
  const site = a.sites[Number(input.site)] ?? '';
  const from = weekStart(ctx, a, input.week);
  const common = { site, start: null, groupSize: readCount(input.groupSize), format: input.format };
  const submit = input.submit === 'yes';
  const columns = columnsIn(input.cols, workOf(a, pack));
  const minutesIn = (typed: string): number => {
    const read = cellReading(typed, step);
    return read !== null && 'value' in read ? read.value : 0;
  };
  const work = places.flatMap(({ day, column, name }): Making[] => {
    const [choice, minutes] = [columns[column], minutesIn(input[name])];
    return choice === undefined || minutes === 0
      ? []
      : [{ ...common, submit, choice, minutes, date: addDays(from, day) }];
  });
  const choice = supervisionOf(a, pack).find(({ value }) => value === input.supKind);
  const minutes = minutesIn(input.supLength);
  const session =
    choice === undefined || minutes === 0
      ? []
      : [{ ...common, submit, choice, minutes, date: addDays(from, Number(input.supDay)) }];
  return [...work, ...session];
}
