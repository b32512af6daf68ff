import { z } from 'zod';
import { timeKey } from '../../../runtime/jobs.ts';
import { kind } from '../../../storage/kind.ts';
import { hourMs, minuteMs } from '../../../time/durations.ts';

/** Where somebody is in their log: what it is narrowed to, and the page. What is opened from there leads back to it. */
export const logPlace = {
  f: z.string().max(80).optional(),
  page: z.coerce.number().int().min(1).optional(),
};
export interface LogPlace {
  readonly f?: string | undefined;
  readonly page?: number | undefined;
}

/** A place in the log as buttons carry it. */
export const placeValues = ({ f, page }: LogPlace): Record<string, string> => ({
  ...(f === undefined ? {} : { f }),
  ...(page === undefined ? {} : { page: String(page) }),
});

/** How long a code works (ms): long enough to change from one app to another. */
export const codeMinutes = 10;
export const codeMs = codeMinutes * minuteMs;
/** Codes that somebody may get or enter within the hour. */
export const mostTries = 5;
export const triesMs = hourMs;

/** When somebody got or entered codes lately, so that nobody can guess one. */
export const LinkTries = kind(
  'linkTries',
  z.object({
    /** The person. */
    id: z.string(),
    at: z.array(z.number()),
  }),
  {
    indexes: { last: (t) => timeKey(Math.max(0, ...t.at)) },
    sorted: ['last'],
    sealed: 'no',
    about: {
      what: 'When somebody got or entered codes for linking accounts in the last hour; no code, and no other account',
      readBy: 'the bot',
      keptFor: 'a day',
    },
  },
);

/** What the person's own key makes a code from; it is stored nowhere. */
export const codeSubject = (until: number): string => `consult.link ${until}`;

/** A token as a code that is typed from one screen to another: 48 bits in groups of four. */
export const codeText = (token: string): string =>
  token
    .slice(0, 12)
    .toUpperCase()
    .replace(/.{4}(?=.)/g, '$&-');

/** A code as somebody typed it, or null where it is none. */
export function readCode(typed: string): string | null {
  const plain = typed.replace(/[\s‐-―-]/g, '').toLowerCase();
  return /^[0-9a-f]{12}$/.test(plain) ? codeText(plain) : null;
}

/** What the vault keeps of a code is a keyed hash of this. */
export const codeDigested = (code: string): string => `consult.link ${code}`;
