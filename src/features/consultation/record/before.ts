import type { Asked } from '../../../runtime/context.ts';
import { type Before, chosenByDefault } from '../case/edited.ts';
import { keptIn, lexiconFor, type Raw } from '../case/review.ts';
import type { Consultation, Reply } from '../model.ts';
import { posted } from '../thread/edit.ts';
import { adviceDraft, shownAdvice } from './advice.ts';
import { type ConsultationRecord, type Source, textsOf } from './model.ts';

/** The raw texts of a record, as long as memory holds them. */
export const rawOfRecord = async (r: ConsultationRecord, ctx: Asked) => (await ctx.drafts(r.id)) as Raw | null;

/** A record as the beginning of an edit: its texts, and what memory still holds of what was typed. */
export async function recordBefore(ctx: Asked, r: ConsultationRecord): Promise<Before> {
  const raw = await rawOfRecord(r, ctx);
  const fields = { ...textsOf(r), guidance: shownAdvice(r.guidance, r.sources, ctx.locale) };
  const keep = raw?.keep ?? keptIn(fields, lexiconFor(ctx.lexicon, r.topic));
  return { fields, chosen: chosenByDefault, origins: {}, keep, raw, unsure: r.unsure };
}

/** Where an edit begins: what was decided about words of this record stays decided, and so does what was posted. */
export async function beforeOf(
  ctx: Asked,
  before: ConsultationRecord | null,
  about: Consultation | null,
  { replies, sources }: { readonly replies: readonly Reply[]; readonly sources: readonly Source[] },
): Promise<Before | null> {
  if (before) return recordBefore(ctx, before);
  if (!about?.text) return null;
  const { question, facts } = about.text;
  const lexicon = lexiconFor(ctx.lexicon, about.topic);
  const from = posted(lexicon, about.text, about.hiddenAt !== null);
  // What colleagues kept in their replies stays too. What they hid is theirs: the advice is no edit of their words.
  const said = keptIn({ guidance: adviceDraft(replies, sources, ctx.locale) }, lexicon);
  return { ...from, keep: [...new Set([...from.keep, ...said])], fields: { question, facts } };
}
