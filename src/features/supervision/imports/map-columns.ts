import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import { decided, isRefusal, put, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { command, query } from '../../../runtime/route.ts';
import { body, form, option, pickField, refilled, typedOption } from '../../../view/build.ts';
import type { Field, Form } from '../../../view/view.ts';
import { common } from '../agreement/find.ts';
import { isEnough, signatureOf, type Target, targets } from './columns.ts';
import { allRows, type ImportMap, ImportMaps, mostKept } from './model.ts';
import { type Import, importIn, myMap } from './open.ts';

const OfImport = z.object({ group: z.string(), agreement: z.string() });
/** The columns that are asked for, what is needed most first; a program's own two of restricted time come last. */
const asked = [
  'date',
  'hours',
  'minutes',
  'activity',
  'site',
  'supervisor',
  'modality',
  'notes',
  'start',
  'end',
] as const;
/** Discord's menus hold 25 options: so many columns can be chosen from, besides "none". */
const mostColumns = 22;

/** Which column is what. Said once for a table whose columns are called so, and remembered. */
export const mapColumns = query({
  ...common,
  name: 'supervision.import.columns',
  ack: 'form',
  input: OfImport,
  show: async ({ agreement }, ctx) => {
    const of = await importIn(ctx, agreement);
    return isRefusal(of) ? of : columnsForm(of);
  },
});

const Column = z.string().default('');
const Input = OfImport.extend({
  date: Column,
  hours: Column,
  minutes: Column,
  activity: Column,
  site: Column,
  supervisor: Column,
  modality: Column,
  notes: Column,
  start: Column,
  end: Column,
});

export const saveColumns = command({
  ...common,
  name: 'supervision.import.columns.save',
  ack: 'private',
  input: Input,
  refill: async (values, errors, ctx) => {
    const of = await importIn(ctx, values.agreement ?? '');
    return isRefusal(of) ? of : columnsForm(of, values, errors);
  },
  check: async (input) => {
    const columns = columnsOf(input);
    return found({
      date: columns.date === undefined ? say('supervision.import.columns.date') : null,
      hours: columns.date === undefined || isEnough(columns) ? null : say('supervision.import.columns.length'),
    });
  },
  decide: async (input, ctx) => {
    const of = await importIn(ctx, input.agreement);
    if (isRefusal(of)) return of;
    const signature = signatureOf(of.pasted.header);
    const at = Number(input.site.slice(allRows.length + 1));
    const site = input.site.startsWith(`${allRows}:`) ? (of.agreement.sites[at] ?? '') : '';
    const map: ImportMap = (await myMap(ctx)) ?? { id: ctx.ids.next(), owner: ctx.me, tables: [], names: [] };
    const mine = { signature, columns: columnsOf(input), site, supervisor: input.supervisor === allRows };
    const tables = [mine, ...map.tables.filter((t) => t.signature !== signature)].slice(0, mostKept.tables);
    const { id, group } = of.agreement;
    return decided(
      show('supervision.import.preview', { group, agreement: id }, say('supervision.import.columns.saved')),
      {
        changes: [put(ImportMaps, { ...map, tables })],
      },
    );
  },
});

const columnsOf = (input: Partial<Record<Target, string>>): Partial<Record<Target, number>> =>
  Object.fromEntries(
    targets.flatMap((target) => (/^\d+$/.test(input[target] ?? '') ? [[target, Number(input[target])]] : [])),
  );

function columnsForm(
  of: Import,
  values: Readonly<Record<string, string>> = {},
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const { pasted, agreement: a } = of;
  const columns = pasted.header
    .map((name, i) => typedOption(String(i), name === '' ? `#${i + 1}` : name.slice(0, 70)))
    .slice(0, mostColumns);
  const none = option('none', say('supervision.import.columns.none'));
  const shared = (target: Target) =>
    target === 'site'
      ? a.sites
          .slice(0, 2)
          .map((site, i) => typedOption(`${allRows}:${i}`, site, say('supervision.import.columns.all')))
      : target === 'supervisor'
        ? [option(allRows, say('supervision.import.columns.supervisor'))]
        : [];
  const fields = asked.map((target): Field => {
    const value = of.columns?.[target];
    return pickField(
      target,
      say('supervision.import.target', { target }),
      [...columns, ...shared(target), ...(target === 'date' ? [] : [none])].slice(0, 25),
      { required: target === 'date', value: value === undefined ? (target === 'date' ? '' : 'none') : String(value) },
    );
  });
  const blank = form({
    title: say('supervision.import.columns'),
    intro: [body(say('supervision.import.columns.intro'))],
    fields,
    submit: say('supervision.import.columns.save'),
    do: 'supervision.import.columns.save',
    with: { group: a.group, agreement: a.id },
  });
  return refilled(blank, values, errors);
}
