import { z } from 'zod';
import type { Problem } from '../../ports/chat.ts';
import type { Read } from '../../ports/store.ts';
import { allOf } from '../../storage/find-all.ts';
import { kind } from '../../storage/kind.ts';
import type { Card } from '../../view/view.ts';
import { timeKey } from '../jobs.ts';

const View = z.custom<Card>((v) => typeof v === 'object' && v !== null);

/** Where a message goes, by the core's own ids; resolved to a platform address at delivery. */
const To = z.discriminatedUnion('is', [
  z.object({ is: z.literal('group'), group: z.string() }),
  /** Under the message of that row. */
  z.object({ is: z.literal('thread'), row: z.string() }),
  z.object({ is: z.literal('direct'), person: z.string() }),
  /** The message of that row itself, to edit or remove it. */
  z.object({ is: z.literal('message'), row: z.string() }),
]);
export type To = z.output<typeof To>;

/** What can be put right at the place: what waits for it is kept for a while and goes out by itself. */
export const mendable = ['archived', 'removed', 'readOnly', 'threadLocked', 'needsTag', 'full', 'setup'] as const;

const problems = [
  ...mendable,
  'deleted',
  'threadGone',
  'messageGone',
  'personGone',
  'noDirect',
  'tooLong',
  'filtered',
  'cannotChange',
  'unfit',
] as const satisfies readonly Problem[];

/** Order among everything that waits for one place: an edit or removal follows its message, a reply its thread. */
export const placeKey = (to: To): string =>
  to.is === 'group' ? to.group : to.is === 'direct' ? to.person : to.is === 'thread' ? `t${to.row}` : `m${to.row}`;

/**
 * Everything others see leaves through here. A row goes `pending → sending → sent | failed | unknown`. `sending` is a
 * lease: whoever claimed the row has it until `leaseUntil`, and rows to one place are claimed one at a time, in order.
 * The body is dropped once the message is out.
 */
export const Outbox = kind(
  'outbox',
  z.object({
    /** 16 characters; also the key under which a platform recognizes a repeated post. */
    id: z.string().max(25),
    op: z.enum(['post', 'edit', 'remove']),
    to: To,
    view: View.nullable(),
    /** What it belongs to (a consultation), to be found and cleared with it. */
    subject: z.string(),
    status: z.enum(['pending', 'sending', 'sent', 'failed', 'unknown']),
    /** Position: rows to one place leave in this order. */
    order: z.string(),
    notBefore: z.number(),
    /** Not worth sending any more after this, however long the platform could not be reached: dropped without a word. */
    notAfter: z.number().nullable().default(null),
    /** After a try that did not work: not before this. */
    retryAt: z.number().default(0),
    /** When it was last claimed. */
    claimedAt: z.number().nullable(),
    /** The running core that has it, and until when (ms). Only an expired lease is taken from its holder. */
    leasedBy: z.string().nullable().default(null),
    leaseUntil: z.number().nullable().default(null),
    /** Since when the message may be there although no reference came back. */
    doubtSince: z.number().nullable().default(null),
    tries: z.number().int(),
    ref: z.string().nullable(),
    why: z.enum(['gone', 'forbidden', 'rejected', 'unknown']).nullable(),
    /** What stands in its way, while it waits for that to be put right or once it failed. */
    problem: z.enum(problems).nullable().default(null),
    blockedSince: z.number().nullable().default(null),
    /** A private message whose first line stands above the person's next answer, should they take no direct messages. */
    orNextAnswer: z.boolean().default(false),
  }),
  {
    // Index keys are made of what is stored, which may be older than a field: hence the defaults.
    indexes: {
      todo: (r) => (r.status === 'pending' ? `${timeKey(Math.max(r.notBefore, r.retryAt ?? 0))} ${r.order}` : null),
      /** What is still to reach a place, in order. */
      queue: (r) => (r.status === 'pending' || r.status === 'sending' ? `${placeKey(r.to)} ${r.order}` : null),
      sending: (r) => (r.status === 'sending' ? timeKey(r.leaseUntil ?? 0) : null),
      /** Needs somebody's eye: doubtful, failed, or waiting for something to be put right. */
      stuck: (r) =>
        r.status === 'unknown' || r.status === 'failed' || (r.status === 'pending' && (r.problem ?? null) !== null)
          ? r.id
          : null,
      subject: (r) => r.subject,
      /** What stands in a thread, by the row above it. */
      under: (r) => (r.status === 'sent' && r.to.is === 'thread' ? r.to.row : null),
      person: (r) => (r.to.is === 'direct' ? r.to.person : null),
      ref: (r) => r.ref,
      /** Through with, to a person, delivered or not: nobody edits or repeats these, so they need not stay. */
      delivered: (r) =>
        r.to.is === 'direct' && r.status !== 'pending' && r.status !== 'sending'
          ? timeKey(r.claimedAt ?? r.notBefore)
          : null,
      missed: (r) =>
        r.to.is === 'direct' && r.status === 'failed' && r.problem === 'noDirect' && r.orNextAnswer
          ? r.to.person
          : null,
      target: (r) => (r.to.is === 'message' ? r.to.row : null),
    },
    // A lease that runs out is work too: whatever held it may be gone.
    work: ['todo', 'sending'],
    sorted: ['queue', 'delivered'],
    sealed: 'no',
    about: {
      what: 'Outgoing messages, without identifiers; addressed to places, or to people by reference',
      readBy: 'the bot; what was sent can be read where it was sent',
      keptFor:
        'the body until it is sent, or a week where its place does not take it; the place as long as the consultation',
    },
  },
);
export type OutboxRow = z.output<typeof Outbox.schema>;

/** The time (ms) from which a waiting row may be tried. */
export const dueAt = (row: OutboxRow): number => Math.max(row.notBefore, row.retryAt);

/** Nobody has it yet: it waits to be sent, or for the person's next answer. */
export const isUnsent = ({ status }: OutboxRow): boolean => status === 'pending' || status === 'failed';

/** A row that nobody has claimed: what these fields are before, and again after. */
export const unleased = { leasedBy: null, leaseUntil: null } as const;

/** The row of a message as it stands: for "will appear at …", "could not be posted", "is it there?". */
export const messageState = (read: Read, row: string): Promise<OutboxRow | null> => read.get(Outbox, row);

/** Every row that belongs to something: a consultation, a group. */
export const rowsOf = (read: Read, subject: string): Promise<readonly OutboxRow[]> =>
  allOf(read, Outbox, 'subject', { equal: subject });
