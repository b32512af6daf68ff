import { z } from 'zod';
import { type Msg, say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { decided, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { command, query, slash } from '../../runtime/route.ts';
import { checkedValue, dateReading, problemOf } from '../../runtime/typed-fields.ts';
import { dateOf } from '../../time/time.ts';
import {
  action,
  actions,
  body,
  card,
  dateField,
  day,
  facts,
  file,
  form,
  msg,
  option,
  quiet,
  refilled,
  title,
} from '../../view/build.ts';
import type { Block, Card, Form } from '../../view/view.ts';
import { renewalPacksOf } from './packs.ts';
import type { RenewalPack } from './renewal-pack.ts';
import { statementRows } from './rows.ts';
import { minutesIn, type Statement, statementDocument } from './statement-document.ts';
import { countTotals, cycleAround } from './totals.ts';

const common = { who: 'member', feature: 'consultation' } as const;
const formats = ['pdf', 'csv', 'json'] as const;

const Wanted = z.object({
  group: z.string().optional(),
  /** `chosen` comes from the list, `pack` from every other control; 'plain' is without the rules of a body. */
  chosen: z.string().optional(),
  pack: z.string().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** The switch sends `on`, every other control `anonymous`. */
  on: z.enum(['yes', 'no']).optional(),
  anonymous: z.enum(['yes', 'no']).optional(),
  format: z.enum(formats).optional(),
});
type Wanted = z.output<typeof Wanted>;

/** `/consult statement`: what my consultations earn for renewing a license, as a preview and as files. Only for who asks. */
export const statement = query({
  ...common,
  name: 'credit.statement',
  ack: 'private',
  slash: slash('consult', 'statement', 'credit.help.statement'),
  input: Wanted,
  show: async (input, ctx) => {
    const chosen = await statementOf(input, ctx);
    if (input.format === undefined) return previewCard(chosen, ctx);
    return card(say('credit.statement'), [
      title(say('credit.statement')),
      body(say('documents.ready', { format: input.format })),
      file(statementDocument(chosen), input.format),
      quiet(say('documents.meaning')),
      actions(action(say('word.back'), 'credit.statement', valuesOf(chosen))),
    ]);
  },
});

type Chosen = Statement & { readonly group: string; readonly anonymous: boolean };

async function statementOf(input: Wanted, ctx: Asked): Promise<Chosen> {
  const zone = ctx.zone ?? ctx.group?.zone ?? 'UTC';
  const id = input.chosen ?? input.pack;
  const pack = renewalPacksOf(ctx).find((one) => one.id === id) ?? null;
  const cycle = cycleAround(pack, dateOf(ctx.now, zone));
  // Days that somebody chose go with the pack they chose them for.
  const days =
    input.chosen === undefined && input.from !== undefined && input.to !== undefined
      ? { from: input.from, to: input.to }
      : cycle;
  // A file that stays in a conversation is no place for what somebody asked without their name.
  const anonymous = !ctx.filesStay && (input.on ?? input.anonymous) === 'yes';
  const rows = await statementRows(ctx, days, anonymous);
  const { me: owner, now, fingerprint } = ctx;
  const credential = ctx.member?.credential ?? '';
  return { owner, credential, pack, days, rows, now, zone, fingerprint, anonymous, group: ctx.group?.id ?? '' };
}

const valuesOf = ({ group, pack, days, anonymous }: Chosen): Record<string, string> => ({
  group,
  pack: pack?.id ?? 'plain',
  ...days,
  anonymous: anonymous ? 'yes' : 'no',
});

function previewCard(chosen: Chosen, ctx: Asked): Card {
  const { pack, days, rows, anonymous, group } = chosen;
  const { own, others } = minutesIn(rows);
  const values = valuesOf(chosen);
  return card(say('credit.statement'), [
    title(say('credit.statement')),
    body(say('credit.intro')),
    packPick(renewalPacksOf(ctx), pack, { group, anonymous: values.anonymous ?? 'no' }),
    facts(
      [say('credit.cycle'), day(days.from), say('supervision.to'), day(days.to)],
      [say('credit.rows'), say('status.count', { n: rows.reduce((n, { count }) => n + count, 0) })],
      [say('credit.own'), say('supervision.length', { minutes: own })],
      [say('credit.others'), say('supervision.length', { minutes: others })],
      ...(pack === null ? [] : countTotals(pack, rows)).map(
        ({ count, counted, result }) =>
          [
            say('supervision.text', { text: count.what }),
            say('supervision.length', { minutes: counted }),
            ...(result === 'none' ? [] : [msg(say('credit.result', { result, minutes: count.minMinutes ?? 0 }))]),
          ] as const,
      ),
    ),
    ...(ctx.filesStay
      ? [quiet(say('credit.anonymous.stay'))]
      : [
          {
            is: 'switch',
            label: say('credit.anonymous'),
            on: anonymous,
            do: 'credit.statement',
            with: values,
          } as const,
          quiet(say('credit.anonymous.hint')),
        ]),
    quiet(say('credit.recorded')),
    actions(
      ...formats.map((format) =>
        action(
          say('document.format', { format }),
          'credit.statement',
          { ...values, format },
          format === 'pdf' ? { tone: 'main' } : {},
        ),
      ),
      action(say('credit.dates'), 'credit.dates', values),
      action(say('credit.records'), 'consult.records.export', { group, ...days }),
      action(say('credit.advised.log'), 'credit.advised', { group }),
    ),
  ]);
}

const packPick = (all: readonly RenewalPack[], pack: RenewalPack | null, values: Record<string, string>): Block => ({
  is: 'pick',
  label: say('credit.pack'),
  options: [
    option('plain', say('credit.plain')),
    ...all.map(({ id, title: typed }) => ({ value: id, label: { typed }, hint: null })),
  ],
  chosen: [pack?.id ?? 'plain'],
  many: false,
  do: 'credit.statement',
  with: values,
});

const OfDates = z.object({
  group: z.string(),
  pack: z.string().default('plain'),
  anonymous: z.enum(['yes', 'no']).default('no'),
});

/** The cycle by hand: a license that ends on another day. */
export const dates = query({
  ...common,
  name: 'credit.dates',
  ack: 'form',
  input: OfDates.extend({ from: z.iso.date(), to: z.iso.date() }),
  show: async ({ from, to, ...of }) => datesForm(of, { from, to }),
});

export const saveDates = command({
  ...common,
  name: 'credit.dates.save',
  ack: 'private',
  input: OfDates.extend({ from: z.string().trim(), to: z.string().trim() }),
  refill: async (values, errors) => {
    const { group = '', pack = 'plain' } = values;
    return datesForm({ group, pack, anonymous: values.anonymous === 'yes' ? 'yes' : 'no' }, values, errors);
  },
  check: async ({ from, to }, ctx) => {
    const [first, last] = [reading(from ?? '', ctx), reading(to ?? '', ctx)];
    const wrong = 'value' in first && 'value' in last && last.value < first.value ? say('credit.dates.order') : null;
    return found({ from: problemOf(first), to: problemOf(last) ?? wrong });
  },
  decide: async ({ from, to, group, pack, anonymous }, ctx) =>
    decided(
      show('credit.statement', {
        ...{ group, pack, anonymous },
        ...{ from: checkedValue(reading(from, ctx)), to: checkedValue(reading(to, ctx)) },
      }),
    ),
});

const reading = (typed: string, ctx: Asked) =>
  dateReading(
    typed,
    { today: dateOf(ctx.now, ctx.zone ?? ctx.group?.zone ?? 'UTC'), locale: ctx.locale, toward: 'past' },
    'date',
  );

function datesForm(
  of: z.output<typeof OfDates>,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const blank = form({
    title: say('credit.dates'),
    fields: [
      dateField('from', say('credit.dates.from'), { required: true }),
      dateField('to', say('credit.dates.to'), { required: true }),
    ],
    submit: say('credit.dates.show'),
    do: 'credit.dates.save',
    with: { ...of },
  });
  return refilled(blank, values, errors);
}
