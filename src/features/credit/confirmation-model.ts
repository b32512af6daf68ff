import { z } from 'zod';
import { timeKey } from '../../runtime/jobs.ts';
import { Id, kind } from '../../storage/kind.ts';
import { dayMs } from '../../time/durations.ts';

/** A colleague can answer for this long. Then it can be asked again. */
export const askedMs = 30 * dayMs;
/** What was confirmed stays as long as records of a renewal may be asked for. */
export const confirmedMs = 6 * 366 * dayMs;

/**
 * "Were you there on DATE for MINUTES?": what one person asked another, and the yes. A no is not kept here, so that to everybody
 * else it is the same as no answer. `row`: a keyed hash of what it is about, which its owner alone can make.
 */
export const Confirmations = kind(
  'creditConfirmation',
  z.object({
    id: Id,
    group: Id,
    from: z.string(),
    to: z.string(),
    row: z.string(),
    date: z.string(),
    minutes: z.number().int(),
    askedAt: z.number(),
    /** The yes, with the credential of that day; null before. */
    confirmed: z.object({ at: z.number(), credential: z.string().max(60) }).nullable(),
    until: z.number(),
    /** Whoever asked put it away unanswered. It stays until its time, so that asking again is no new message. */
    hidden: z.boolean().default(false),
  }),
  {
    indexes: { from: (c) => c.from, to: (c) => c.to, until: (c) => timeKey(c.until) },
    sorted: ['until'],
    sealed: 'no',
    about: {
      what: 'That somebody asked a colleague to confirm a consultation: date, minutes, and the yes; nothing of a case',
      readBy: 'the two of them',
      keptFor: '30 days without an answer, six years once confirmed',
    },
  },
);
export type Confirmation = z.output<typeof Confirmations.schema>;

/** That I do not want to see an ask any more. It is mine alone: whoever asked learns nothing. */
export const Declined = kind('creditDeclined', z.object({ id: Id, owner: z.string(), confirmation: Id }), {
  indexes: { owner: (d) => d.owner },
  sealed: 'owner',
  about: {
    what: 'That somebody put away a colleague’s ask to confirm a consultation',
    readBy: 'its owner only',
    keptFor: 'until the ask is gone and another one is put away',
  },
});
