import type { Asked } from '../../../runtime/context.ts';
import { type Before, chosenByDefault } from '../case/edited.ts';
import { keptIn, type Raw } from '../case/review.ts';
import type { Consultation } from '../model.ts';
import { posted } from '../thread/edit.ts';
import { type ConsultationRecord, textsOf } from './model.ts';

/** The raw texts of a record, as long as memory holds them. */
export const rawOfRecord = async (r: ConsultationRecord, ctx: Asked) => (await ctx.drafts(r.id)) as Raw | null;

/** A record as the beginning of an edit: its texts, and what memory still holds of what was typed. */
export async function recordBefore(ctx: Asked, r: ConsultationRecord): Promise<Before> {
  const [fields, raw] = [textsOf(r), await rawOfRecord(r, ctx)];
  const keep = raw?.keep ?? keptIn(fields, ctx.lexicon);
  return { fields, chosen: chosenByDefault, keep, raw, unsure: r.unsure, flagged: false };
}

/** Where an edit begins: what was decided about words of this record stays decided, and so does what was posted. */
export async function beforeOf(ctx: Asked, before: ConsultationRecord | null, about: Consultation | null) {
  if (before) return recordBefore(ctx, before);
  if (!about?.text) return null;
  const { question } = about.text;
  return { ...posted(ctx, about.text, about.hiddenAt !== null), fields: { question } };
}
