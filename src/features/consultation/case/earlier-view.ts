import type { QuasiIdentifier } from '../../../deidentify/index.ts';
import { plain, say } from '../../../i18n/message.ts';
import { body, msg, quiet, when } from '../../../view/build.ts';
import type { Block, Span } from '../../../view/view.ts';
import type { Consultation } from '../model.ts';

/** What a draft and earlier posts of its author tell together. */
export interface Earlier {
  readonly details: readonly QuasiIdentifier[];
  readonly posts: readonly Pick<Consultation, 'askedAt' | 'author'>[];
}

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
