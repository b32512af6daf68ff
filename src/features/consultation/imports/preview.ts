import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { groupOf } from '../../../runtime/context.ts';
import { decided, isRefusal, show } from '../../../runtime/decision.ts';
import { command, query } from '../../../runtime/route.ts';
import { allChecked, common, draftId, importOf } from './open.ts';
import { onPage, previewCard } from './views.ts';

/** Every row with what it would become, those with a problem first. Nothing is saved yet. */
export const previewLog = query({
  ...common,
  name: 'consult.import.preview',
  ack: 'private',
  input: z.object({ group: z.string(), page: z.coerce.number().int().min(1).default(1) }),
  show: async ({ page: asked }, ctx) => {
    const of = await importOf(ctx);
    if (isRefusal(of)) return of;
    const pages = Math.max(1, Math.ceil(of.rows.length / onPage));
    const page = Math.min(asked, pages);
    const shown = allChecked(of.rows.slice((page - 1) * onPage, page * onPage), ctx);
    return previewCard(of, { shown, page, pages });
  },
});

/** What was pasted is forgotten. */
export const discardLog = command({
  ...common,
  name: 'consult.import.discard',
  ack: 'private',
  input: z.object({ group: z.string() }),
  decide: async (_, ctx) =>
    decided(show('consult.records', { group: groupOf(ctx).id }, say('supervision.import.discarded')), {
      drafts: [{ forget: draftId }],
    }),
});
