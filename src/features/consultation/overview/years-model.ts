import { z } from 'zod';
import { Id, kind } from '../../../storage/kind.ts';

/** From so many questions a year's number is shown (docs/domain.md, Group summaries need six). */
export const leastShown = 6;

/**
 * How many questions a group asked in a calendar year that is over. Counted once: whatever is taken down or erased later changes
 * no number, so that two looks can't be subtracted from each other.
 */
export const GroupYears = kind(
  'groupYear',
  z.object({
    id: z.string(),
    group: Id,
    year: z.number().int(),
    /** Null where there were fewer than six. */
    n: z.number().int().min(leastShown).nullable(),
  }),
  {
    indexes: { group: (y) => y.group },
    sealed: 'no',
    about: {
      what: 'How many questions a group asked in a year that is over, from six on; nothing of who asked or answered',
      readBy: 'owners of the group',
      keptFor: 'until the bot is removed',
    },
  },
);
