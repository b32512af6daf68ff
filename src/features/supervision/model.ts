import { z } from 'zod';
import { Id, kind } from '../../storage/kind.ts';
import type { HoursEntry, Opened } from './rules/entry.ts';
import { groups, modalities } from './rules/pack.ts';

/**
 * draft → submitted → signed or returned; a correction is a void and a new entry (docs/domain.md, Supervision). `noted` where
 * nobody signs here: for growth, or with a supervisor who is not here. `unsignable` where whoever should sign can’t any more.
 */
const entryStatuses = ['draft', 'submitted', 'signed', 'returned', 'void', 'noted', 'unsignable'] as const;
export const formats = ['in_person', 'video', 'phone'] as const;
export const observedWays = ['live', 'recording'] as const;
export const returnReasons = ['time', 'category', 'session', 'adequate', 'other'] as const;

export const entryLimits = { minutes: 720, topics: 500, feedback: 500, directives: 500, note: 200, group: 12 } as const;
/** Older than this when it is written and an entry is marked late; and when people are told that it waits. */
export const lateDays = 14;
export const tellAfterDays = { first: 14, second: 28 } as const;

/** One line of somebody's hours. No field has room for a client, and `topics` is checked for identifiers before it gets here. */
export const SupervisionEntry = z.object({
  id: Id,
  supervisee: z.string(),
  supervisor: z.string().nullable(),
  agreement: Id,
  entryType: z.enum(groups),
  /** Local date and time at the site. */
  date: z.string(),
  start: z.string().nullable(),
  zone: z.string(),
  minutes: z.number().int().min(1).max(entryLimits.minutes),
  modality: z.enum(modalities).nullable(),
  groupSize: z.number().int().min(3).nullable(),
  format: z.enum(formats).nullable(),
  site: z.string().min(1).max(80),
  activity: z.string(),
  observed: z.object({ minutes: z.number().int().min(1), how: z.enum(observedWays) }).nullable(),
  restricted: z.boolean(),
  topics: z.string().max(entryLimits.topics),
  /** Of a supervision session: what the supervisor said of the work, and what they asked to be done. */
  feedback: z.string().max(entryLimits.feedback).default(''),
  directives: z.string().max(entryLimits.directives).default(''),
  status: z.enum(entryStatuses),
  attestation: z.enum(['in_app', 'paper', 'none']),
  /** Why its owner leaves it out of every total; empty where it counts. */
  excluded: z.string().max(200),
  writtenAt: z.number(),
  /** Written more than `lateDays` after its day. */
  late: z.boolean().default(false),
  submittedAt: z.number().nullable().default(null),
  signedAt: z.number().nullable().default(null),
  returned: z
    .object({ reason: z.enum(returnReasons), note: z.string().max(entryLimits.note), at: z.number() })
    .nullable()
    .default(null),
  /** The signed entry that this one corrects: void once this is signed. */
  replaces: z.string().nullable().default(null),
  /** How many days unsigned people were told of. */
  told: z.number().int().default(0),
  /** Of the hash that its signature left in the chain. */
  salt: z.string().default(''),
});
export type SupervisionEntry = z.output<typeof SupervisionEntry>;

export const Entries = kind('supervisionEntry', SupervisionEntry, {
  indexes: {
    supervisee: (e) => e.supervisee,
    agreement: (e) => e.agreement,
    /** By whose signature an entry waits for. */
    waiting: (e) => (e.status === 'submitted' ? e.supervisor : null),
    returned: (e) => (e.status === 'returned' ? e.supervisee : null),
  },
  sealed: 'no',
  about: {
    what: 'An entry of a supervision log: date, minutes, activity, site; topics, feedback, and directives without identifiers; signature or why it was returned',
    readBy: 'its supervisee; the supervisor of its agreement, once it is no draft',
    keptFor: 'until its supervisee deletes it; once signed, 7 years after the agreement ended',
  },
});

/** A logged entry as the calculator sees it. Everything that waits for a signature, or was returned, is logged and no more. */
export const hoursEntryOf = (entry: SupervisionEntry, opened?: Opened): HoursEntry => ({
  ...(opened === undefined ? {} : { opened }),
  id: entry.id,
  date: entry.date,
  start: entry.start,
  order: entry.writtenAt,
  minutes: entry.minutes,
  type: entry.entryType,
  activity: entry.activity,
  modality: entry.modality,
  format: entry.format,
  groupSize: entry.groupSize,
  site: entry.site,
  supervisor: entry.supervisor,
  observedMinutes: entry.observed?.minutes ?? 0,
  restricted: entry.restricted,
  status: hoursStatus(entry),
  excluded: entry.excluded !== '',
});

function hoursStatus({ status, attestation }: SupervisionEntry): HoursEntry['status'] {
  if (status === 'void') return 'void';
  if (attestation === 'paper') return 'paper';
  return status === 'signed' ? 'signed' : 'logged';
}
