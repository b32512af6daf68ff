import { z } from 'zod';
import type { Read } from '../../ports/store.ts';
import type { Asked } from '../../runtime/context.ts';
import { timeKey } from '../../runtime/jobs.ts';
import { Id, kind } from '../../storage/kind.ts';
import { agreementOf, type Group } from '../group/model.ts';

/** Guests of one meeting. */
export const mostGuests = 3;

/** Somebody from outside the group who is invited to one meeting. They take part once they accepted the agreement. */
export const Guests = kind(
  'meetingGuest',
  z.object({
    id: z.string().max(140),
    meeting: Id,
    group: Id,
    person: z.string(),
    credential: z.string().max(60),
    /** When they accepted the agreement for this meeting (ms); null before. */
    agreedAt: z.number().nullable(),
    /** What they accepted: the version of its core, and its add-ons with theirs; null before. */
    accepted: z.array(z.string()).nullable().default(null),
    /** Begin of the meeting (ms), for what goes by age. */
    at: z.number(),
  }),
  {
    indexes: { meeting: (g) => g.meeting, person: (g) => g.person, at: (g) => timeKey(g.at) },
    sorted: ['at'],
    sealed: 'no',
    about: {
      what: 'A guest of one meeting: who, credential, and when they accepted the agreement for it',
      readBy: 'members of the group',
      keptFor: 'two days after the meeting',
    },
  },
);
export type Guest = z.output<typeof Guests.schema>;

export const guestId = (meeting: string, person: string): string => `${meeting}.${person}`;

type Changing = Pick<Asked, 'files'>;

/** Whether somebody accepted the agreement of the group as it is now. */
export const hasAccepted = (ctx: Changing, group: Group, { agreedAt, accepted }: Guest): boolean =>
  agreedAt !== null && accepted?.join() === agreementOf(ctx, group).join();

/** Guests as the group sees them: whoever accepted an earlier agreement did not accept this one yet. */
export const guestsNow = async (ctx: Changing & { readonly read: Read }, group: Group, meeting: string) =>
  (await guestsOf(ctx.read, meeting)).map(
    (one): Guest => (hasAccepted(ctx, group, one) ? one : { ...one, agreedAt: null }),
  );

export const guestsOf = async (read: Read, meeting: string): Promise<readonly Guest[]> =>
  (await read.find(Guests, 'meeting', { equal: meeting }, { limit: mostGuests })).docs;
