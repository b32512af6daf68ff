import { z } from 'zod';
import { Id, kind } from '../../storage/kind.ts';
import { topics } from '../consultation/model.ts';
import { modes } from '../consultation/record/model.ts';

/** On which side of a consultation somebody was (docs/domain.md, What consultation earns). */
export const sides = ['asked', 'advised', 'attended'] as const;
export type Side = (typeof sides)[number];

export const adviceLimits = { colleagues: 12, credential: 60 } as const;

/** What somebody keeps of advising a colleague: no word of the case, and nobody's name. */
export const Advised = kind(
  'advised',
  z.object({
    id: Id,
    owner: z.string(),
    group: Id,
    on: z.object({ date: z.string(), zone: z.string() }),
    minutes: z.number().int().min(1).max(480),
    mode: z.enum(modes),
    topic: z.enum(topics),
    /** Credentials of the colleagues, one each; '' of somebody who asked anonymously, or whose is not known. */
    colleagues: z.array(z.string().max(adviceLimits.credential)).max(adviceLimits.colleagues),
    writtenAt: z.number(),
  }),
  {
    indexes: { owner: (a) => a.owner },
    sealed: 'owner',
    about: {
      what: 'That somebody advised a colleague: date, minutes, format, topic, credentials; no case text and no names',
      readBy: 'its owner only',
      keptFor: 'until its owner deletes it',
    },
  },
);
export type Advice = z.output<typeof Advised.schema>;
