import { z } from 'zod';
import type { Read, Tx } from '../../ports/store.ts';
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
type To = z.output<typeof To>;

/**
 * Everything others see leaves through here. A row goes `pending → sending → sent | failed | unknown`; it is claimed
 * before the call, and its body is dropped once it is out.
 */
export const Outbox = kind(
  'outbox',
  z.object({
    /** 16 characters; also the key under which a platform recognises a repeated post. */
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
    /** When it was last claimed. */
    claimedAt: z.number().nullable(),
    tries: z.number().int(),
    ref: z.string().nullable(),
    why: z.enum(['gone', 'forbidden', 'unknown']).nullable(),
  }),
  {
    indexes: {
      todo: (r) => (r.status === 'pending' ? `${timeKey(r.notBefore)} ${r.order}` : null),
      sending: (r) => (r.status === 'sending' ? r.id : null),
      stuck: (r) => (r.status === 'unknown' || r.status === 'failed' ? r.id : null),
      subject: (r) => r.subject,
      ref: (r) => r.ref,
      /** Through with, to a person, delivered or not: nobody edits or repeats these, so they need not stay. */
      delivered: (r) =>
        r.to.is === 'direct' && r.status !== 'pending' && r.status !== 'sending'
          ? timeKey(r.claimedAt ?? r.notBefore)
          : null,
      target: (r) => (r.to.is === 'message' ? r.to.row : null),
    },
    work: ['todo'],
    sealed: 'no',
    about: {
      what: 'Outgoing messages, without identifiers; addressed to places, or to people by reference',
      readBy: 'the bot; what was sent can be read where it was sent',
      keptFor: 'the body until it is sent; the place as long as the consultation',
    },
  },
);
export type OutboxRow = z.output<typeof Outbox.schema>;

/** What a handler asks to be sent. */
export type Send =
  | {
      readonly post: Card;
      readonly id: string;
      readonly to: To;
      readonly subject: string;
      readonly notBefore: number;
      /** Dropped without a word when it has not left by then. */
      readonly notAfter?: number;
    }
  | { readonly edit: string; readonly view: Card; readonly subject: string }
  | { readonly remove: string; readonly subject: string }
  /** Sends a waiting row now, or tries a failed or doubtful one again. */
  | { readonly release: string }
  /** The person looked: a doubtful message is there. */
  | { readonly settle: string };

/**
 * Writes one send into the outbox, in the transaction of its decision. An edit of a message that has not left yet
 * (or could not) changes that message; a newer edit replaces a waiting one; removing what has not left just drops it.
 */
export async function enqueue(tx: Tx, send: Send, now: number, order: string, newId: () => string): Promise<void> {
  if ('post' in send) {
    await tx.put(Outbox, {
      ...blank(send.id, send.subject, delayed(order, send.notBefore - now)),
      op: 'post',
      to: send.to,
      view: send.post,
      notBefore: send.notBefore,
      notAfter: send.notAfter ?? null,
    });
    return;
  }
  if ('release' in send) return release(tx, send.release, now);
  if ('settle' in send) return settle(tx, send.settle);
  const target = 'edit' in send ? send.edit : send.remove;
  const original = await tx.get(Outbox, target);
  if (original === null) return;
  for (const older of (await tx.find(Outbox, 'target', { equal: target })).docs) {
    if (older.status === 'pending') await tx.remove(Outbox, older.id);
  }
  if (original.ref === null && original.status !== 'sending' && original.status !== 'sent') {
    if ('edit' in send) await tx.put(Outbox, { ...original, view: send.view });
    else await tx.remove(Outbox, original.id);
    return;
  }
  await tx.put(Outbox, {
    ...blank(newId(), send.subject, order),
    op: 'edit' in send ? 'edit' : 'remove',
    to: { is: 'message', row: target },
    view: 'edit' in send ? send.view : null,
    notBefore: now,
  });
}

async function release(tx: Tx, id: string, now: number): Promise<void> {
  const row = await tx.get(Outbox, id);
  if (row === null || row.status === 'sent' || row.status === 'sending' || row.view === null) return;
  await tx.put(Outbox, { ...row, status: 'pending', notBefore: Math.min(row.notBefore, now), why: null, tries: 0 });
}

async function settle(tx: Tx, id: string): Promise<void> {
  const row = await tx.get(Outbox, id);
  if (row?.status === 'unknown') await tx.put(Outbox, { ...row, status: 'sent', view: null });
}

/** The position of a row that waits: as if it came when it leaves, since the real moment could point at its author. */
const delayed = (order: string, waitMs: number): string =>
  String(Number(order) + Math.max(0, waitMs) * 1000).padStart(order.length, '0');

function blank(id: string, subject: string, order: string): OutboxRow {
  return {
    id,
    subject,
    order,
    op: 'post',
    to: { is: 'message', row: id },
    view: null,
    status: 'pending',
    notBefore: 0,
    notAfter: null,
    claimedAt: null,
    tries: 0,
    ref: null,
    why: null,
  };
}

/** The row of a message as it stands: for "will appear at …", "could not be posted", "is it there?". */
export const messageState = (read: Read, row: string): Promise<OutboxRow | null> => read.get(Outbox, row);

/** Every row that belongs to something: a consultation, a group. */
export const rowsOf = (read: Read, subject: string): Promise<readonly OutboxRow[]> =>
  allOf(read, Outbox, 'subject', { equal: subject });
