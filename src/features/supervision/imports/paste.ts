import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { decided, isRefusal, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { body, form, option, pickField, refilled, textField } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { agreementOf, common } from '../agreement/find.ts';
import type { Agreement } from '../agreement/model.ts';
import { meantAgreement } from '../hours/log.ts';
import { sources } from './columns.ts';
import { draftId, type PastedText } from './open.ts';
import { tableIn } from './table.ts';

/** Platforms cut a field at 3,000 or 4,000 characters: a longer table is pasted in parts. */
const parts = ['text', 'text2', 'text3', 'text4'] as const;
const mostText = 200_000;

/** `/supervision import`: hours from a spreadsheet, pasted. Files are taken nowhere. */
export const importHours = query({
  ...common,
  name: 'supervision.import',
  ack: 'form',
  slash: slash('supervision', 'import', 'supervision.help.import'),
  input: z.object({ group: z.string().optional(), agreement: z.string().optional(), add: z.literal('yes').optional() }),
  show: async ({ agreement, add }, ctx) => {
    const a = await meantAgreement(ctx, agreement, 'supervision.import');
    return isRefusal(a) || 'is' in a ? a : pasteForm(a, add === 'yes');
  },
});

const Part = z.string().max(mostText).default('');

/** Keeps what was pasted in memory and shows what it comes to. Nothing is saved. */
export const readPasted = command({
  ...common,
  name: 'supervision.import.read',
  ack: 'private',
  input: z.object({
    group: z.string(),
    agreement: z.string(),
    add: z.literal('yes').optional(),
    source: z.enum(sources).default('auto'),
    text: Part,
    text2: Part,
    text3: Part,
    text4: Part,
  }),
  refill: async (values, errors, ctx) => {
    const a = await agreementOf(ctx, values.agreement ?? '', 'supervisee');
    return isRefusal(a) ? a : pasteForm(a, values.add === 'yes', values, errors);
  },
  check: async (input, ctx) => {
    const table = tableIn(await textOf(input, ctx));
    return found({ text: typeof table === 'string' ? say('supervision.import.wrong', { wrong: table }) : null });
  },
  decide: async (input, ctx) => {
    const a = await agreementOf(ctx, input.agreement, 'supervisee');
    if (isRefusal(a)) return a;
    if (input.add === 'yes' && (await ctx.drafts(draftId(a.id))) === null) return refusal('importGone');
    const kept: PastedText = { source: input.source, text: await textOf(input, ctx) };
    return decided(show('supervision.import.preview', { group: a.group, agreement: a.id }), {
      drafts: [{ keep: draftId(a.id), value: kept }],
    });
  },
});

type Sent = Partial<Record<(typeof parts)[number] | 'agreement' | 'add', string | undefined>>;

/** All parts in their order, after what was pasted before. */
async function textOf(input: Sent, ctx: Asked): Promise<string> {
  const before = input.add === 'yes' ? ((await ctx.drafts(draftId(input.agreement ?? ''))) as PastedText | null) : null;
  const pasted = parts.map((part) => input[part] ?? '').filter((text) => text.trim() !== '');
  return [...(before === null ? [] : [before.text]), ...pasted].map((text) => text.replace(/\n+$/, '')).join('\n');
}

function pasteForm(
  a: Agreement,
  add: boolean,
  values: Readonly<Record<string, string>> = {},
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const blank = form({
    title: say('supervision.import.title'),
    intro: [body(say('supervision.import.intro'))],
    fields: [
      ...(add
        ? []
        : [
            pickField(
              'source',
              say('supervision.import.source'),
              sources.map((source) => option(source, say('supervision.import.source.name', { source }))),
              { value: 'auto' },
            ),
          ]),
      ...parts.map((part, i) =>
        textField(
          part,
          say('supervision.import.text', { part: i + 1 }),
          { lines: i === 0 ? 8 : 2, max: mostText },
          i === 0 ? { required: true, hint: say('supervision.import.text.hint') } : {},
        ),
      ),
    ],
    submit: say('supervision.import.read'),
    do: 'supervision.import.read',
    with: { group: a.group, agreement: a.id, ...(add ? { add: 'yes' } : {}) },
  });
  return refilled(blank, values, errors);
}
