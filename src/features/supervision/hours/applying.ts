import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { decided, isRefusal, put, type Refusal, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { checkedValue, dateReading, problemOf } from '../../../runtime/typed-fields.ts';
import { body, dateField, form, refilled } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { agreementOf, common, todayIn } from '../agreement/find.ts';
import { type Agreement, Agreements } from '../agreement/model.ts';

const OfAgreement = z.object({ group: z.string(), agreement: z.string() });

/** An agreement of mine in which hours add up to something: those for growth do not. */
async function withTotals(ctx: Asked, id: string): Promise<Agreement | Refusal> {
  const a = await agreementOf(ctx, id, 'supervisee');
  return isRefusal(a) || a.purpose !== 'growth' ? a : refusal('noTotals');
}

/** Some boards' rules go by the date of the application, for all hours, whenever they were. */
export const applying = query({
  ...common,
  name: 'supervision.applying',
  ack: 'form',
  input: OfAgreement,
  show: async ({ agreement }, ctx) => {
    const a = await withTotals(ctx, agreement);
    return isRefusal(a) ? a : applyingForm(a, { date: a.applyingOn ?? '' });
  },
});

export const saveApplying = command({
  ...common,
  name: 'supervision.applying.save',
  ack: 'private',
  input: OfAgreement.extend({ date: z.string().trim().default('') }),
  refill: async (values, errors, ctx) => {
    const a = await withTotals(ctx, values.agreement ?? '');
    return isRefusal(a) ? a : applyingForm(a, values, errors);
  },
  check: async (input, ctx) => {
    const a = await withTotals(ctx, input.agreement ?? '');
    return isRefusal(a) || !input.date ? {} : found({ date: problemOf(readingIn(input.date, a, ctx)) });
  },
  decide: async (input, ctx) => {
    const a = await withTotals(ctx, input.agreement);
    if (isRefusal(a)) return a;
    const applyingOn = input.date === '' ? null : checkedValue(readingIn(input.date, a, ctx));
    return decided(show('supervision.totals', { group: a.group, agreement: a.id }, say('supervision.applying.saved')), {
      changes: [put(Agreements, { ...a, applyingOn })],
    });
  },
});

const readingIn = (typed: string, a: Agreement, ctx: Asked) =>
  dateReading(typed, { today: todayIn(ctx, a), locale: ctx.locale, toward: 'future' }, 'date');

function applyingForm(
  a: Agreement,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const blank = form({
    title: say('supervision.applying.title'),
    intro: [body(say('supervision.applying.intro'))],
    fields: [dateField('date', say('supervision.applying.date'))],
    submit: say('supervision.applying.save'),
    do: 'supervision.applying.save',
    with: { group: a.group, agreement: a.id },
  });
  return refilled(blank, values, errors);
}
