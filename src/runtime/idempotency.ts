import { z } from 'zod';
import type { Incoming } from '../ports/chat.ts';
import type { Read, Tx } from '../ports/store.ts';
import type { Identity } from '../ports/vault.ts';
import { kind } from '../storage/kind.ts';
import { hourMs } from '../time/durations.ts';
import type { Show } from './decision.ts';
import { timeKey } from './jobs.ts';

/** How long a repeated delivery is recognized. Slack redelivers for up to an hour; a day is on the safe side. */
export const eventMemoryMs = 24 * hourMs;

/**
 * Deliveries that were handled, and the query that answered them. Both are under the key of the person it came from: the
 * answer names drafts and questions, and an id under the installation's key could be tried out with every member.
 */
export const SeenEvents = kind(
  'event',
  z.object({
    id: z.string(),
    at: z.number(),
    /** Null where only its being there matters. */
    box: z.string().nullable(),
  }),
  {
    indexes: { at: (e) => timeKey(e.at) },
    sorted: ['at'],
    sealed: 'no',
    about: {
      what: 'Which deliveries were handled, as hashes under the key of the person they came from, by the hour',
      readBy: 'the bot, while it handles that delivery again',
      keptFor: '24 hours',
    },
  },
);

/** To the hour: the minute of a press could point at whoever pressed. */
export const eventHour = (now: number): number => Math.floor(now / hourMs) * hourMs;

/** What one delivery was answered with, for the time when it is delivered again. */
export interface Delivery {
  answered(read: Read): Promise<Show | null>;
  remember(tx: Tx, then: Show, now: number): Promise<void>;
}

/** Null for somebody whose key was deleted meanwhile: nothing can be known by it any more. */
export function deliveryOf(who: Identity | null, { scope, eventId }: Incoming): Delivery | null {
  if (who === null) return null;
  const id = who.token(`event ${scope} ${eventId}`).slice(0, 24);
  return {
    async answered(read) {
      const box = (await read.get(SeenEvents, id))?.box;
      return box ? (JSON.parse(who.open(`event/${id}`, box)) as Show) : null;
    },
    async remember(tx, then, now) {
      await tx.put(SeenEvents, { id, at: eventHour(now), box: who.seal(`event/${id}`, JSON.stringify(then)) });
    },
  };
}
