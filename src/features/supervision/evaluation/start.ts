import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { decided, drop, isRefusal, put, type Refusal, show } from '../../../runtime/decision.ts';
import { type FieldProblem, found } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { checkedValue, dateReading, problemOf } from '../../../runtime/typed-fields.ts';
import { addDays, monthsFrom } from '../../../time/time.ts';
import { body, dateField, form, refilled } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { agreementOf, common, todayIn } from '../agreement/find.ts';
import { type Agreement, otherIn } from '../agreement/model.ts';
import { isOver } from '../meeting/find.ts';
import { cycleOf, isEvaluated, reminderJob } from './cycle.ts';
import { evaluationOf, evaluationsIn, latestIn } from './find.ts';
import { letter } from './letter.ts';
import { type Evaluation, Evaluations, type Goal, stepOf } from './model.ts';

const OfAgreement = z.object({ group: z.string(), agreement: z.string() });
const Input = OfAgreement.extend({
  from: z.string().trim(),
  to: z.string().trim(),
  nextOn: z.string().trim().default(''),
});
type Input = z.output<typeof Input>;

/** Either of the two begins an evaluation: the time it looks back on, and when the next one is due. */
export const startEvaluation = query({
  ...common,
  name: 'supervision.evaluation.start',
  ack: 'form',
  input: OfAgreement,
  show: async ({ agreement }, ctx) => {
    const a = await startable(ctx, agreement);
    if (isRefusal(a)) return a;
    const [last] = await evaluationsIn(ctx, a);
    const today = todayIn(ctx, a);
    const months = cycleOf(ctx, a);
    return startForm(a, {
      from: [last === undefined ? a.startsOn : addDays(last.to, 1), today].sort()[0] ?? today,
      to: today,
      nextOn: months === null ? '' : monthsFrom(today, months),
    });
  },
});

/** An agreement of mine in which an evaluation can begin: with both of them here, not long over, and one at a time. */
async function startable(ctx: Asked, id: string): Promise<Agreement | Refusal> {
  const a = await agreementOf(ctx, id);
  if (isRefusal(a)) return a;
  if (!isEvaluated(a)) return refusal('notEvaluated');
  if (isOver(ctx, a)) return refusal('meetingLocked');
  return (await evaluationsIn(ctx, a)).some((e) => stepOf(e) !== 'locked') ? refusal('evaluationOpen') : a;
}

export const saveStart = command({
  ...common,
  name: 'supervision.evaluation.start.save',
  ack: 'private',
  input: Input,
  refill: async (values, errors, ctx) => {
    const a = await startable(ctx, values.agreement ?? '');
    return isRefusal(a) ? a : startForm(a, values, errors);
  },
  check: async (input, ctx) => {
    const a = await agreementOf(ctx, input.agreement ?? '');
    return isRefusal(a) ? {} : found(problems(input, ctx, a));
  },
  decide: async (input, ctx) => {
    const a = await startable(ctx, input.agreement);
    if (isRefusal(a)) return a;
    const last = await latestIn(ctx, a);
    const evaluation: Evaluation = {
      id: ctx.ids.next(),
      agreement: a.id,
      supervisee: a.supervisee,
      supervisor: a.supervisor,
      from: checkedValue(past(input.from, 'first', ctx, a)),
      to: checkedValue(past(input.to, 'last', ctx, a)),
      startedAt: ctx.now,
      self: null,
      rated: null,
      standards: [],
      goals: (last?.goals ?? []).filter(({ met }) => !met).map((goal): Goal => ({ ...goal, carried: true })),
      statement: '',
      read: { supervisee: null, supervisor: null },
      nextOn: input.nextOn === '' ? null : checkedValue(future(input.nextOn, ctx, a)),
    };
    return decided(show('supervision.evaluation', { group: a.group, evaluation: evaluation.id }), {
      changes: [put(Evaluations, evaluation)],
      sends: letter(ctx, a, evaluation.id, otherIn(a, ctx.me), 'started'),
      due: reminderJob(a, evaluation.nextOn),
    });
  },
});

/** Before anything was handed over, either of the two may take it back. */
export const deleteEvaluation = command({
  ...common,
  name: 'supervision.evaluation.delete',
  ack: 'private',
  input: z.object({ group: z.string(), evaluation: z.string() }),
  decide: async ({ evaluation }, ctx) => {
    const of = await evaluationOf(ctx, evaluation);
    if (isRefusal(of)) return of;
    if (stepOf(of.evaluation) !== 'self') return refusal('evaluationBegun');
    const { agreement: a } = of;
    return decided(show('supervision.evaluate', { group: a.group, agreement: a.id }, say('evaluation.deleted')), {
      changes: [drop(Evaluations, evaluation)],
    });
  },
});

const past = (typed: string, field: 'first' | 'last', ctx: Pick<Asked, 'now' | 'locale'>, a: Agreement) =>
  dateReading(typed, { today: todayIn(ctx, a), locale: ctx.locale, toward: 'past' }, field);
const future = (typed: string, ctx: Pick<Asked, 'now' | 'locale'>, a: Agreement) =>
  dateReading(typed, { today: todayIn(ctx, a), locale: ctx.locale, toward: 'future' }, 'nextEvaluation');

function problems({ from, to, nextOn }: Partial<Input>, ctx: Asked, a: Agreement): Record<string, FieldProblem | null> {
  const [first, last] = [
    from === undefined ? null : past(from, 'first', ctx, a),
    to === undefined ? null : past(to, 'last', ctx, a),
  ];
  const turned =
    first !== null && last !== null && 'value' in first && 'value' in last && first.value > last.value
      ? say('evaluation.period.error')
      : null;
  const next = nextOn ? future(nextOn, ctx, a) : null;
  const early = next !== null && 'value' in next && next.value <= todayIn(ctx, a) ? say('evaluation.next.error') : null;
  return {
    from: first === null ? null : problemOf(first),
    to: (last === null ? null : problemOf(last)) ?? turned,
    nextOn: (next === null ? null : problemOf(next)) ?? early,
  };
}

function startForm(
  a: Agreement,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const blank = form({
    title: say('evaluation.start.title'),
    intro: [body(say('evaluation.start.intro'))],
    fields: [
      dateField('from', say('evaluation.from'), { required: true }),
      dateField('to', say('evaluation.to'), { required: true }),
      dateField('nextOn', say('evaluation.next'), { hint: say('evaluation.next.hint') }),
    ],
    submit: say('evaluation.start'),
    do: 'supervision.evaluation.start.save',
    with: { group: a.group, agreement: a.id },
  });
  return refilled(blank, values, errors);
}
