import { z } from 'zod';
import { Id } from '../../storage/kind.ts';
import type { HoursEntry } from './rules/entry.ts';
import { groups, modalities } from './rules/pack.ts';

/** draft → submitted → signed or returned; a correction is a void and a new entry (docs/domain.md, Supervision). */
const entryStatuses = ['draft', 'submitted', 'signed', 'returned', 'void'] as const;

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
  minutes: z.number().int().min(1).max(720),
  modality: z.enum(modalities).nullable(),
  groupSize: z.number().int().min(3).nullable(),
  format: z.enum(['in_person', 'video', 'phone']).nullable(),
  site: z.string().min(1).max(80),
  activity: z.string(),
  observed: z.object({ minutes: z.number().int().min(1), how: z.enum(['live', 'recording']) }).nullable(),
  restricted: z.boolean(),
  competencies: z.array(z.string()),
  goals: z.array(Id),
  topics: z.string().max(500),
  feedback: z.string().max(500),
  directives: z.string().max(500),
  actions: z.array(z.string().max(200)).max(10),
  status: z.enum(entryStatuses),
  attestation: z.enum(['in_app', 'paper', 'none']),
  /** Why its owner leaves it out of every total; empty where it counts. */
  excluded: z.string().max(200),
  writtenAt: z.number(),
});
export type SupervisionEntry = z.output<typeof SupervisionEntry>;

/** A logged entry as the calculator sees it. Everything that waits for a signature, or was returned, is logged and no more. */
export const hoursEntryOf = (entry: SupervisionEntry): HoursEntry => ({
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
