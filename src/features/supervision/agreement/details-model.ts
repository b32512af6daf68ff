import { z } from 'zod';
import { addDays, monthsFrom } from '../../../time/time.ts';
import { dayOf } from '../rules/calendar.ts';

const stages = ['trainee', 'associate', 'licensed'] as const;
const settings = ['exempt', 'private_practice', 'clinic', 'school', 'hospital', 'other'] as const;
/** Lengths in characters. */
export const detailLimits = { credential: 120, number: 40, emergency: 300, fee: 200, concerns: 500 } as const;
export const detailChoices = { stage: stages, setting: settings } as const;

const { credential, number, emergency, fee, concerns } = detailLimits;
const Day = z.string().nullable().default(null);
const Line = (max: number) => z.string().max(max).default('');

/**
 * What an agreement says beyond its parties and dates, as the two state it. Only some boards ask for some of it (`needsOf` in
 * details-form.ts); nothing here is checked.
 */
export const Details = z.object({
  stage: z.enum(stages).nullable().default(null),
  setting: z.enum(settings).nullable().default(null),
  volunteer: z.boolean().default(false),
  supervisorCredential: Line(credential),
  supervisorLicense: Line(number),
  supervisorExpires: Day,
  superviseeLicense: Line(number),
  superviseeExpires: Day,
  /** The employer agreed in writing to a supervisor whom it does not employ. */
  employer: z.boolean().default(false),
  /** The supervisee says that they are not self-employed in this work. */
  selfEmployed: z.boolean().default(false),
  /** When it was judged whether supervision by video suits. */
  video: Day,
  /** When the board approved the contract: hours before it may not count. */
  contract: Day,
  /** Since when the supervisee is licensed or registered: hours before it may not count. */
  licensed: Day,
  emergency: Line(emergency),
  fee: Line(fee),
  /** What the supervisor is concerned about and the plan to remedy it, without identifiers of a client. */
  concerns: Line(concerns),
});
export type Details = z.output<typeof Details>;
export const noDetails: Details = Details.parse({});

export const isFilledIn = (d: Details): boolean => JSON.stringify(d) !== JSON.stringify(noDetails);

/** What somebody who erases their data takes out of the details: what names them, and what was said about them. */
export const detailsWithout = (d: Details, role: 'supervisee' | 'supervisor'): Details => ({
  ...d,
  emergency: '',
  ...(role === 'supervisee'
    ? { superviseeLicense: '', concerns: '' }
    : { supervisorCredential: '', supervisorLicense: '' }),
});

/** Time off of the supervisee, both days included; `approvedOn` is the date of the supervisor’s written approval. */
export const Leave = z.object({ from: z.string(), to: z.string(), approvedOn: z.string().nullable() });
export type Leave = z.output<typeof Leave>;
export const mostLeaves = 20;

/** Leave that a board which asks for it accepts: of a month or more, approved in writing. */
export const approvedLeave = (all: readonly Leave[]): { readonly from: number; readonly to: number }[] =>
  all
    .filter(({ from, to, approvedOn }) => approvedOn !== null && monthsFrom(from, 1) <= addDays(to, 1))
    .map(({ from, to }) => ({ from: dayOf(from), to: dayOf(to) }));

export const unsignableReasons = ['died', 'license', 'unreachable', 'other'] as const;
/** Why nobody signs what waits, since when, and who said so. */
export const Unsignable = z.object({
  why: z.enum(unsignableReasons),
  at: z.number(),
  by: z.enum(['supervisee', 'supervisor']),
});
