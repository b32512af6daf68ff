import { z } from 'zod';
import type { Read } from '../../ports/store.ts';
import { timeKey } from '../../runtime/jobs.ts';
import { Id, kind } from '../../storage/kind.ts';

/** That somebody who presents asked a colleague to change places. It goes with the answer, or with the meeting. */
export const SwapAsks = kind(
  'meetingSwap',
  z.object({ id: z.string().max(140), meeting: Id, group: Id, from: z.string(), to: z.string(), until: z.number() }),
  {
    indexes: {
      meeting: (s) => s.meeting,
      from: (s) => s.from,
      to: (s) => s.to,
      until: (s) => timeKey(s.until),
    },
    sorted: ['until'],
    sealed: 'no',
    about: {
      what: 'That somebody who presents at a meeting asked a colleague to swap',
      readBy: 'the two of them',
      keptFor: 'until it is answered, or the meeting begins',
    },
  },
);
export type SwapAsk = z.output<typeof SwapAsks.schema>;

/** One a person and meeting: asking another colleague replaces it. */
export const swapId = (meeting: string, from: string): string => `${meeting}.${from}`;

export const asksOf = async (read: Read, meeting: string): Promise<readonly SwapAsk[]> =>
  (await read.find(SwapAsks, 'meeting', { equal: meeting }, { limit: 20 })).docs;
