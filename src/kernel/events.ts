import { z } from 'zod';
import { timeKey } from './due.ts';
import { kind } from './kind.ts';

/** How long a repeated delivery is recognised. Slack redelivers for up to an hour; a day is on the safe side. */
export const eventMemoryMs = 24 * 60 * 60 * 1000;

/** Deliveries that were handled, by keyed hash, and the query that answered them. */
export const SeenEvents = kind(
  'event',
  z.object({
    id: z.string(),
    at: z.number(),
    show: z.string(),
    with: z.record(z.string(), z.string()),
    /** A message of the catalogue, as stored: the loop wrote it. */
    note: z.unknown(),
  }),
  {
    indexes: { at: (e) => timeKey(e.at) },
    sealed: 'no',
    about: { what: 'Which deliveries were handled, as keyed hashes', readBy: 'the bot', keptFor: '24 hours' },
  },
);
