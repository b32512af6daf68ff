import { z } from 'zod';
import { timeKey } from '../../../runtime/jobs.ts';
import { Id, kind } from '../../../storage/kind.ts';
import { dayMs } from '../../../time/durations.ts';

/** For how long an export code can be used (docs/domain.md, Acceptance stories, 21). */
export const codeDays = 60;
export const codeMs = codeDays * dayMs;

/** For how long whoever redeemed a code gets its files again, one format after the other. */
export const againMs = 60 * 60_000;

/** A code with which somebody who left gets what is theirs. The code itself is stored nowhere: only they can make it again. */
export const ExportCodes = kind(
  'supervisionExportCode',
  z.object({
    id: Id,
    person: z.string(),
    /** Keyed hash of the code. */
    hash: z.string(),
    until: z.number(),
    usedAt: z.number().nullable(),
    /** Keyed hash of who redeemed it in another community: for a while they get the files again. Empty for the operator. */
    usedBy: z.string().default(''),
  }),
  {
    indexes: { person: (c) => c.person, hash: (c) => c.hash, until: (c) => timeKey(c.until) },
    sealed: 'no',
    about: {
      what: 'That somebody has a one-time code for an export of their supervision entries: a keyed hash of it, until when, whether it was used',
      readBy: 'the bot, when a code is redeemed',
      keptFor: '60 days',
    },
  },
);
export type ExportCode = z.output<typeof ExportCodes.schema>;

/** What the person's key makes the code from. */
export const codeSubject = (id: string): string => `supervision.exportCode ${id}`;

/** A token as it is read aloud and typed: groups of four, 80 bits. */
export const codeText = (token: string): string =>
  token
    .slice(0, 20)
    .toUpperCase()
    .replace(/.{4}(?=.)/g, '$&-');

/** A code as somebody typed it, in the one form that is hashed. */
export const readCode = (typed: string): string => codeText(typed.replace(/[^0-9a-z]/gi, ''));
