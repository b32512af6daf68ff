import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { decided, isRefusal, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { pastedText, pasteFields, pasteShape } from '../../../runtime/pasted/paste-fields.ts';
import { tableIn } from '../../../runtime/pasted/table.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { body, form, option, pickField, refilled } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { agreementOf, common } from '../agreement/find.ts';
import type { Agreement } from '../agreement/model.ts';
import { meantAgreement } from '../hours/log.ts';
import { sources } from './columns.ts';
import { draftId, type PastedText } from './open.ts';
import { pastedIn, waitingCard } from './waiting.ts';

/**
 * `/supervision import`: hours from a spreadsheet, pasted. Files are taken nowhere. Where rows wait that were pasted before, it
 * leads back to them first; `fresh` pastes others in their place.
 */
export const importHours = query({
  ...common,
  name: 'supervision.import',
  ack: 'form',
  slash: slash('supervision', 'import', 'supervision.help.import'),
  input: z.object({
    group: z.string().optional(),
    agreement: z.string().optional(),
    add: z.literal('yes').optional(),
    fresh: z.literal('yes').optional(),
  }),
  show: async ({ agreement, add, fresh }, ctx) => {
    const a = await meantAgreement(ctx, agreement, 'supervision.import');
    if (isRefusal(a) || 'is' in a) return a;
    const leadsBack = add === undefined && fresh === undefined && (await pastedIn(ctx, a)) !== null;
    return leadsBack ? waitingCard(a) : pasteForm(a, add === 'yes');
  },
});

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
    ...pasteShape,
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
    if (input.add === 'yes' && (await pastedIn(ctx, a)) === null) return refusal('importGone');
    const kept: PastedText = { source: input.source, text: await textOf(input, ctx) };
    return decided(show('supervision.import.preview', { group: a.group, agreement: a.id }), {
      drafts: [{ keep: draftId(a.id), value: kept }],
    });
  },
});

type Sent = Parameters<typeof pastedText>[0] & {
  readonly agreement?: string | undefined;
  readonly add?: string | undefined;
};

async function textOf(input: Sent, ctx: Asked): Promise<string> {
  const before = input.add === 'yes' ? await pastedIn(ctx, { id: input.agreement ?? '' }) : null;
  return pastedText(input, before?.text ?? null);
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
      ...pasteFields(),
    ],
    submit: say('supervision.import.read'),
    do: 'supervision.import.read',
    with: { group: a.group, agreement: a.id, ...(add ? { add: 'yes' } : {}) },
  });
  return refilled(blank, values, errors);
}
