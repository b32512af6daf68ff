import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import { groupOf } from '../../../runtime/context.ts';
import { decided, isRefusal, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { command, query } from '../../../runtime/route.ts';
import { body, form, option, pickField, refilled, typedOption } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { isEnough, type Target, targets } from './columns.ts';
import { common, draftId, importOf, type LogImport } from './open.ts';

/** Discord's menus hold 25 options: so many columns can be chosen from, besides "none". */
const mostColumns = 24;

/** Which column is what. */
export const mapLogColumns = query({
  ...common,
  name: 'consult.import.columns',
  ack: 'form',
  input: z.object({ group: z.string() }),
  show: async (_, ctx) => {
    const of = await importOf(ctx);
    return isRefusal(of) ? of : columnsForm(of);
  },
});

const Columns = z.object(
  Object.fromEntries(targets.map((target) => [target, z.string().default('')])) as Record<
    Target,
    z.ZodDefault<z.ZodString>
  >,
);

export const saveLogColumns = command({
  ...common,
  name: 'consult.import.columns.save',
  ack: 'private',
  input: Columns.extend({ group: z.string() }),
  refill: async (values, errors, ctx) => {
    const of = await importOf(ctx);
    return isRefusal(of) ? of : columnsForm(of, values, errors);
  },
  check: async (input) => {
    const columns = chosenIn(input);
    const length = columns.minutes ?? columns.hours;
    return found({
      date: columns.date === undefined ? say('supervision.import.columns.date') : null,
      minutes: length === undefined ? say('import.log.columns.length') : null,
      question: length !== undefined && !isEnough({ ...columns, date: 0 }) ? say('import.log.columns.text') : null,
    });
  },
  decide: async (input, ctx) => {
    const of = await importOf(ctx);
    if (isRefusal(of)) return of;
    return decided(show('consult.import.preview', { group: groupOf(ctx).id }), {
      drafts: [{ keep: draftId, value: { ...of.kept, columns: chosenIn(input) } }],
    });
  },
});

const chosenIn = (input: Partial<Record<Target, string>>): Partial<Record<Target, number>> =>
  Object.fromEntries(
    targets.flatMap((target) => (/^\d+$/.test(input[target] ?? '') ? [[target, Number(input[target])]] : [])),
  );

function columnsForm(
  { group, pasted, guessed }: LogImport,
  values: Readonly<Record<string, string>> = {},
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const columns = pasted.header
    .map((name, i) => typedOption(String(i), name === '' ? `#${i + 1}` : name.slice(0, 70)))
    .slice(0, mostColumns);
  const none = option('none', say('supervision.import.columns.none'));
  const blank = form({
    title: say('supervision.import.columns'),
    intro: [body(say('import.log.columns.intro'))],
    fields: targets.map((target) => {
      const value = guessed[target];
      const needed = target === 'date';
      return pickField(target, say('import.log.target', { target }), [...columns, ...(needed ? [] : [none])], {
        required: needed,
        value: value === undefined ? (needed ? '' : 'none') : String(value),
      });
    }),
    submit: say('import.log.columns.save'),
    do: 'consult.import.columns.save',
    with: { group, draft: draftId },
  });
  return refilled(blank, values, errors);
}
