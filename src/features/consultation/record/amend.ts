import { z } from 'zod';
import { labelsIn } from '../../../deidentify/index.ts';
import type { Context } from '../../../runtime/context.ts';
import { decided, drop, type Outcome, put, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { blankDraft } from '../case/ask.ts';
import { edited } from '../case/edited.ts';
import { lexiconFor } from '../case/review.ts';
import { consultationIn, myDraft } from '../find.ts';
import { type Draft, Drafts } from '../model.ts';
import { standingIn } from '../thread/labels.ts';
import { colleagueNames } from './advisers.ts';
import { amendForm } from './forms.ts';
import { type ConsultationRecord, Records, textLimits, textsOf } from './model.ts';
import { myRecord } from './open.ts';
import { saidOfRecord } from './said.ts';

const common = { who: 'member', feature: 'consultation' } as const;
const OfRecord = z.object({ group: z.string(), record: Id, draft: Id.optional() });

/** The form of an amendment; of one that is being previewed, with what was typed. */
export const amend = query({
  ...common,
  name: 'record.amend',
  ack: 'form',
  input: OfRecord.extend({ consultation: z.string().optional(), reply: z.string().optional() }),
  show: async (input, ctx) => {
    const r = await myRecord(ctx, input.record);
    if ('refused' in r) return r;
    const mine = input.draft ? await myDraft(ctx, input.draft) : null;
    return amendForm(
      { group: r.group, record: r.id, ...(mine ? { draft: mine.draft.id } : {}) },
      mine?.raw?.fields ?? mine?.draft.fields,
    );
  },
});

/** Checked like every text: without findings it is added at once, else it is previewed first. */
export const saveAmendment = command({
  ...common,
  name: 'record.amend.save',
  scans: true,
  ack: 'private',
  input: OfRecord.extend({
    text: z.string().trim().min(1).max(textLimits.amendment),
    reason: z.string().trim().min(1).max(textLimits.reason),
  }),
  refill: async ({ group = '', record = '', draft, ...values }, errors) =>
    amendForm({ group, record, ...(draft ? { draft } : {}) }, values, errors),
  decide: async (input, ctx) => {
    const r = await myRecord(ctx, input.record);
    if ('refused' in r) return r;
    // A draft is edited: saving it again would leave the amendment out.
    if (r.status === 'draft') return refusal('gone');
    const earlier = input.draft ? await myDraft(ctx, input.draft) : null;
    if (input.draft && earlier === null) return refusal('draftGone');
    const colleagues = await colleagueNames(ctx, r.consultants);
    const thread = await standingIn(ctx, r.consultation === null ? null : await consultationIn(ctx, r.consultation));
    const texts = [...Object.values(textsOf(r)), ...r.amendments.flatMap(({ text, reason }) => [text, reason])];
    const standing = { taken: [...new Set([...thread.taken, ...labelsIn(texts)])], known: [] };
    const typed = { text: input.text, reason: input.reason };
    const now = edited(typed, earlier?.before ?? null, lexiconFor(ctx.lexicon, r.topic), { colleagues, standing });
    if (now.seen.clean && !now.draft.unsure)
      return added(ctx, r, { text: input.text, reason: input.reason }, earlier?.draft ?? null);
    const draft: Draft = {
      ...(earlier?.draft ?? blankDraft(ctx.ids.next(), ctx.me, r.group, 'amendment')),
      record: r.id,
      topic: r.topic,
      ...now.draft,
      version: (earlier?.draft.version ?? 0) + 1,
      at: ctx.now,
    };
    return decided(show('consult.preview', { group: r.group, draft: draft.id }), {
      changes: [put(Drafts, draft)],
      drafts: [{ keep: draft.id, value: now.raw }],
    });
  },
});

/** The previewed amendment goes into its record. */
export async function postAmendment(ctx: Context, draft: Draft): Promise<Outcome> {
  const r = await myRecord(ctx, draft.record ?? '');
  if ('refused' in r) return r;
  const { text = '', reason = '' } = draft.fields;
  return added(ctx, r, { text, reason }, draft);
}

/** What was written before it stays as it is. The same form sent twice adds one. */
function added(
  ctx: Context,
  r: ConsultationRecord,
  what: { readonly text: string; readonly reason: string },
  draft: Draft | null,
): Outcome {
  const last = r.amendments.at(-1);
  const same = last?.text === what.text && last.reason === what.reason;
  return decided(saidOfRecord(r, { of: 'amended' }), {
    changes: [
      ...(same ? [] : [put(Records, { ...r, amendments: [...r.amendments, { at: ctx.now, ...what }] })]),
      ...(draft ? [drop(Drafts, draft.id)] : []),
    ],
    drafts: draft ? [{ forget: draft.id }] : [],
  });
}
