import type { Membership } from '../../ports/membership.ts';
import type { Tx } from '../../ports/store.ts';
import { outsideQuiet } from '../../time/time.ts';
import type { Card } from '../../view/view.ts';
import { dueAt, Outbox, type OutboxRow, placeKey, type To, unleased } from './model.ts';

type Direct = Extract<To, { is: 'direct' }>;

/** The quiet hours that a message to somebody waits for. */
export interface WaitsFor {
  /** The group that set them. */
  readonly group: string;
  /** The clock they are read by, where it is not the group's. */
  readonly zone?: string;
  /** The time (ms) of what it is about, after which it would be of no use. */
  readonly before?: number;
}

interface Post {
  readonly post: Card;
  readonly id: string;
  readonly subject: string;
  readonly notBefore: number;
  /** Dropped without a word when it has not left by then. */
  readonly notAfter?: number;
  /** Its first line stands above the person's next private answer, should they take no direct messages. */
  readonly orNextAnswer?: boolean;
}

/** Whoever writes to a person says whose quiet hours it waits for; `atOnce` is for what can't wait, or waited already. */
type Letter = Post & { readonly to: Direct; readonly quiet: WaitsFor | 'atOnce' };

/** What a handler asks to be sent. */
export type Send =
  | (Post & { readonly to: Exclude<To, Direct> })
  | Letter
  | { readonly edit: string; readonly view: Card; readonly subject: string }
  | { readonly remove: string; readonly subject: string }
  /** Sends a waiting row now, or tries a failed or doubtful one again, with changes to it that failed. */
  | { readonly release: string }
  /** The person looked: a doubtful message is there. */
  | { readonly settle: string };

interface Means {
  /** Its position among everything that was ever asked to be sent. */
  readonly order: string;
  readonly newId: () => string;
  readonly membership: Pick<Membership, 'quietOf'>;
}

/** When (ms) a message to somebody may leave. */
async function toldAt(tx: Tx, { notBefore, quiet }: Letter, membership: Means['membership']): Promise<number> {
  const group = quiet === 'atOnce' ? null : await membership.quietOf(tx, quiet.group);
  if (quiet === 'atOnce' || group === null) return notBefore;
  return outsideQuiet(notBefore, { quiet: group.quiet, zone: quiet.zone ?? group.zone }, quiet.before);
}

/**
 * Writes one send into the outbox, in the transaction of its decision. An edit of a message that has not left yet
 * (or could not) changes that message; a newer edit replaces a waiting one; removing what has not left just drops it.
 */
export async function enqueue(tx: Tx, send: Send, now: number, { order, newId, membership }: Means): Promise<void> {
  if ('post' in send) {
    const notBefore = 'quiet' in send ? await toldAt(tx, send, membership) : send.notBefore;
    return post(tx, { ...send, notBefore }, now, order);
  }
  if ('release' in send) return release(tx, send.release, now);
  if ('settle' in send) return settle(tx, send.settle);
  const target = 'edit' in send ? send.edit : send.remove;
  const original = await tx.get(Outbox, target);
  if (original === null) return;
  for (const older of (await tx.find(Outbox, 'target', { equal: target })).docs) {
    if (older.status !== 'sending') await tx.remove(Outbox, older.id);
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

/**
 * What is posted behind a message that waits waits with it: so a long queue is not looked at again and again before its
 * head may be tried.
 */
async function post(tx: Tx, send: Extract<Send, { post: Card }>, now: number, given: string): Promise<void> {
  const order = delayed(given, send.notBefore - now);
  const place = placeKey(send.to);
  const range = { from: `${place} `, upTo: `${place} ${order}` };
  const head = (await tx.find(Outbox, 'queue', range, { limit: 1 })).docs[0];
  await tx.put(Outbox, {
    ...blank(send.id, send.subject, order),
    op: 'post',
    to: send.to,
    view: send.post,
    notBefore: send.notBefore,
    notAfter: send.notAfter ?? null,
    orNextAnswer: send.orNextAnswer ?? false,
    retryAt: head?.status === 'pending' && dueAt(head) > send.notBefore ? dueAt(head) : 0,
  });
}

async function release(tx: Tx, id: string, now: number): Promise<void> {
  const row = await tx.get(Outbox, id);
  if (row === null || row.status === 'sending') return;
  for (const change of (await tx.find(Outbox, 'target', { equal: id })).docs) {
    if (change.status === 'failed' || change.status === 'pending') await tx.put(Outbox, retried(change, now));
  }
  if (row.status !== 'sent' && row.view !== null) await tx.put(Outbox, retried(row, now));
}

/** Ready to be tried again, as if it were new. */
const retried = (row: OutboxRow, now: number): OutboxRow => ({
  ...row,
  ...unleased,
  status: 'pending',
  notBefore: Math.min(row.notBefore, now),
  retryAt: 0,
  why: null,
  problem: null,
  blockedSince: null,
  doubtSince: null,
  tries: 0,
});

async function settle(tx: Tx, id: string): Promise<void> {
  const row = await tx.get(Outbox, id);
  if (row?.status === 'unknown') await tx.put(Outbox, { ...row, status: 'sent', view: null, doubtSince: null });
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
    retryAt: 0,
    claimedAt: null,
    ...unleased,
    doubtSince: null,
    tries: 0,
    ref: null,
    why: null,
    problem: null,
    blockedSince: null,
    orNextAnswer: false,
  };
}
