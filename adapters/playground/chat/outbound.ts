import type { Card, ChatPlatform, PersonRef, Place, Sent } from '../../../src/index.ts';
import { namesWithin } from '../../node/names-within.ts';
import { channels } from './channels.ts';
import type { Chat } from './chat.ts';
import type { ChatMessage, MessageLocation } from './kinds.ts';

/** The platform's name, and the namespace of its ids in the vault. */
export const platformName = 'playground';

/** What `left` is told of every card that others can now see. */
export type Left = (message: ChatMessage, card: Card) => void;

/** The way out, for the core: posts, edits and removes in the playground's chat. It can always tell a repeated key. */
export function createOutbound(
  chat: Chat,
  left: Left,
  nameOf: (who: PersonRef) => Promise<string | null>,
): ChatPlatform {
  const sent = (message: ChatMessage | null): Sent =>
    message === null
      ? { ok: false, why: 'gone', problem: 'messageGone', detail: 'no such message in the playground' }
      : { ok: true, ref: message.id };

  return {
    name: platformName,
    limits: { repeatableForMs: Number.POSITIVE_INFINITY, asksInGroup: false },
    async post(place, view, key) {
      const where = whereOf(place);
      if (where === null) return sent(null);
      if (where.is === 'thread' && (await chat.get(where.under)) === null) return sent(null);
      const message = await chat.post(where, view, key);
      left(message, view);
      return sent(message);
    },
    async edit(_scope, ref, view) {
      const message = await chat.replace(ref, { is: 'card', card: view });
      if (message !== null) left(message, view);
      return sent(message);
    },
    remove: async (_scope, ref) => sent(await chat.replace(ref, { is: 'removed' })),
    names: (_scope, people) => namesWithin(people, nameOf),
  };
}

function whereOf(place: Place): MessageLocation | null {
  if (place.is === 'channel')
    return channels.includes(place.channel) ? { is: 'channel', channel: place.channel } : null;
  return place.is === 'thread' ? { is: 'thread', under: place.under } : { is: 'direct', to: place.to };
}
