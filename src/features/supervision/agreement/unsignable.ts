import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { decided, isRefusal, put, type Refusal, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { allOf } from '../../../storage/find-all.ts';
import { body, form, option, pickField, quiet, refilled } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { Entries } from '../model.ts';
import { agingOf } from '../sign-off/aging.ts';
import { batchJob } from '../sign-off/batch.ts';
import { unsignableReasons } from './details-model.ts';
import { agreementOf, common } from './find.ts';
import { letter } from './letters.ts';
import { type Agreement, isSigned, otherIn, roleIn } from './model.ts';
import { withLink } from './terms.ts';

const OfAgreement = z.object({ group: z.string(), agreement: z.string() });

/** An agreement of mine in which a supervisor signs, if they still can (`now`), or can’t any more. */
async function signedBy(ctx: Asked, id: string, now: 'can' | 'cannot'): Promise<Agreement | Refusal> {
  const a = await agreementOf(ctx, id, now === 'can' ? 'supervisee' : undefined);
  if (isRefusal(a)) return a;
  if (a.status !== 'active' || !isSigned(a)) return refusal('notConfirmed');
  return a;
}

/** The supervisor died, lost their license, or can’t be reached: what waits stays without a signature. Nobody signs for anybody. */
export const unsignable = query({
  ...common,
  name: 'supervision.unsignable',
  ack: 'form',
  input: OfAgreement,
  show: async ({ agreement }, ctx) => {
    const a = await signedBy(ctx, agreement, 'can');
    return isRefusal(a) ? a : unsignableForm(a);
  },
});

export const saveUnsignable = command({
  ...common,
  name: 'supervision.unsignable.save',
  opensWith: 'supervision.unsignable',
  ack: 'private',
  input: OfAgreement.extend({ why: z.enum(unsignableReasons) }),
  refill: async (values, errors, ctx) => {
    const a = await signedBy(ctx, values.agreement ?? '', 'can');
    return isRefusal(a) ? a : unsignableForm(a, values, errors);
  },
  decide: async ({ agreement, why }, ctx) => {
    const a = await signedBy(ctx, agreement, 'can');
    if (isRefusal(a)) return a;
    const to = show('supervision.agreement', { group: a.group, agreement: a.id }, say('supervision.unsignable.saved'));
    if (a.unsignable?.why === why) return decided(to);
    const waiting = (await allOf(ctx.read, Entries, 'agreement', { equal: a.id })).filter(
      ({ status }) => status === 'submitted',
    );
    const changed = { ...a, unsignable: { why, at: ctx.now, by: 'supervisee' as const } };
    return decided(to, {
      changes: [
        ...withLink(ctx, changed, 'unsignable', 'supervisee'),
        ...waiting.map((e) => put(Entries, { ...e, status: 'unsignable' })),
      ],
      // Nothing goes to somebody who died.
      sends: why === 'died' ? [] : letter(ctx, a, otherIn(a, ctx.me), 'unsignable'),
    });
  },
});

/** It was a mistake, or is over: what waited waits again. Either of the two can say so, and the supervisor then signs as before. */
export const signable = command({
  ...common,
  name: 'supervision.signable',
  ack: 'private',
  input: OfAgreement,
  decide: async ({ agreement }, ctx) => {
    const a = await signedBy(ctx, agreement, 'cannot');
    if (isRefusal(a)) return a;
    const to = show('supervision.agreement', { group: a.group, agreement: a.id }, say('supervision.signable.saved'));
    if (a.unsignable === null) return decided(to);
    const waiting = (await allOf(ctx.read, Entries, 'agreement', { equal: a.id }))
      .filter(({ status }) => status === 'unsignable')
      .map((e) => ({ ...e, status: 'submitted' as const }));
    return decided(to, {
      changes: [
        ...withLink(ctx, { ...a, unsignable: null }, 'signable', roleIn(a, ctx.me) ?? 'supervisee'),
        ...waiting.map((e) => put(Entries, e)),
      ],
      sends: letter(ctx, a, otherIn(a, ctx.me), 'signable'),
      due: [...agingOf(a.id, waiting), { schedule: batchJob(ctx.now, a) }],
    });
  },
});

function unsignableForm(
  a: Agreement,
  values: Readonly<Record<string, string>> = {},
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const blank = form({
    title: say('supervision.unsignable.title'),
    intro: [body(say('supervision.unsignable.intro')), quiet(say('supervision.unsignable.nobody'))],
    fields: [
      pickField(
        'why',
        say('supervision.unsignable.why'),
        unsignableReasons.map((why) => option(why, say('supervision.unsignable.reason', { why }))),
        { required: true },
      ),
    ],
    submit: say('supervision.unsignable.save'),
    do: 'supervision.unsignable.save',
    with: { group: a.group, agreement: a.id },
  });
  return refilled(blank, values, errors);
}
