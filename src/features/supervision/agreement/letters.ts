import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { action, actions, body, card, day, person } from '../../../view/build.ts';
import type { Block } from '../../../view/view.ts';
import type { Agreement } from './model.ts';

/** What one of the two is told by a private message. It says that something happened, and nothing of what is in it. */
export type Letter =
  | 'confirmed'
  | 'declined'
  | 'withdrawn'
  | 'ended'
  | 'left'
  | 'gone'
  | 'notice'
  | 'details'
  | 'leave'
  | 'unsignable'
  | 'signable';

/**
 * A private message to one of the two about what the other did; none where there is nobody to tell. Who takes no direct
 * messages reads it above the next answer. `more`: what stands below what was done.
 */
export function letter(
  ctx: Pick<Context, 'me' | 'now' | 'ids'>,
  a: Agreement,
  to: string | null,
  about: Letter,
  date: string | null = null,
  more: readonly Block[] = [],
): Send[] {
  if (to === null) return [];
  const unproposed = about === 'declined' || about === 'withdrawn';
  const post = card(say('supervision.letter.summary'), [
    about === 'left' || about === 'gone'
      ? body(say('supervision.letter', { about }))
      : body(person(ctx.me), say('supervision.letter', { about })),
    ...(date === null ? [] : [body(say('supervision.letter.date', { about }), day(date))]),
    ...more,
    ...(unproposed
      ? []
      : [actions(action(say('word.open'), 'supervision.agreement', { group: a.group, agreement: a.id }))]),
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
