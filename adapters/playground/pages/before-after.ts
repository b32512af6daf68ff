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
  /**
   * `post`: meant for colleagues. `record`: for the person's own record. `straight`: typed straight into the channel or a
   * thread, so nothing was looked at.
   */
  readonly is: 'post' | 'record' | 'straight';
  /** What became of it, as long as there is no message. */
  readonly fate?: Fate;
}

/** It goes out later, at a time that is known or not; it was not taken; or one of several that were to go out was taken back. */
export type Fate = { readonly is: 'waits'; readonly at: number | null } | { readonly is: 'refused' | 'unclear' };

/** A form as it was sent: its route, and the fields of it that hold free text. */
export interface SubmittedForm {
  readonly command: string;
  readonly typed: Readonly<Record<string, string>>;
  /** The decision in a record is to be shared with the group. */
  readonly shares: boolean;
}

export interface TypedTexts {
  /** Newest first. */
  all(): readonly TypedText[];
  submitted(who: PersonRef, at: number, form: SubmittedForm): void;
  /**
   * What became of a text that is not posted yet: the one that a card shows, or else the newest of that person. Taking one back
   * makes it unclear of all that were to go out.
   */
  became(who: PersonRef, fate: Fate, shown: string): void;
  straight(who: PersonRef, at: number, text: string, message: string): void;
  /** Finds the typed text that a card came from, if one did. */
  posted(message: ChatMessage, card: Card): void;
  /** Drops the texts of whoever is known no more: they erased what was theirs. */
  keepOnly(known: (who: PersonRef) => boolean): void;
  clear(): void;
}

/** A card came from a typed text when at least this share of its quoted words stands there. */
const alike = 0.5;

export function createTypedTexts(): TypedTexts {
  let all: readonly TypedText[] = [];
  const add = (text: TypedText, without: TypedText | undefined) => {
    all = [text, ...all.filter((t) => t !== without)].slice(0, limits.typedTexts);
  };
  return {
    all: () => all,
    submitted(who, at, form) {
      for (const { is, text } of textsOf(form)) {
        const before = all.find(
          (t) =>
            t.is === is && t.message === null && t.who === who && (t.fate?.is === 'refused' || isVersion(t.text, text)),
        );
        add({ who, at, text, message: null, is }, before);
      }
    },
    became(who, fate, shown) {
      const open = all.filter((t) => t.who === who && t.is === 'post' && t.message === null);
      const waiting = open.filter((t) => t.fate?.is === 'waits');
      const meant =
        fate.is === 'unclear'
          ? waiting
          : [open.find((t) => shown !== '' && likeness(t.text, shown) >= alike) ?? open[0]];
      all = all.map((t) => (meant.includes(t) ? { ...t, fate } : t));
    },
    straight: (who, at, text, message) =>
      add(
        { who, at, text, message, is: 'straight' },
        all.find((t) => t.message === message),
      ),
    posted(message, card) {
      const got = quotesOf(card);
      if (got === '' || message.where.is === 'direct') return;
      const waiting = all.filter((t) => t.is === 'post' && t.message === null);
      const best = waiting.reduce<TypedText | undefined>(
        (most, t) => (most === undefined || likeness(t.text, got) > likeness(most.text, got) ? t : most),
        undefined,
      );
      if (best === undefined || likeness(best.text, got) < alike) return;
      all = all.filter((t) => t.message !== message.id).map((t) => (t === best ? { ...t, message: message.id } : t));
    },
    keepOnly: (known) => {
      all = all.filter(({ who }) => known(who));
    },
    clear: () => {
      all = [];
    },
  };
}

/** Typed again: most of each stands in the other. A few words out of a long text are no new version of it. */
const isVersion = (one: string, other: string): boolean =>
  Math.min(likeness(one, other), likeness(other, one)) >= alike;

/**
 * What of a form's free text belongs into "Before and after". Words to hide, settings and everything of check-ins do
 * not: the panel is the same whoever acts, and not even that somebody has check-ins is for others.
 */
function textsOf({ command, typed, shares }: SubmittedForm): { is: 'post' | 'record'; text: string }[] {
  const joined = (names: readonly string[]): string => {
    const text = names.flatMap((name) => typed[name]?.trim() || []).join('\n');
    return text.length > limits.typedText ? `${text.slice(0, limits.typedText)} …` : text;
  };
  const names = Object.keys(typed);
  const of = postFields[command] ?? [];
  const posts = of === 'all' ? names : of;
  const texts = command.startsWith('record.')
    ? ([
        { is: 'record', text: joined(names.filter((name) => !(shares && posts.includes(name)))) },
        { is: 'post', text: shares ? joined(posts) : '' },
      ] as const)
    : ([{ is: 'post', text: joined(names.filter((name) => posts.includes(name))) }] as const);
  return texts.filter(({ text }) => text !== '');
}

/**
 * Which fields colleagues are to read, by the route that takes the form: all that hold free text (the structure of a
 * question says which those are), or some of them.
 */
export const postFields: Readonly<Record<string, 'all' | readonly string[]>> = {
  'consult.draft': 'all',
  'consult.revise': 'all',
  'consult.answer': 'all',
  'consult.reply.save': 'all',
  'consult.outcome.save': 'all',
  'record.save': ['decision'],
};

/** Everything that a card quotes of what people wrote. */
export function quotesOf(card: Card): string {
  return card.blocks
    .flatMap((block) => {
      if (block.is === 'quote') return [block.text];
      return block.is === 'list' ? block.items.flatMap((item) => (item.quote === null ? [] : [item.quote])) : [];
    })
    .join('\n');
}
