import { z } from 'zod';
import { Id, kind } from '../../../storage/kind.ts';
import { counts, type Level, levels } from './levels.ts';

export { counts, type Level, levels } from './levels.ts';
export { countOf, levelOf, mayShow } from './summary.ts';

/** What a group sees of a closed period. It never changes once it is made; what it was made from is not kept. */
export const Pictures = kind(
  'checkinPicture',
  z.object({
    id: z.string(),
    group: Id,
    period: z.number().int(),
    /** Null when it was withheld; which rule did it is not kept. */
    shown: z
      .object({
        level: z.union(levels.map((l) => z.literal(l)) as [z.ZodLiteral<2>, ...z.ZodLiteral<Level>[]]),
        count: z.enum(counts),
        trend: z.enum(['heavier', 'same', 'lighter']).nullable(),
      })
      .nullable(),
  }),
  {
    indexes: { group: (p) => p.group },
    sealed: 'no',
    about: {
      what: 'The group summary of four closed weeks: rounded, clamped, or withheld',
      readBy: 'members of the group',
      keptFor: 'a year',
    },
  },
);
export type Picture = z.output<typeof Pictures.schema>;

/** Who stood behind a picture, as keyed hashes: needed to see how many came or went since. */
export const Circles = kind(
  'checkinCircle',
  z.object({ id: z.string(), group: Id, period: z.number().int(), level: z.number(), people: z.array(z.string()) }),
  {
    indexes: { group: (c) => c.group },
    sealed: 'no',
    about: {
      what: 'Whose answers a group summary was made from, as keyed hashes without answers',
      readBy: 'the release of the next summary',
      keptFor: 'while a later summary could be compared with it: under 12 weeks',
    },
  },
);
export type Circle = z.output<typeof Circles.schema>;

export const pictureId = (group: string, period: number): string => `${group}.${period}`;

/** What the hash of somebody in a circle is made of. */
export const respondent = (scope: string, person: string): string => `${scope} respondent ${person}`;
