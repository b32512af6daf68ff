import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { type DueChange, decided, drop, isRefusal, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { due } from '../../../runtime/jobs.ts';
import { waitsUntil } from '../../../runtime/outbox/waits-until.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { checkedValue, dateReading, problemOf } from '../../../runtime/typed-fields.ts';
import { always } from '../../../time/durations.ts';
import { instantOf, yearsFrom } from '../../../time/time.ts';
import { body, dateField, form, option, pickField, refilled } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { contentsDropped } from '../contents.ts';
import { agreementOf, common, todayIn } from './find.ts';
import { letter } from './letters.ts';
import { type Agreement, Agreements, endReasons, keptYears, otherIn, otherRole, roleIn } from './model.ts';
import { withLink } from './terms.ts';
import { unsignedBlocks } from './unsigned.ts';

const OfAgreement = z.object({ group: z.string(), agreement: z.string() });

/** Either of the two ends it; what was logged stays, and waits for its signatures. */
export const end = query({
  ...common,
  name: 'supervision.end',
  ack: 'form',
  input: OfAgreement,
  show: async ({ agreement }, ctx) => {
    const a = await agreementOf(ctx, agreement);
    return isRefusal(a) ? a : endForm(a, { endsOn: todayIn(ctx, a) });
  },
});

const Input = OfAgreement.extend({ endsOn: z.string().trim(), reason: z.enum(endReasons) });

export const saveEnd = command({
  ...common,
  name: 'supervision.end.save',
  ack: 'private',
  input: Input,
  refill: async (values, errors, ctx) => {
    const a = await agreementOf(ctx, values.agreement ?? '');
    return isRefusal(a) ? a : endForm(a, values, errors);
  },
  check: async (input, ctx) => {
    const a = await agreementOf(ctx, input.agreement ?? '');
    if (isRefusal(a) || input.endsOn === undefined) return {};
    const read = dayOf(input.endsOn, a, ctx);
    const early = 'value' in read && read.value < a.startsOn ? say('supervision.end.early') : null;
    return found({ endsOn: problemOf(read) ?? early });
  },
  decide: async (input, ctx) => {
    const a = await agreementOf(ctx, input.agreement);
    if (isRefusal(a)) return a;
    if (a.status !== 'active' || a.endsOn !== null) return refusal('agreementEnded');
    const endsOn = checkedValue(dayOf(input.endsOn, a, ctx));
    const ended: Agreement = { ...a, endsOn, endReason: input.reason };
    const role = roleIn(a, ctx.me) ?? 'supervisee';
    const unsigned = await unsignedBlocks(ctx, ended, otherRole(role), 'ended');
    return decided(
      show(
        'supervision.agreement',
        { group: a.group, agreement: a.id },
        say('supervision.ended', { waits: waitsUntil(ctx, a.zone) }),
      ),
      {
        changes: withLink(ctx, ended, 'ended', role),
        sends: letter(ctx, a, otherIn(a, ctx.me), 'ended', endsOn, unsigned),
        due: [forgetJob(ended, endsOn)],
      },
    );
  },
});

const dayOf = (typed: string, a: Agreement, ctx: Context) =>
  dateReading(typed, { today: todayIn(ctx, a), locale: ctx.locale, toward: 'future' }, 'last');

function endForm(
  a: Agreement,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const blank = form({
    title: say('supervision.end.title'),
    intro: [body(say('supervision.end.intro', { signed: a.purpose !== 'growth' }))],
    fields: [
      dateField('endsOn', say('supervision.endsOn'), { required: true }),
      pickField(
        'reason',
        say('supervision.endReason'),
        endReasons.map((reason) => option(reason, say('supervision.endReason.name', { reason }))),
        { required: true },
      ),
    ],
    submit: say('supervision.end'),
    do: 'supervision.end.save',
    with: { group: a.group, agreement: a.id },
  });
  return refilled(blank, values, errors);
}

/** An agreement that ended goes with everything in it after seven years. */
export const forgetJob = (a: Agreement, endsOn: string): DueChange => ({
  schedule: due('supervision.forget', a.id, 'end', instantOf(yearsFrom(endsOn, keptYears), '00:00', a.zone), always, {
    agreement: a.id,
  }),
});

export const forget = command({
  who: 'timer',
  ack: 'silent',
  name: 'supervision.forget',
  input: z.object({ agreement: z.string() }),
  decide: async ({ agreement }, ctx) => {
    return decided(show('curbside.home'), {
      changes: [drop(Agreements, agreement), ...(await contentsDropped(ctx, agreement))],
      compact: true,
    });
  },
});
