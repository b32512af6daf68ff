import { z } from 'zod';
import { type Msg, say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { decided, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { command, query } from '../../runtime/route.ts';
import { checkedValue, dateReading, problemOf } from '../../runtime/typed-fields.ts';
import { dateOf } from '../../time/time.ts';
import { dateField, form, refilled } from '../../view/build.ts';
import type { Form } from '../../view/view.ts';
import { folded, unfolded } from './chosen.ts';

const common = { who: 'member', feature: 'consultation' } as const;

const OfDates = z.object({
  group: z.string(),
  s: z.string().optional(),
  pack: z.string().optional(),
  anonymous: z.enum(['yes', 'no']).optional(),
});

/** The cycle by hand: a license that ends on another day. */
export const dates = query({
  ...common,
  name: 'credit.dates',
  ack: 'form',
  input: OfDates.extend({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
  show: async (input) => {
    const { from = '', to = '', ...of } = unfolded(input);
    return datesForm(of, { from, to });
  },
});

export const saveDates = command({
  ...common,
  name: 'credit.dates.save',
  ack: 'private',
  input: OfDates.extend({ from: z.string().trim(), to: z.string().trim() }),
  refill: async (values, errors) => {
    const { pack, anonymous } = unfolded({ s: values.s });
    return datesForm({ group: values.group ?? '', pack, anonymous }, values, errors);
  },
  check: async ({ from, to }, ctx) => {
    const [first, last] = [reading(from ?? '', 'first', ctx), reading(to ?? '', 'last', ctx)];
    const wrong = 'value' in first && 'value' in last && last.value < first.value ? say('credit.dates.order') : null;
    return found({ from: problemOf(first), to: problemOf(last) ?? wrong });
  },
  decide: async (input, ctx) => {
    const { group, pack = 'plain', anonymous = 'no' } = unfolded(input);
    const days = {
      from: checkedValue(reading(input.from, 'first', ctx)),
      to: checkedValue(reading(input.to, 'last', ctx)),
    };
    return decided(show('credit.statement', { group, pack, anonymous, ...days }));
  },
});

const reading = (typed: string, field: 'first' | 'last', ctx: Asked) =>
  dateReading(
    typed,
    { today: dateOf(ctx.now, ctx.zone ?? ctx.group?.zone ?? 'UTC'), locale: ctx.locale, toward: 'past' },
    field,
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
    with: { group: of.group, s: folded({ pack: of.pack ?? 'plain', anonymous: of.anonymous ?? 'no' }) },
  });
  return refilled(blank, values, errors);
}
