import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { decided, isRefusal, show } from '../../../runtime/decision.ts';
import { type FieldProblem, found } from '../../../runtime/field-errors.ts';
import { waitsUntil } from '../../../runtime/outbox/waits-until.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { checkedValue, dateReading, problemOf } from '../../../runtime/typed-fields.ts';
import { oneLine } from '../../../view/one-line.ts';
import { identifierProblems, type TypedText } from '../typed-texts.ts';
import { detailsForm, detailValues } from './details-form.ts';
import { Details, detailChoices, detailLimits } from './details-model.ts';
import { detailsCard } from './details-views.ts';
import { agreementOf, common, todayIn } from './find.ts';
import { letter } from './letters.ts';
import { type Agreement, methods, otherIn, roleIn } from './model.ts';
import { withLink } from './terms.ts';

const OfAgreement = z.object({ group: z.string(), agreement: z.string() });

/** What the agreement says beyond parties and dates, leave, and the ways to change it. */
export const showDetails = query({
  ...common,
  name: 'supervision.details',
  ack: 'private',
  input: OfAgreement,
  show: async ({ agreement }, ctx) => {
    const a = await agreementOf(ctx, agreement);
    if (isRefusal(a)) return a;
    return a.status === 'active' ? detailsCard(a, ctx, todayIn(ctx, a)) : refusal('notConfirmed');
  },
});

/** Either of the two can fill in the details; the other one is told that they changed. */
export const editDetails = query({
  ...common,
  name: 'supervision.details.edit',
  ack: 'form',
  input: OfAgreement,
  show: async ({ agreement }, ctx) => {
    const a = await agreementOf(ctx, agreement);
    return isRefusal(a) ? a : detailsForm(a, ctx, detailValues(a));
  },
});

const Switch = z.enum(['yes', 'no']).default('no');
const Line = (max: number) => z.string().trim().max(max).default('').transform(oneLine);
const Text = (max: number) => z.string().trim().max(max).default('');
const Typed = z.string().trim().default('');
const Choice = <T extends readonly string[]>(values: T) =>
  z
    .enum(values)
    .or(z.literal(''))
    .default('')
    .transform((value) => (value === '' ? null : (value as T[number])));

const Input = OfAgreement.extend({
  methods: z
    .string()
    .default('')
    .transform((typed) => typed.split(',').filter((one) => one !== ''))
    .pipe(z.array(z.enum(methods))),
  stage: Choice(detailChoices.stage),
  setting: Choice(detailChoices.setting),
  volunteer: Switch,
  supervisorCredential: Line(detailLimits.credential),
  supervisorLicense: Line(detailLimits.number),
  supervisorExpires: Typed,
  superviseeLicense: Line(detailLimits.number),
  superviseeExpires: Typed,
  employer: Switch,
  selfEmployed: Switch,
  video: Typed,
  contract: Typed,
  licensed: Typed,
  emergency: Text(detailLimits.emergency),
  fee: Line(detailLimits.fee),
  concerns: Text(detailLimits.concerns),
});
type Input = z.output<typeof Input>;

/** Dates that were, and dates to come. */
const dates = {
  supervisorExpires: 'future',
  superviseeExpires: 'future',
  video: 'past',
  contract: 'past',
  licensed: 'past',
} as const;
type DateName = keyof typeof dates;

const reading = (typed: string, name: DateName, a: Agreement, ctx: Asked) =>
  dateReading(typed, { today: todayIn(ctx, a), locale: ctx.locale, toward: dates[name] }, 'date');

export const saveDetails = command({
  ...common,
  name: 'supervision.details.save',
  opensWith: 'supervision.details.edit',
  scans: true,
  ack: 'private',
  input: Input,
  refill: async (values, errors, ctx) => {
    const a = await agreementOf(ctx, values.agreement ?? '');
    return isRefusal(a) ? a : detailsForm(a, ctx, values, errors);
  },
  check: async (input, ctx) => {
    const a = await agreementOf(ctx, input.agreement ?? '');
    return isRefusal(a) ? {} : found(problems(input, a, ctx));
  },
  decide: async (input, ctx) => {
    const a = await agreementOf(ctx, input.agreement);
    if (isRefusal(a)) return a;
    if (a.status !== 'active') return refusal('notConfirmed');
    const changed: Agreement = { ...a, methods: input.methods, details: detailsFrom(input, a, ctx) };
    const same = JSON.stringify([a.methods, a.details]) === JSON.stringify([changed.methods, changed.details]);
    const note = say('supervision.details.saved', {
      told: !same && otherIn(a, ctx.me) !== null,
      waits: waitsUntil(ctx, a.zone),
    });
    const to = show('supervision.details', { group: a.group, agreement: a.id }, note);
    if (same) return decided(to);
    return decided(to, {
      changes: withLink(ctx, changed, 'details', roleIn(a, ctx.me) ?? 'supervisee'),
      sends: letter(ctx, a, otherIn(a, ctx.me), 'details'),
    });
  },
});

/** A date that stands there already is kept as it is, whenever it was. */
function problems(input: Partial<Input>, a: Agreement, ctx: Asked): Record<string, FieldProblem | null> {
  const { concerns = '', supervisorCredential = '', emergency = '', fee = '' } = input;
  const texts = {
    concerns: { typed: concerns, max: detailLimits.concerns, field: 'concerns' },
    supervisorCredential: {
      ...{ typed: supervisorCredential, max: detailLimits.credential, field: 'credential' },
      // "LMFT, California": letters and a state read like a name.
      expected: ['NAME', 'LOCATION', 'ORG', 'ID', 'DATE'],
    },
    emergency: {
      ...{ typed: emergency, max: detailLimits.emergency, field: 'emergency' },
      expected: ['NAME', 'PHONE', 'EMAIL', 'ORG', 'LOCATION'],
    },
    fee: { typed: fee, max: detailLimits.fee, field: 'fee', expected: ['DATE', 'ORG'] },
  } satisfies Record<string, TypedText>;
  // What stands there already was looked at when it was written.
  const changed = Object.entries(texts).filter(([name, { typed }]) => typed !== a.details[name as keyof typeof texts]);
  return {
    ...Object.fromEntries(
      (Object.keys(dates) as DateName[]).map((name) => {
        const typed = input[name] ?? '';
        return [name, typed === '' || typed === a.details[name] ? null : problemOf(reading(typed, name, a, ctx))];
      }),
    ),
    ...identifierProblems(Object.fromEntries(changed), ctx),
  };
}

function detailsFrom(input: Input, a: Agreement, ctx: Asked): Details {
  const day = (name: DateName): string | null => {
    if (input[name] === '') return null;
    return input[name] === a.details[name] ? input[name] : checkedValue(reading(input[name], name, a, ctx));
  };
  const { stage, setting, supervisorCredential, supervisorLicense, superviseeLicense, emergency, fee } = input;
  // In the order of the schema, so that the same details are told to be the same.
  return Details.parse({
    ...{ stage, setting, supervisorCredential, supervisorLicense, superviseeLicense, emergency, fee },
    volunteer: input.volunteer === 'yes',
    supervisorExpires: day('supervisorExpires'),
    superviseeExpires: day('superviseeExpires'),
    employer: input.employer === 'yes',
    selfEmployed: input.selfEmployed === 'yes',
    video: day('video'),
    contract: day('contract'),
    licensed: day('licensed'),
    // The supervisor’s to write.
    concerns: roleIn(a, ctx.me) === 'supervisor' ? input.concerns : a.details.concerns,
  });
}
