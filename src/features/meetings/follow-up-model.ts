import { z } from 'zod';
import type { Read } from '../../ports/store.ts';
import { Id, kind } from '../../storage/kind.ts';

/** So many are read out at one meeting. */
export const mostFollowUps = 6;

/**
 * That a group may ask somebody how a case went on, from a day on: their own choice, for what they asked under their name.
 * Its id tells nobody which record it is about.
 */
export const FollowUps = kind(
  'meetingFollowUp',
  z.object({
    id: Id,
    group: Id,
    person: z.string(),
    /** The thread that it is about; null for one elsewhere. */
    consultation: Id.nullable(),
    /** Local date. */
    on: z.string(),
    /** The meeting on whose card it is; null before. */
    meeting: Id.nullable().default(null),
  }),
  {
    indexes: { group: (f) => `${f.group} ${f.on}`, person: (f) => f.person },
    sorted: ['group'],
    sealed: 'no',
    about: {
      what: 'That a group may ask a member at a meeting how a case went on, and from which day',
      readBy: 'members of the group, at the next meeting from that day on',
      keptFor: 'until it was on the card of a meeting, or its owner takes it back',
    },
  },
);
export type FollowUp = z.output<typeof FollowUps.schema>;

/**
 * What is due in a group at a meeting on this date: what no meeting had yet, or this one; and what an earlier one had,
 * which is over.
 */
export async function dueAt(read: Read, of: { group: string; meeting: string; date: string }) {
  const range = { from: `${of.group} `, upTo: `${of.group} ${of.date}` };
  const { docs } = await read.find(FollowUps, 'group', range, { limit: 4 * mostFollowUps });
  const now = docs.filter(({ meeting }) => meeting === null || meeting === of.meeting).slice(0, mostFollowUps);
  return { now, over: docs.filter(({ meeting }) => meeting !== null && meeting !== of.meeting) };
}
