import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { decided, isRefusal, put, show } from '../../../runtime/decision.ts';
import { folded } from '../../../runtime/pasted/table.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { body, form, option, pickField, quote, typedOption } from '../../../view/build.ts';
import type { Form, Option } from '../../../view/view.ts';
import { common } from '../agreement/find.ts';
import { activityName } from '../packs.ts';
import { unknownNames } from './meaning.ts';
import { type ImportMap, ImportMaps, mostKept, type NameAbout } from './model.ts';
import { type Import, importIn, myMap } from './open.ts';

/** Names asked for at once: with the list of them they fit one step on every platform. */
const atOnce = 4;
const leaveOut = 'none';

const OfImport = z.object({ group: z.string(), agreement: z.string() });

/** What the words of a table mean here: activities, sites, supervisors. Said once, and remembered. */
export const mapNames = query({
  ...common,
  name: 'supervision.import.names',
  ack: 'form',
  input: OfImport,
  show: async ({ group, agreement }, ctx) => {
    const of = await importIn(ctx, agreement);
    if (isRefusal(of)) return of;
    if (unknownNames(of.rows, of.meaning).length > 0) return namesForm(of);
    // An old button: every name has been said since.
    return (await ctx.lookUp('supervision.import.preview', { group, agreement })) ?? refusal('importChanged');
  },
});

const places = Array.from({ length: atOnce }, (_, i) => `n${i}` as const);

export const saveNames = command({
  ...common,
  name: 'supervision.import.names.save',
  ack: 'private',
  input: OfImport.extend({ v: z.string() }).extend(
    Object.fromEntries(places.map((name) => [name, z.string().default('')])) as Record<
      (typeof places)[number],
      z.ZodDefault<z.ZodString>
    >,
  ),
  decide: async (input, ctx) => {
    const of = await importIn(ctx, input.agreement);
    if (isRefusal(of)) return of;
    const { id, group } = of.agreement;
    // The form asked by place: what it asked about must still be what is there.
    if (input.v !== versionOf(of)) return refusal('importChanged');
    const said = unknownNames(of.rows, of.meaning)
      .slice(0, atOnce)
      .flatMap(({ about, name }, i) => {
        const means = input[places[i] ?? 'n0'] ?? '';
        return means === ''
          ? []
          : [{ agreement: id, about, name: folded(name), means: means === leaveOut ? '' : means }];
      });
    const map: ImportMap = (await myMap(ctx)) ?? { id: ctx.ids.next(), owner: ctx.me, tables: [], names: [] };
    return decided(
      show('supervision.import.preview', { group, agreement: id }, say('supervision.import.columns.saved')),
      {
        changes: [put(ImportMaps, { ...map, names: [...map.names, ...said].slice(-mostKept.names) })],
      },
    );
  },
});

const versionOf = (of: Import): string => `${of.meaning.names.length}.${of.rows.length}`;

function namesForm(of: Import): Form {
  const { group, id } = of.agreement;
  const unknown = unknownNames(of.rows, of.meaning).slice(0, atOnce);
  return form({
    title: say('supervision.import.names'),
    intro: [
      body(say('supervision.import.names.intro')),
      quote(unknown.map(({ name }, i) => `${i + 1}. ${name.slice(0, 80)}`).join('\n')),
    ],
    fields: unknown.map(({ about }, i) =>
      pickField(`n${i}`, say('supervision.import.name', { about, n: i + 1 }), [
        ...optionsFor(about, of),
        option(leaveOut, say('supervision.import.leaveOut')),
      ]),
    ),
    submit: say('supervision.import.columns.save'),
    do: 'supervision.import.names.save',
    with: { group, agreement: id, v: versionOf(of) },
  });
}

function optionsFor(about: NameAbout, { meaning: { agreement, choices, pack } }: Import): Option[] {
  if (about === 'supervisor') return [option('this', say('supervision.import.columns.supervisor'))];
  if (about === 'site') return agreement.sites.map((site, i) => typedOption(String(i), site));
  return choices.slice(0, 24).map(({ value, activity, modality }) => {
    const hint = modality === null ? null : say('supervision.modality', { modality });
    const label = pack?.activities.find(({ id }) => id === activity.id)?.label;
    return label === undefined ? option(value, activityName(activity.id, pack), hint) : typedOption(value, label, hint);
  });
}
