import type { Context } from '../../runtime/context.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import type { Card } from '../../view/view.ts';
import type { Meeting } from './model.ts';
import { lostTurnCard, partCard, partOverCard } from './part-views.ts';
import { partOf, partsIn } from './rota.ts';

/** A message to one person about their part in a meeting. When it has begun, it says nothing new. */
export const aboutPart = (ctx: Pick<Context, 'ids' | 'now'>, m: Meeting, person: string, post: Card): Send => ({
  post,
  id: ctx.ids.next(),
  to: { is: 'direct', person },
  subject: m.id,
  notBefore: ctx.now,
  notAfter: m.at,
  orNextAnswer: true,
});

/** Those who know already, as they did it or are told otherwise; and whether a question took the turn. */
interface Known {
  readonly by: readonly string[];
  readonly question?: boolean;
}

/**
 * Whoever has another part in a planned meeting than before is told, whether they got it, got it back, or lost it. Every
 * change of who presents or facilitates goes through here, so that nobody relies on an older message.
 */
export function partNews(
  ctx: Pick<Context, 'ids' | 'now'>,
  before: Meeting,
  after: Meeting,
  { by, question = false }: Known,
): Send[] {
  const people = [...new Set([...partsIn(before), ...partsIn(after)])].filter((person) => !by.includes(person));
  return people.flatMap((person) => {
    const [was, is] = [partOf(before, person), partOf(after, person)];
    if (was === is) return [];
    const lost = question && was === 'presents';
    const post = lost
      ? lostTurnCard(after, person)
      : is === null
        ? partOverCard(before, person)
        : partCard(after, person);
    return [aboutPart(ctx, after, person, post)];
  });
}
