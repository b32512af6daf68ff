import { z } from 'zod';
import { folded } from '../../../runtime/pasted/table.ts';
import { Id, kind } from '../../../storage/kind.ts';
import { modalities } from '../rules/pack.ts';
import { Details, Leave, noDetails, Unsignable } from './details-model.ts';

export const roles = ['supervisee', 'supervisor'] as const;
export type Role = (typeof roles)[number];
/** `growth` counts no hours toward anything (docs/domain.md, Supervision). */
export const purposes = ['licensure', 'certification', 'growth'] as const;
/** How the supervisor sees the work itself. */
export const methods = ['live', 'cotherapy', 'recording'] as const;
/** What people choose from when they end an agreement; `replaced` is set where another takes its place. */
export const endReasons = ['completed', 'supervisor', 'supervisee', 'setting', 'other'] as const;

export const agreementLimits = { sites: 10, site: 80, frequency: 80, outside: 120 } as const;
/** How long after its last day entries can still be signed, and how long an agreement is kept (docs/domain.md, Supervision). */
export const graceDays = 60;
export const keptYears = 7;
/** Friday: the week is nearly over, and there is time to sign. */
export const defaultBatchDay = 5;

/**
 * What two people agreed on. Both read it, so it is not sealed for one; nobody else has a way to it. Whoever erased their
 * data is '' here: the chain of signatures names roles, and stays as it was.
 */
export const Agreements = kind(
  'supervisionAgreement',
  z.object({
    id: Id,
    group: Id,
    supervisee: z.string(),
    /** Null of a supervisor who is not here: then `outside` says who. */
    supervisor: z.string().nullable(),
    outside: z.string().max(agreementLimits.outside),
    proposedBy: z.enum(roles),
    purpose: z.enum(purposes),
    /** A pack's id; null for growth, and where no pack fits. */
    pack: z.string().nullable(),
    modalities: z.array(z.enum(modalities)).min(1),
    sites: z.array(z.string().max(agreementLimits.site)).min(1).max(agreementLimits.sites),
    methods: z.array(z.enum(methods)).default([]),
    frequency: z.string().max(agreementLimits.frequency),
    /** In which dates of entries are local. */
    zone: z.string(),
    startsOn: z.string(),
    /** The last day, once one of them ended it. */
    endsOn: z.string().nullable(),
    endReason: z.enum([...endReasons, 'replaced']).nullable(),
    /** When the supervisee means to apply, for rules that go by that date. */
    applyingOn: z.string().nullable(),
    /** From `from` on the supervisor signs nothing: said at `at`. */
    notice: z.object({ at: z.number(), from: z.string() }).nullable(),
    details: Details.default(noDetails),
    leave: z.array(Leave).default([]),
    /** The supervisor can’t sign any more: what waits has no signature, and nobody signs in their place. */
    unsignable: Unsignable.nullable().default(null),
    /** The agreement of the same two that this one takes the place of. */
    replaces: z.string().nullable().default(null),
    /** When both were last told that an evaluation is due: a local date. */
    evaluationTold: z.string().nullable().default(null),
    /** The weekday (0 is Sunday) on which its supervisor is told each week what waits; the same in all of theirs. */
    batchDay: z.number().int().min(0).max(6).default(defaultBatchDay),
    status: z.enum(['proposed', 'active']),
    proposedAt: z.number(),
    confirmedAt: z.number().nullable(),
    /** How many links its chain has, and the hash of the last. */
    chain: z.object({ length: z.number().int(), hash: z.string() }),
  }),
  {
    indexes: { supervisee: (a) => a.supervisee, supervisor: (a) => a.supervisor, group: (a) => a.group },
    sealed: 'no',
    about: {
      what: 'A supervision agreement: the two people, purpose, rules, sites, dates, licenses and other details as stated, leave, notice, end',
      readBy: 'its supervisee and its supervisor; owners of the group see how many there are',
      keptFor: '7 years after it ended; a proposal until it is confirmed or declined',
    },
  },
);
export type Agreement = z.output<typeof Agreements.schema>;

/** The part somebody has in an agreement; null of everybody else. */
export function roleIn(a: Pick<Agreement, 'supervisee' | 'supervisor'>, person: string): Role | null {
  if (person === '') return null;
  if (a.supervisee === person) return 'supervisee';
  return a.supervisor === person ? 'supervisor' : null;
}

/** The other of the two; null where that is nobody here, or not any more. */
export const otherIn = (a: Pick<Agreement, 'supervisee' | 'supervisor'>, person: string): string | null =>
  (roleIn(a, person) === 'supervisor' ? a.supervisee : a.supervisor) || null;

export const otherRole = (role: Role): Role => (role === 'supervisor' ? 'supervisee' : 'supervisor');

/** Who has not said yes yet. */
export const awaited = (a: Agreement): string | null =>
  a.status === 'proposed' ? (a.proposedBy === 'supervisee' ? a.supervisor : a.supervisee) : null;

/** Whether hours are signed in it at all: not for growth, and not by somebody who is not here. */
export const isSigned = (a: Agreement): boolean => a.purpose !== 'growth' && a.supervisor !== null;

/** Whether something can be signed in it now: its supervisor can’t where that was said. */
export const canSign = (a: Agreement): boolean => isSigned(a) && a.unsignable === null;

/** Whether all sites of another agreement are among those of one, whatever their case. */
export const hasSitesOf = (a: Pick<Agreement, 'sites'>, other: Pick<Agreement, 'sites'>): boolean =>
  other.sites.every((site) => a.sites.some((one) => folded(one) === folded(site)));
