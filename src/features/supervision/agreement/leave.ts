import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { decided, isRefusal, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { checkedValue, dateReading, problemOf } from '../../../runtime/typed-fields.ts';
import { body, dateField, form, refilled } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { mostLeaves } from './details-model.ts';
import { agreementOf, common, todayIn } from './find.ts';
import { letter } from './letters.ts';
import { type Agreement, otherIn, roleIn } from './model.ts';
import { withLink } from './terms.ts';

const OfAgreement = z.object({ group: z.string(), agreement: z.string() });

/** Leave of the supervisee, and when the supervisor approved it in writing: some rules leave such months out. */
export const leave = query({
  ...common,
  name: 'supervision.leave',
  ack: 'form',
  input: OfAgreement,
  show: async ({ agreement }, ctx) => {
    const a = await agreementOf(ctx, agreement);
    return isRefusal(a) ? a : leaveForm(a);
  },
});

const Input = OfAgreement.extend({
  from: z.string().trim(),
  to: z.string().trim(),
  approvedOn: z.string().trim().default(''),
});

type Reads = readonly [toward: 'past' | 'future', field: 'away' | 'awayUntil' | 'approved'];
const reads = { from: ['future', 'away'], to: ['future', 'awayUntil'], approvedOn: ['past', 'approved'] } as const;
const reading = (typed: string, [toward, field]: Reads, a: Agreement, ctx: Asked) =>
  dateReading(typed, { today: todayIn(ctx, a), locale: ctx.locale, toward }, field);

export const saveLeave = command({
  ...common,
  name: 'supervision.leave.save',
  opensWith: 'supervision.leave',
  ack: 'private',
  input: Input,
  refill: async (values, errors, ctx) => {
    const a = await agreementOf(ctx, values.agreement ?? '');
    return isRefusal(a) ? a : leaveForm(a, values, errors);
  },
  check: async ({ agreement = '', from: typedFrom, to: typedTo, approvedOn }, ctx) => {
    const a = await agreementOf(ctx, agreement);
    if (isRefusal(a)) return {};
    const from = typedFrom === undefined ? null : reading(typedFrom, reads.from, a, ctx);
    const to = typedTo === undefined ? null : reading(typedTo, reads.to, a, ctx);
    const both = from !== null && to !== null && 'value' in from && 'value' in to;
    return found({
      from: from && problemOf(from),
      to: (to && problemOf(to)) ?? (both && to.value < from.value ? say('supervision.leave.early') : null),
      approvedOn: approvedOn ? problemOf(reading(approvedOn, reads.approvedOn, a, ctx)) : null,
    });
  },
  decide: async (input, ctx) => {
    const a = await agreementOf(ctx, input.agreement);
    if (isRefusal(a)) return a;
    if (a.status !== 'active') return refusal('notConfirmed');
    const { approvedOn } = input;
    const period = {
      from: checkedValue(reading(input.from, reads.from, a, ctx)),
      to: checkedValue(reading(input.to, reads.to, a, ctx)),
      approvedOn: approvedOn === '' ? null : checkedValue(reading(approvedOn, reads.approvedOn, a, ctx)),
    };
    const to = show('supervision.details', { group: a.group, agreement: a.id }, say('supervision.leave.saved'));
    if (a.leave.some((one) => JSON.stringify(one) === JSON.stringify(period))) return decided(to);
    // Of one day on there is one leave: said again, it is changed.
    const others = a.leave.filter(({ from }) => from !== period.from);
    if (others.length >= mostLeaves) return refusal('manyLeaves');
    return decided(to, changed(ctx, a, [...others, period]));
  },
});

/** A leave that was entered by mistake, or did not come to pass. */
export const removeLeave = command({
  ...common,
  name: 'supervision.leave.remove',
  ack: 'private',
  input: OfAgreement.extend({ from: z.string() }),
  decide: async ({ agreement, from }, ctx) => {
    const a = await agreementOf(ctx, agreement);
    if (isRefusal(a)) return a;
    const to = show('supervision.details', { group: a.group, agreement: a.id }, say('supervision.leave.removed'));
    const left = a.leave.filter((one) => one.from !== from);
    return left.length === a.leave.length ? decided(to) : decided(to, changed(ctx, a, left));
  },
});

const changed = (ctx: Parameters<typeof withLink>[0], a: Agreement, leave: Agreement['leave']) => ({
  changes: withLink(ctx, { ...a, leave }, 'leave', roleIn(a, ctx.me) ?? 'supervisee'),
  sends: letter(ctx, a, otherIn(a, ctx.me), 'leave'),
});

function leaveForm(
  a: Agreement,
  values: Readonly<Record<string, string>> = {},
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const blank = form({
    title: say('supervision.leave'),
    intro: [body(say('supervision.leave.intro', { growth: a.purpose === 'growth' }))],
    fields: [
      dateField('from', say('supervision.leave.from'), { required: true }),
      dateField('to', say('supervision.leave.to'), { required: true }),
      dateField('approvedOn', say('supervision.leave.approvedOn'), { hint: say('supervision.leave.approvedOn.hint') }),
    ],
    submit: say('supervision.leave.save'),
    do: 'supervision.leave.save',
    with: { group: a.group, agreement: a.id },
  });
  return refilled(blank, values, errors);
}
