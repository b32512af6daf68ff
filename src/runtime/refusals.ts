import { type MessageKey, say } from '../i18n/message.ts';
import { actions, body, card } from '../view/build.ts';
import type { Action, Card } from '../view/view.ts';
import type { Refusal } from './decision.ts';

type RefusalKey = Extract<MessageKey, `refusal.${string}`> extends `refusal.${infer K}` ? K : never;

/** An expected "no": one sentence that says why and what to do, with the buttons to do it. */
export function refusal(why: RefusalKey, next: readonly Action[] = []): Refusal {
  const key = `refusal.${why}` as const;
  const line = say(key);
  return { refused: card(line, [body(line), ...(next.length > 0 ? [actions(...next)] : [])]) };
}

/** What a person reads after a bug: nothing was saved, and four characters to quote. */
export function trouble(token: string): Card {
  return card(say('trouble.summary'), [body(say('trouble.text', { token }))]);
}
