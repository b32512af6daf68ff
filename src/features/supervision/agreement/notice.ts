import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { decided, isRefusal, type Refusal, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { waitsUntil } from '../../../runtime/outbox/waits-until.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { checkedValue, dateReading, problemOf } from '../../../runtime/typed-fields.ts';
import { addDays } from '../../../time/time.ts';
import { body, dateField, form, quiet, refilled } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { packOf } from '../packs.ts';
import { activeAgreements, agreementOf, common, todayIn } from './find.ts';
import { letter } from './letters.ts';
import { type Agreement, canSign } from './model.ts';
import { withLink } from './terms.ts';
import { unsignedBlocks } from './unsigned.ts';
import { chooseCard } from './views.ts';

/** `/supervision notice`: from a day on the supervisor signs nothing more. What was earned before is still to be signed. */
export const notice = query({
  ...common,
  name: 'supervision.notice',
  ack: 'form',
  slash: slash('supervision', 'notice', 'supervision.help.notice'),
  input: z.object({ group: z.string().optional(), agreement: z.string().optional() }),
  show: async ({ agreement }, ctx) => {
    if (agreement !== undefined) {
      const a = await signedBy(ctx, agreement);
      return isRefusal(a) ? a : noticeForm(ctx, a);
    }
    const all = (await activeAgreements(ctx, 'supervisor')).filter((a) => canSign(a) && a.endsOn === null);
    const [first] = all;
    if (first === undefined)
      return refusal((await activeAgreements(ctx, 'supervisee')).length > 0 ? 'supervisorsNotice' : 'noSupervisees');
    return all.length > 1 ? chooseCard(all, ctx.me, 'supervision.notice') : noticeForm(ctx, first);
  },
});

/** An agreement in which I sign hours: nobody does in one for growth. */
async function signedBy(ctx: Asked, id: string): Promise<Agreement | Refusal> {
  const a = await agreementOf(ctx, id, 'supervisor');
  if (isRefusal(a)) return a;
  return a.status === 'active' && canSign(a) ? a : refusal('noSupervisees');
}

const Input = z.object({ group: z.string(), agreement: z.string(), from: z.string().trim() });

export const saveNotice = command({
  ...common,
  name: 'supervision.notice.save',
  ack: 'private',
  input: Input,
  refill: async (values, errors, ctx) => {
    const a = await signedBy(ctx, values.agreement ?? '');
    return isRefusal(a) ? a : noticeForm(ctx, a, values, errors);
  },
  check: async (input, ctx) => {
    const a = await agreementOf(ctx, input.agreement ?? '', 'supervisor');
    if (isRefusal(a) || input.from === undefined) return {};
    const read = dayOf(input.from, ctx, a);
    const early = 'value' in read && read.value < earliest(ctx, a);
    return found({
      from: problemOf(read) ?? (early ? say('supervision.notice.early', { days: daysOf(ctx, a) }) : null),
    });
  },
  decide: async (input, ctx) => {
    const a = await signedBy(ctx, input.agreement);
    if (isRefusal(a)) return a;
    const from = checkedValue(dayOf(input.from, ctx, a));
    const to = show(
      'supervision.agreement',
      { group: a.group, agreement: a.id },
      say('supervision.notice.saved', { waits: waitsUntil(ctx, a.zone) }),
    );
    if (a.notice?.from === from) return decided(to);
    const noticed = { ...a, notice: { at: ctx.now, from } };
    const unsigned = await unsignedBlocks(ctx, noticed, 'supervisee', 'notice');
    return decided(to, {
      changes: withLink(ctx, noticed, 'notice', 'supervisor'),
      sends: letter(ctx, a, a.supervisee || null, 'notice', from, unsigned),
    });
  },
});

/** Days between the notice and the day from which it holds, as the pack has them. */
const daysOf = (ctx: Pick<Asked, 'packs'>, a: Agreement): number =>
  packOf(ctx, a.pack)?.deadlines.find(({ id }) => id === 'notice')?.due.days ?? 0;

const earliest = (ctx: Pick<Asked, 'packs' | 'now'>, a: Agreement): string => addDays(todayIn(ctx, a), daysOf(ctx, a));

const dayOf = (typed: string, ctx: Pick<Asked, 'now' | 'locale'>, a: Agreement) =>
  dateReading(typed, { today: todayIn(ctx, a), locale: ctx.locale, toward: 'future' }, 'notice');

function noticeForm(
  ctx: Asked,
  a: Agreement,
  values: Readonly<Record<string, string>> = {},
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const blank = form({
    title: say('supervision.notice.title'),
    intro: [body(say('supervision.notice.intro')), quiet(say('supervision.notice.goodFaith'))],
    fields: [
      dateField('from', say('supervision.notice.from'), {
        required: true,
        value: earliest(ctx, a),
      }),
    ],
    submit: say('supervision.notice.save'),
    do: 'supervision.notice.save',
    with: { group: a.group, agreement: a.id },
  });
  return refilled(blank, values, errors);
}
