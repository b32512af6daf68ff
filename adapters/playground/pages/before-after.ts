import type { Card, PersonRef } from '../../../src/index.ts';
import type { ChatMessage } from '../chat/kinds.ts';
import { limits } from '../limits.ts';
import { likeness } from './compare.ts';

/**
 * What a person typed, and the message it became. In memory only, and only in the playground: on a real platform the
 * typed text is nowhere to be seen.
 */
export interface TypedText {
  readonly who: PersonRef;
  readonly at: number;
  readonly text: string;
  /** The message that colleagues got, once there is one. */
  readonly message: string | null;
  /** Typed straight into the channel or a thread, so nothing was looked at. */
  readonly straight: boolean;
}

export interface TypedTexts {
  /** Newest first. */
  all(): readonly TypedText[];
  submitted(who: PersonRef, at: number, text: string): void;
  straight(who: PersonRef, at: number, text: string, message: string): void;
  /** Finds the typed text that a card came from, if one did. */
  posted(message: ChatMessage, card: Card): void;
  clear(): void;
}

/** A card came from a typed text when at least this share of its quoted words stands there. */
const alike = 0.5;

export function typedTexts(): TypedTexts {
  let all: readonly TypedText[] = [];
  const add = (text: TypedText, without: TypedText | undefined) => {
    all = [text, ...all.filter((t) => t !== without)].slice(0, limits.typedTexts);
  };
  return {
    all: () => all,
    submitted(who, at, whole) {
      const text = whole.length > limits.typedText ? `${whole.slice(0, limits.typedText)} …` : whole;
      const before = all.find((t) => t.message === null && t.who === who && likeness(t.text, text) >= alike);
      add({ who, at, text, message: null, straight: false }, before);
    },
    straight: (who, at, text, message) =>
      add(
        { who, at, text, message, straight: true },
        all.find((t) => t.message === message),
      ),
    posted(message, card) {
      const got = quotesOf(card);
      if (got === '' || message.where.is === 'direct') return;
      const waiting = all.filter((t) => t.message === null);
      const best = waiting.reduce<TypedText | undefined>(
        (most, t) => (most === undefined || likeness(t.text, got) > likeness(most.text, got) ? t : most),
        undefined,
      );
      if (best === undefined || likeness(best.text, got) < alike) return;
      all = all.filter((t) => t.message !== message.id).map((t) => (t === best ? { ...t, message: message.id } : t));
    },
    clear: () => {
      all = [];
    },
  };
}

/** Everything that a card quotes of what people wrote. */
export function quotesOf(card: Card): string {
  return card.blocks
    .flatMap((block) => {
      if (block.is === 'quote') return [block.text];
      return block.is === 'list' ? block.items.flatMap((item) => (item.quote === null ? [] : [item.quote])) : [];
    })
    .join('\n');
}
