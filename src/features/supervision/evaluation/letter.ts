import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { action, actions, body, card, person } from '../../../view/build.ts';
import type { Agreement } from '../agreement/model.ts';

/** What the other one did. The message says that, and nothing of what is in an evaluation. */
export function letter(
  ctx: Pick<Context, 'me' | 'now' | 'ids'>,
  a: Agreement,
  evaluation: string,
  to: string | null,
  about: 'started' | 'self' | 'rated' | 'read',
): Send[] {
  if (to === null) return [];
  const post = card(say('supervision.letter.summary'), [
    body(person(ctx.me), say('evaluation.letter', { about })),
    actions(action(say('word.open'), 'supervision.evaluation', { group: a.group, evaluation }, { tone: 'main' })),
  ]);
  return [
    {
      post,
      id: ctx.ids.next(),
      to: { is: 'direct', person: to },
      subject: a.id,
      notBefore: ctx.now,
      quiet: { group: a.group, zone: a.zone },
      orNextAnswer: true,
    },
  ];
}
