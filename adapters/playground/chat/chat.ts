import { randomUUID } from 'node:crypto';
import type { Card, Clock, Page, PersonRef, Read, Store } from '../../../src/index.ts';
import { type ChatMessage, ChatMessages, keyOf, type MessageLocation, ownScope, Settings } from './kinds.ts';
import { settingsIn } from './settings.ts';

/**
 * The playground's chat server: it keeps messages and nothing else. Durable through the store, so a restart shows the
 * same channel.
 */
export interface Chat {
  /** Every message of a place, oldest first. */
  at(where: MessageLocation): Promise<readonly ChatMessage[]>;
  get(id: string): Promise<ChatMessage | null>;
  /** Posts a card of Curbside's; a key that was used before answers with that earlier message. */
  post(where: MessageLocation, card: Card, key: string): Promise<ChatMessage>;
  /** Posts what a person typed straight into the channel or a thread. */
  say(where: MessageLocation, who: PersonRef, text: string, key: string): Promise<ChatMessage>;
  /** Replaces the content; null when there is no such message. */
  replace(id: string, content: ChatMessage['content']): Promise<ChatMessage | null>;
}

export function openChat(store: Store, clock: Clock, changed: () => void): Chat {
  function add(where: MessageLocation, from: PersonRef | null, content: ChatMessage['content'], key: string) {
    return store.transact(ownScope, async (tx) => {
      const earlier = (await tx.find(ChatMessages, 'key', { equal: key }, { limit: 1 })).docs[0];
      if (earlier !== undefined) return earlier;
      const settings = await settingsIn(tx);
      const position = settings.messages + 1;
      const at = clock.now();
      const message: ChatMessage = { id: randomUUID(), where, position, at, edited: false, from, content, key };
      await tx.put(ChatMessages, message);
      await tx.put(Settings, { ...settings, messages: position });
      return message;
    });
  }
  async function told(message: Promise<ChatMessage>): Promise<ChatMessage> {
    const posted = await message;
    changed();
    return posted;
  }
  return {
    at: async (where) => {
      const all = await store.read(ownScope, (read) => every(read, keyOf(where)));
      return all.sort((a, b) => a.position - b.position);
    },
    get: (id) => store.read(ownScope, (read) => read.get(ChatMessages, id)),
    post: (where, card, key) => told(add(where, null, { is: 'card', card }, key)),
    say: (where, who, text, key) => told(add(where, who, { is: 'typed', text }, key)),
    replace: async (id, content) => {
      const after = await store.transact(ownScope, async (tx) => {
        const before = await tx.get(ChatMessages, id);
        if (before === null) return null;
        const next = { ...before, content, edited: content.is === 'card' };
        await tx.put(ChatMessages, next);
        return next;
      });
      changed();
      return after;
    },
  };
}

async function every(read: Read, key: string): Promise<ChatMessage[]> {
  const out: ChatMessage[] = [];
  let page: Page = { limit: 500 };
  for (;;) {
    const found = await read.find(ChatMessages, 'where', { equal: key }, page);
    out.push(...found.docs);
    if (found.next === undefined) return out;
    page = { limit: 500, after: found.next };
  }
}
