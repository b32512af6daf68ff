import { type QuasiIdentifier, togetherWith } from '../../../deidentify/index.ts';
import { plain, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { dayMs } from '../../../time/durations.ts';
import { body, msg, quiet, when } from '../../../view/build.ts';
import type { Block, Span } from '../../../view/view.ts';
import { myConsultations } from '../authorship.ts';
import type { Consultation, Draft } from '../model.ts';

/** Colleagues remember a case for about so long. */
const rememberedMs = 180 * dayMs;

/** What a draft and earlier posts of its author tell together. */
export interface Earlier {
  readonly details: readonly QuasiIdentifier[];
  readonly posts: readonly Pick<Consultation, 'askedAt' | 'author'>[];
}

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
  const texts = posts.map(({ text, outcome }) => [text?.question, text?.facts, text?.tried, outcome].join('\n\n'));
  const found = togetherWith(Object.values(draft.fields).join('\n\n'), texts, ctx.lexicon, members);
  if (!found) return null;
  return { details: found.details, posts: found.with.flatMap((at) => posts[at] ?? []).sort(byDate) };
}

const byDate = (a: Pick<Consultation, 'askedAt'>, b: Pick<Consultation, 'askedAt'>): number => a.askedAt - b.askedAt;

const between = (parts: readonly Span[]): Span[] =>
  parts.flatMap((part, i) => (i > 0 ? [msg(say('word.dot')), part] : [part]));

/** "Together with your posts of …, this tells: …" and how anonymous ones came to be among them. */
export function earlierBlocks(earlier: Earlier | null): Block[] {
  if (earlier === null) return [];
  const { details, posts } = earlier;
  const anonymous = posts.some(({ author }) => author.as === 'anonymous');
  return [
    body(say('earlier.with', { n: posts.length }), ...between(posts.map(({ askedAt }) => when(askedAt, 'date')))),
    quiet(say('earlier.tells'), ...between(details.map((detail) => msg(plain(`risk.${detail}`))))),
    quiet(say(anonymous ? 'earlier.anonymous' : 'earlier.onlyYou')),
  ];
}
