import { z } from 'zod';
import { type Card, Id, kind } from '../../../src/index.ts';
import { mainChannel } from './channels.ts';

/** Where a message lies: a channel, the thread under a message, or one person's direct messages. */
const MessageLocation = z.discriminatedUnion('is', [
  z.object({ is: z.literal('channel'), channel: z.string().default(mainChannel) }),
  z.object({ is: z.literal('thread'), under: z.string() }),
  z.object({ is: z.literal('direct'), to: z.string() }),
]);
export type MessageLocation = z.output<typeof MessageLocation>;

/** The first channel has the key it had when it was the only one. */
const channelKey = (channel: string): string => (channel === mainChannel ? 'channel' : `channel ${channel}`);

export const keyOf = (where: MessageLocation): string =>
  where.is === 'channel'
    ? channelKey(where.channel)
    : where.is === 'thread'
      ? `thread ${where.under}`
      : `direct ${where.to}`;

const Content = z.discriminatedUnion('is', [
  z.object({ is: z.literal('card'), card: z.custom<Card>((v) => typeof v === 'object' && v !== null) }),
  /** Typed by a person straight into the channel or a thread; shown as it was typed. */
  z.object({ is: z.literal('typed'), text: z.string() }),
  /** Removed. The place stays, because a thread may hang on it. */
  z.object({ is: z.literal('removed') }),
]);

/** A message of the playground's chat server. */
export const ChatMessages = kind(
  'playgroundMessage',
  z.object({
    id: Id,
    where: MessageLocation,
    /** Position among all messages: counts up from 1. */
    position: z.number().int(),
    at: z.number(),
    edited: z.boolean(),
    /** A person's reference; null is Curbside. */
    from: z.string().nullable(),
    content: Content,
    /** The key it was posted under: the same key is the same message. */
    key: z.string().nullable(),
  }),
  {
    indexes: { where: (m) => keyOf(m.where), key: (m) => m.key },
    sealed: 'no',
    about: {
      what: 'Playground only: the messages of its channels, threads and direct messages',
      readBy: 'whoever opens the playground on this computer',
      keptFor: 'until "Start over"',
    },
  },
);
export type ChatMessage = z.output<typeof ChatMessages.schema>;

/** What the playground remembers of itself. There is one document, with the id `playground`. */
export const Settings = kind(
  'playgroundSettings',
  z.object({
    id: Id,
    /** How far (ms) the clock was moved forward. */
    clockOffsetMs: z.number(),
    /** How many messages there have been: the next position. */
    messages: z.number().int(),
    seeded: z.boolean(),
    tour: z.enum(['ask', 'answer', 'close', 'done', 'hidden']),
  }),
  {
    indexes: {},
    sealed: 'no',
    about: {
      what: 'Playground only: how far its clock was moved, and where its tour stands',
      readBy: 'whoever opens the playground on this computer',
      keptFor: 'until "Start over"',
    },
  },
);
export type Settings = z.output<typeof Settings.schema>;

/** Kinds that the store must know, besides those of the core. */
export const playgroundKinds = [ChatMessages, Settings] as const;

/** The scope in which the playground keeps its own documents; the core's communities never have this name. */
export const ownScope = 'playground';
