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
import type { Agreement } from '../agreement/model.ts';
import { Entries } from '../model.ts';
import { packOf } from '../packs.ts';
import { dateOfDay, dayOf, periodAround } from '../rules/calendar.ts';
import { entriesIn } from './entries.ts';
import { isUnattested } from './views.ts';

/** An agreement in which somebody signs on paper: its supervisor is not here. */
async function onPaper(ctx: Asked, id: string): Promise<Agreement | Refusal> {
  const a = await agreementOf(ctx, id, 'supervisee');
  if (isRefusal(a)) return a;
  return a.supervisor === null && a.purpose !== 'growth' ? a : refusal('signedHere');
}

/** A week that the supervisor signed on paper. Curbside takes the supervisee's word for it, and says so wherever it counts. */
export const paper = query({
  ...common,
  name: 'supervision.paper',
  ack: 'form',
  input: z.object({ group: z.string(), agreement: z.string() }),
  show: async ({ agreement }, ctx) => {
    const a = await onPaper(ctx, agreement);
    if (isRefusal(a)) return a;
    const latest = (await entriesIn(ctx, a)).find(isUnattested);
    return paperForm(a, { date: latest?.date ?? todayIn(ctx, a) });
  },
});

export const savePaper = command({
  ...common,
  name: 'supervision.paper.save',
  ack: 'private',
  input: z.object({ group: z.string(), agreement: z.string(), date: z.string().trim() }),
  refill: async (values, errors, ctx) => {
    const a = await onPaper(ctx, values.agreement ?? '');
    return isRefusal(a) ? a : paperForm(a, values, errors);
  },
  check: async (input, ctx) => {
    const a = await onPaper(ctx, input.agreement ?? '');
    if (isRefusal(a) || input.date === undefined) return {};
    const read = readingIn(input.date, a, ctx);
    if ('problem' in read) return found({ date: problemOf(read) });
    const some = (await entriesIn(ctx, a)).some((e) => isUnattested(e) && inWeek(e.date, read.value, a, ctx));
    return some ? {} : found({ date: say('supervision.paper.none') });
  },
  decide: async (input, ctx) => {
    const a = await onPaper(ctx, input.agreement);
    if (isRefusal(a)) return a;
    const date = checkedValue(readingIn(input.date, a, ctx));
    const week = (await entriesIn(ctx, a)).filter((e) => isUnattested(e) && inWeek(e.date, date, a, ctx));
    return decided(
      show(
        'supervision.entries',
        { group: a.group, agreement: a.id },
        say('supervision.paper.saved', { n: week.length }),
      ),
      {
        changes: week.map((e) => put(Entries, { ...e, attestation: 'paper' })),
      },
    );
  },
});

const readingIn = (typed: string, a: Agreement, ctx: Asked) =>
  dateReading(typed, { today: todayIn(ctx, a), locale: ctx.locale, toward: 'past' }, 'date');

/** Whether two dates lie in one week, as the rules count weeks. */
function inWeek(date: string, other: string, a: Agreement, ctx: Asked): boolean {
  const { from, to } = periodAround(dayOf(other), 'week', packOf(ctx, a.pack)?.weekStartsOn ?? 0);
  return dateOfDay(from) <= date && date <= dateOfDay(to);
}

function paperForm(
  a: Agreement,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const blank = form({
    title: say('supervision.paper.title'),
    intro: [body(say('supervision.paper.intro'))],
    fields: [dateField('date', say('supervision.paper.date'), { required: true })],
    submit: say('supervision.paper.save'),
    do: 'supervision.paper.save',
    with: { group: a.group, agreement: a.id },
  });
  return refilled(blank, values, errors);
}
