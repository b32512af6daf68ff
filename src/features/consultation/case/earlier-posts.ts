import { togetherWith } from '../../../deidentify/index.ts';
import type { Asked } from '../../../runtime/context.ts';
import { dayMs } from '../../../time/durations.ts';
import { myConsultations } from '../authorship.ts';
import type { Draft } from '../model.ts';
import type { Earlier } from './earlier-view.ts';

/** Colleagues remember a case for about so long. */
const rememberedMs = 180 * dayMs;

/**
 * Compares a draft with what its author asked in this community in the last 180 days; null where nothing adds up. Anonymous
 * questions are found with the author's own key while they can still be shown to be theirs. It is worked out for the author's
 * screen and written down nowhere.
 */
export async function earlierPosts(ctx: Asked, draft: Draft, members: number): Promise<Earlier | null> {
  if (draft.purpose === 'amendment') return null;
  const mine = await myConsultations(ctx);
  // A reply adds to a case of one's own only where it stands under it.
  if (draft.purpose !== 'case' && !mine.some(({ id }) => id === draft.consultation)) return null;
  const rewritten = draft.purpose === 'edit' ? draft.consultation : null;
  const posts = mine.filter((c) => c.text !== null && c.id !== rewritten && c.askedAt > ctx.now - rememberedMs);
  const texts = posts.map(({ text, outcome }) => [...Object.values(text ?? {}), outcome].join('\n\n'));
  const found = togetherWith(Object.values(draft.fields).join('\n\n'), texts, ctx.lexicon, members);
  if (!found) return null;
  return { details: found.details, posts: found.with.flatMap((at) => posts[at] ?? []).sort(byDate) };
}

const byDate = (a: Earlier['posts'][number], b: Earlier['posts'][number]): number => a.askedAt - b.askedAt;
