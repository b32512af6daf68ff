import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { decided, isRefusal, show } from '../../../runtime/decision.ts';
import { command, query } from '../../../runtime/route.ts';
import { agreementOf, common } from '../agreement/find.ts';
import { cleaned, scanNotes } from './notes.ts';
import { draftId, importIn } from './open.ts';
import { onPage, previewCard } from './views.ts';

/** Every row with what it would become, page by page, or only those with a problem. Nothing is saved yet. */
export const preview = query({
  ...common,
  name: 'supervision.import.preview',
  ack: 'private',
  input: z.object({
    group: z.string(),
    agreement: z.string(),
    page: z.coerce.number().int().min(1).default(1),
    only: z.literal('problems').optional(),
  }),
  show: async ({ agreement, page: asked, only }, ctx) => {
    const of = await importIn(ctx, agreement);
    if (isRefusal(of)) return of;
    const listed = only === undefined ? of.rows : of.rows.filter(({ issue }) => issue !== null);
    const pages = Math.max(1, Math.ceil(listed.length / onPage));
    const page = Math.min(asked, pages);
    const here = listed.slice((page - 1) * onPage, page * onPage);
    scanNotes(
      here.map(({ raw }) => raw),
      ctx,
    );
    const shown = here.map((row) => ({ row, notes: cleaned(row.raw.notes, ctx) }));
    return previewCard(of, { shown, page, pages, only: only !== undefined });
  },
});

/** What was pasted is forgotten. */
export const discard = command({
  ...common,
  name: 'supervision.import.discard',
  ack: 'private',
  input: z.object({ group: z.string(), agreement: z.string() }),
  decide: async ({ agreement }, ctx) => {
    const a = await agreementOf(ctx, agreement, 'supervisee');
    if (isRefusal(a)) return a;
    return decided(
      show('supervision.entries', { group: a.group, agreement: a.id }, say('supervision.import.discarded')),
      { drafts: [{ forget: draftId(a.id) }] },
    );
  },
});
