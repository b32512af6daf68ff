import type { Read } from '../../ports/store.ts';
import type { Asked } from '../../runtime/context.ts';
import { groupOf } from '../../runtime/context.ts';
import { allOf } from '../../storage/find-all.ts';
import { Members } from '../group/model.ts';
import { isMine } from './authorship.ts';
import type { Before } from './case/edited.ts';
import { keptIn, lexiconFor, type Raw, type Review, review } from './case/review.ts';
import { isKnown } from './delivery/model.ts';
import { type Consultation, Consultations, type Draft, Drafts, Replies, type Reply } from './model.ts';

/** A consultation of the group at hand, or null: another group's is as good as not there, and so is one that nobody can know of. */
export async function consultationIn(ctx: Asked, id: string): Promise<Consultation | null> {
  const found = await ctx.read.get(Consultations, id);
  if (found?.group !== groupOf(ctx).id) return null;
  return (await isMine(ctx, found)) || (await isKnown(ctx.read, found)) ? found : null;
}

export async function replyIn(ctx: Asked, id: string): Promise<Reply | null> {
  const found = await ctx.read.get(Replies, id);
  return found?.group === groupOf(ctx).id ? found : null;
}

/** All replies of a consultation, oldest first. */
export async function repliesOf(read: Read, consultation: string): Promise<Reply[]> {
  return (await allOf(read, Replies, 'consultation', { equal: consultation })).sort((a, b) => a.at - b.at);
}

/** The replies of several consultations, by consultation, each oldest first. */
export async function repliesOfAll(
  read: Read,
  consultations: readonly string[],
): Promise<ReadonlyMap<string, Reply[]>> {
  const all = new Map<string, Reply[]>(consultations.map((id) => [id, []]));
  for (const r of await allOf(read, Replies, 'consultation', { anyOf: consultations }))
    all.get(r.consultation)?.push(r);
  for (const replies of all.values()) replies.sort((a, b) => a.at - b.at);
  return all;
}

export const memberCount = (read: Read, group: string): Promise<number> =>
  read.count(Members, 'group', { equal: group });

/** A draft of mine. `raw` and `review` are null once memory no longer holds what was typed. */
export interface MyDraft {
  readonly draft: Draft;
  readonly raw: Raw | null;
  readonly review: Review | null;
  /** Where an edit begins: what is kept of the draft, and of my choices. */
  readonly before: Before;
}

/** My draft with its raw text, as long as memory still holds that, and what a scan of it says. */
export async function myDraft(ctx: Asked, id: string): Promise<MyDraft | null> {
  const draft = await ctx.read.get(Drafts, id);
  if (draft === null) return null;
  const raw = (await ctx.drafts(id)) as Raw | null;
  const lexicon = lexiconFor(ctx.lexicon, draft.topic);
  return {
    draft,
    raw,
    // Scanned when they are asked for: a text that is about to be replaced need not be.
    get review() {
      return raw && review(raw, lexicon);
    },
    get before() {
      const { fields, chosen, origins, unsure } = draft;
      return { fields, chosen, origins, unsure, raw, keep: raw?.keep ?? keptIn(fields, lexicon) };
    },
  };
}
