import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import { groupOf } from '../../../runtime/context.ts';
import { decided, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { pastedText, pasteFields, pasteShape } from '../../../runtime/pasted/paste-fields.ts';
import { tableIn } from '../../../runtime/pasted/table.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { body, form, quiet, refilled } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { common, draftId, keptLog, type PastedLog } from './open.ts';

const Add = z.literal('yes').optional();

/** `/consult import`: an old log from a spreadsheet, pasted. Files are taken nowhere. */
export const importLog = query({
  ...common,
  name: 'consult.import',
  ack: 'form',
  slash: slash('consult', 'import', 'import.help'),
  input: z.object({ group: z.string().optional(), add: Add }),
  show: async ({ add }, ctx) => pasteForm(groupOf(ctx).id, add === 'yes'),
});

/** Keeps what was pasted in memory and shows what it comes to. Nothing is saved. */
export const readLog = command({
  ...common,
  name: 'consult.import.read',
  ack: 'private',
  input: z.object({ group: z.string(), add: Add, ...pasteShape }),
  refill: async (values, errors, ctx) => pasteForm(groupOf(ctx).id, values.add === 'yes', values, errors),
  check: async (input, ctx) => {
    const before = input.add === 'yes' ? ((await keptLog(ctx))?.text ?? null) : null;
    const table = tableIn(pastedText(input, before));
    return found({ text: typeof table === 'string' ? say('supervision.import.wrong', { wrong: table }) : null });
  },
  decide: async (input, ctx) => {
    const before = input.add === 'yes' ? await keptLog(ctx) : null;
    if (input.add === 'yes' && before === null) return refusal('importGone');
    const text = pastedText(input, before?.text ?? null);
    const kept: PastedLog = {
      text,
      columns: before?.columns ?? null,
      batch: before?.batch ?? ctx.ids.next(),
      saved: before?.saved ?? [],
    };
    return decided(show('consult.import.preview', { group: groupOf(ctx).id }), {
      drafts: [{ keep: draftId, value: kept }],
    });
  },
});

function pasteForm(
  group: string,
  add: boolean,
  values: Readonly<Record<string, string>> = {},
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const blank = form({
    title: say('import.log'),
    intro: [body(say('import.log.intro')), quiet(say('import.log.columns'))],
    fields: pasteFields(),
    submit: say('supervision.import.read'),
    do: 'consult.import.read',
    with: { group, ...(add ? { add: 'yes', draft: draftId } : {}) },
  });
  return refilled(blank, values, errors);
}
