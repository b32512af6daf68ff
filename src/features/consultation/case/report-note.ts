import type { Asked } from '../../../runtime/context.ts';
import { consultationIn, replyIn } from '../find.ts';
import type { Draft } from '../model.ts';
import { reportsFor } from '../thread/reports.ts';
import type { ReportNote } from './preview-of.ts';
import { unseenOf } from './reported.ts';

/** What its author is to know of a report before they post this. */
export async function reportNote(ctx: Asked, draft: Draft): Promise<ReportNote | null> {
  if (draft.purpose === 'case') return draft.warned ? { of: 'taken', marked: false } : null;
  const c = draft.consultation === null ? null : await consultationIn(ctx, draft.consultation);
  if (c === null || draft.purpose === 'amendment') return null;
  if (draft.purpose === 'edit' && c.hiddenAt !== null) return { of: 'question', marked: c.marked.length > 0 };
  const r = draft.reply === null ? null : await replyIn(ctx, draft.reply);
  if (r?.hidden) return { of: 'reply', marked: r.marked.length > 0 };
  // Nothing else takes an outcome away that was shared.
  if (draft.purpose === 'outcome' && c.rows.outcome !== null && c.outcome === null)
    return { of: 'outcome', marked: false };
  const old = draft.warned || unseenOf(draft, await reportsFor(ctx, draft)).length > 0;
  return old ? { of: 'since', marked: false } : null;
}
