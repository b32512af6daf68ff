import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { groupOf } from '../../../runtime/context.ts';
import { type Change, decided, put, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { form, option, pickField, quiet, refilled, textField } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { accountsCard, linkedCard } from './accounts-view.ts';
import { codeDigested, codeMs, codeSubject, codeText, LinkTries, mostTries, readCode, triesMs } from './model.ts';

const common = { who: 'member', feature: 'consultation' } as const;
/** Who made a code: whoever enters that of somebody else shows them the whole log, and is asked for it before. */
const makers = ['me', 'given'] as const;
const OfGroup = z.object({ group: z.string().optional() });

/** `/consult link`: which accounts of mine are one person, and a code to link another. Only I can see it. */
export const link = query({
  ...common,
  name: 'consult.link',
  ack: 'private',
  slash: slash('consult', 'link', 'link.help'),
  input: OfGroup.extend({ until: z.coerce.number().int().optional() }),
  show: async ({ until }, ctx) => {
    const shows = until !== undefined && until > ctx.now && until <= ctx.now + codeMs;
    const code = shows ? codeText(await ctx.mine(codeSubject(until))) : null;
    return accountsCard(groupOf(ctx).id, await ctx.linked(), { code, expired: until !== undefined && !shows });
  },
});

/** A code that works once and for ten minutes. An earlier one stops working. */
export const getCode = command({
  ...common,
  name: 'consult.link.code',
  ack: 'private',
  input: OfGroup,
  decide: async (_, ctx) => {
    const tried = await oneMore(ctx);
    if (tried === null) return refusal('linkTooOften');
    const until = ctx.now + codeMs;
    const offer = await ctx.digest(codeDigested(codeText(await ctx.mine(codeSubject(until)))));
    return decided(show('consult.link', { group: groupOf(ctx).id, until: String(until) }), {
      changes: [tried],
      account: { offer, until },
    });
  },
});

/** Where a code of my other account is entered. */
export const enterCode = query({
  ...common,
  name: 'consult.link.enter',
  ack: 'form',
  input: OfGroup,
  show: async (_, ctx) => codeForm(groupOf(ctx).id),
});

/** Links the two accounts. A wrong code says nothing of whether it ever was one. */
export const acceptCode = command({
  ...common,
  name: 'consult.link.accept',
  ack: 'private',
  input: z.object({ group: z.string(), code: z.string().max(60), made: z.enum(makers).optional() }),
  refill: async (values, errors, ctx) => codeForm(groupOf(ctx).id, values, errors),
  check: async ({ code, made }) =>
    found({
      code: code === undefined || readCode(code) === null ? say('link.malformed') : null,
      made: made === undefined ? say('field.required') : made === 'given' ? say('link.given') : null,
    }),
  decide: async ({ code }, ctx) => {
    const tried = await oneMore(ctx);
    if (tried === null) return refusal('linkTooOften');
    return decided(show('consult.link', { group: groupOf(ctx).id }), {
      changes: [tried],
      account: {
        accept: await ctx.digest(codeDigested(readCode(code) ?? '')),
        says: {
          linked: say('link.done'),
          unknown: say('link.unknown'),
          own: say('link.own'),
          colleague: say('link.colleague'),
          tooMany: say('link.many'),
        },
      },
    });
  },
});

/** My linked accounts alone: also for whoever left the group and can link no others. */
export const linkedAccounts = query({
  name: 'consult.link.linked',
  who: 'anyone',
  ack: 'private',
  input: OfGroup,
  show: async (_, ctx) => linkedCard(await ctx.linked()),
});

export const unlinkAccount = command({
  name: 'consult.link.end',
  who: 'anyone',
  ack: 'private',
  input: OfGroup.extend({ link: Id }),
  decide: async ({ link }) =>
    decided(show('consult.link.linked', {}, say('link.unlinked')), { account: { unlink: link } }),
});

/** Counts one more code; null where there were too many within the hour. */
async function oneMore(ctx: Context): Promise<Change | null> {
  const lately = ((await ctx.read.get(LinkTries, ctx.me))?.at ?? []).filter((at) => at > ctx.now - triesMs);
  return lately.length >= mostTries ? null : put(LinkTries, { id: ctx.me, at: [...lately, ctx.now] });
}

function codeForm(
  group: string,
  values: Readonly<Record<string, string>> = {},
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const blank = form({
    title: say('link.enter'),
    fields: [
      textField('code', say('link.field'), { max: 60 }, { required: true, hint: say('link.hint') }),
      pickField(
        'made',
        say('link.made'),
        makers.map((maker) => option(maker, say('link.maker', { maker }))),
        { required: true },
      ),
    ],
    intro: [quiet(say('link.warning'))],
    submit: say('link.submit'),
    do: 'consult.link.accept',
    with: { group },
  });
  return refilled(blank, values, errors);
}
