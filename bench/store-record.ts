import { z } from 'zod';
import { kind } from '../src/index.ts';

/** About 2 KB, like a finished consultation record. */
export const Record = kind(
  'record',
  z.object({
    id: z.string(),
    owner: z.string(),
    at: z.string(),
    minutes: z.number(),
    advised: z.array(z.string()),
    guidance: z.string(),
    decision: z.string(),
    rationale: z.string(),
  }),
  {
    indexes: { at: (r) => r.at, owner: (r) => r.owner },
    sealed: 'no',
    about: { what: 'for measurements', readBy: 'nobody', keptFor: 'a measurement' },
  },
);

const words = 'The group advised to name the limit early, to agree on a plan with the family and to look at it again. ';

export const recordOf = (n: number): z.output<typeof Record.schema> => ({
  id: `r${n}`,
  owner: `p${n % 97}`,
  at: String(n).padStart(10, '0'),
  minutes: n % 60,
  advised: [`p${n % 89}`, `p${n % 83}`],
  guidance: words.repeat(8),
  decision: words.repeat(5),
  rationale: words.repeat(5),
});
