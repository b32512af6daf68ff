import { z } from 'zod';
import { redact, scanned } from '../../../deidentify/index.ts';
import { say, wordsOf } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { decided, drop, put, type Refusal, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { shownAs } from '../../../runtime/shown.ts';
import { allOf } from '../../../storage/find-all.ts';
import { form, refilled, textField } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { memberId } from '../../group/model.ts';
import { common, OfGroup } from '../enrollment/start.ts';
import { Askables } from '../model.ts';
import { soundsLikeCrisis } from './crisis.ts';
import { coffeeCard, coffeeList, coffeePreview, crisisCard } from './views.ts';

const longest = 500;
const ToPeer = z.object({ group: z.string(), to: z.string() });

/** Who agreed to be asked. */
export const coffee = query({
  ...common,
  name: 'coffee.list',
  ack: 'private',
  input: OfGroup,
  show: async (_input, ctx) => {
    const group = groupOf(ctx).id;
    const all = await allOf(ctx.read, Askables, 'group', { equal: group });
    const others = all.filter((a) => a.person !== ctx.me).map((a) => a.person);
    return coffeeList(
      others,
      group,
      all.some((a) => a.person === ctx.me),
    );
  },
});

/** Being there for others: anybody in the group, whether or not they have check-ins. */
export const agree = command({
  ...common,
  name: 'coffee.agree',
  ack: 'private',
  input: z.object({ group: z.string(), on: z.enum(['yes', 'no']) }),
  decide: async (input, ctx) => {
    const group = groupOf(ctx).id;
    const id = memberId(group, ctx.me);
    const on = input.on === 'yes';
    return decided(show('coffee.list', { group }, say(on ? 'coffee.agreed' : 'coffee.agreedNot')), {
      changes: [on ? put(Askables, { id, group, person: ctx.me }) : drop(Askables, id)],
    });
  },
});

export const write = query({
  ...common,
  name: 'coffee.write',
  ack: 'form',
  input: ToPeer,
  show: async (input, ctx) => {
    const no = await notAskable(ctx, input.to);
    return no ?? coffeeForm(input, (await kept(ctx, input.to)) ?? wordsOf(ctx.locale, say('coffee.default')));
  },
});

/** What was written stays in memory until it is sent; it is shown once more, exactly as it will arrive. */
export const check = command({
  ...common,
  name: 'coffee.check',
  ack: 'private',
  input: ToPeer.extend({ text: z.string().trim().min(1).max(longest) }),
  refill: async (values, errors) =>
    refilled(coffeeForm({ group: values.group ?? '', to: values.to ?? '' }, ''), values, errors),
  decide: async (input, ctx) =>
    (await notAskable(ctx, input.to)) ??
    decided(show('coffee.preview', { group: input.group, to: input.to }), {
      drafts: [{ keep: scratchId(input.to), value: input.text }],
    }),
});

export const preview = query({
  ...common,
  name: 'coffee.preview',
  ack: 'private',
  input: ToPeer,
  show: async (input, ctx) => {
    const text = await kept(ctx, input.to);
    if (text === null) return refusal('noCoffee');
    const lines = soundsLikeCrisis(text) ? crisisCard(ctx, input.group).blocks : [];
    return coffeePreview(input, { text: cleaned(ctx, text), shown: await shownAs(ctx, text) }, lines);
  },
});

export const send = command({
  ...common,
  name: 'coffee.send',
  scans: true,
  ack: 'private',
  input: ToPeer.extend({ shown: z.string().default('') }),
  decide: async (input, ctx) => {
    const text = await kept(ctx, input.to);
    if (text === null) return refusal('noCoffee');
    if (input.shown !== (await shownAs(ctx, text)))
      return decided(show('coffee.preview', { group: input.group, to: input.to }, say('draft.overtaken')));
    const no = await notAskable(ctx, input.to);
    if (no !== null) return no;
    const row = ctx.ids.next();
    const to = { is: 'direct', person: input.to } as const;
    return decided(show('coffee.list', { group: input.group }, say('coffee.sent')), {
      sends: [
        {
          post: coffeeCard(ctx.me, cleaned(ctx, text)),
          ...{ id: row, to, subject: 'coffee', notBefore: ctx.now, quiet: { group: groupOf(ctx).id } },
        },
      ],
      drafts: [{ forget: scratchId(input.to) }],
    });
  },
});

export const discardCoffee = command({
  ...common,
  name: 'coffee.discard',
  ack: 'private',
  input: ToPeer,
  decide: async (input) =>
    decided(show('coffee.list', { group: input.group }, say('coffee.discarded')), {
      drafts: [{ forget: scratchId(input.to) }],
    }),
});

const scratchId = (to: string): string => `coffee ${to}`;
const kept = async (ctx: Asked, to: string): Promise<string | null> =>
  (await ctx.drafts(scratchId(to))) as string | null;

/** Clients' identifiers do not belong in here either. */
const cleaned = (ctx: Asked, text: string): string => redact(text, scanned({ text }, ctx.lexicon).text ?? []).text;

async function notAskable(ctx: Asked, to: string): Promise<Refusal | null> {
  const agreed = await ctx.read.get(Askables, memberId(groupOf(ctx).id, to));
  return agreed === null || to === ctx.me ? refusal('notAskable') : null;
}

const coffeeForm = (to: z.output<typeof ToPeer>, text: string): Form =>
  form({
    title: say('coffee.formTitle'),
    fields: [
      textField(
        'text',
        say('coffee.text'),
        { lines: 5, min: 1, max: longest },
        { required: true, value: text, hint: say('coffee.text.hint') },
      ),
    ],
    submit: say('coffee.check'),
    do: 'coffee.check',
    with: { ...to },
  });
