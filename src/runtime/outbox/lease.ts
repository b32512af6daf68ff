import type { ChatPlatform, Place, Ref } from '../../ports/chat.ts';
import type { Membership } from '../../ports/membership.ts';
import type { Read, Scope, Tx } from '../../ports/store.ts';
import { minuteMs } from '../../time/durations.ts';
import { timeKey } from '../jobs.ts';
import type { Runtime } from '../runtime.ts';
import { localeOfRow } from './locale.ts';
import { dueAt, Outbox, type OutboxRow, unleased } from './model.ts';
import { report } from './undelivered.ts';

/**
 * How long (ms) a claim holds. The adapters' clients give up on a call after fifteen seconds, so nothing of a row
 * is under way any more by then, unless its process hangs.
 */
const leaseMs = minuteMs;

/** Where a claimed row goes. */
export type Target = { readonly place: Place } | { readonly message: Ref };

export type Claim =
  /** `locale`: the one to word it in. */
  | { readonly is: 'claimed'; readonly row: OutboxRow; readonly target: Target; readonly locale: string }
  /** Nothing may be claimed for this place now: empty, in somebody's hands, or its head is not due. */
  | { readonly is: 'blocked' }
  /** The head needs the reference of a message that has none yet. */
  | { readonly is: 'waiting' }
  /** The head went without a call: dropped as too late, or with nowhere to go. */
  | { readonly is: 'dropped'; readonly id: string; readonly reported: boolean };

/** Who claims, where and when. */
export interface Claimant {
  readonly scope: Scope;
  readonly platform: ChatPlatform;
  readonly membership: Membership;
  readonly now: number;
  readonly runner: string;
}

/**
 * Claims the first of what waits for a place, whichever running core asks: while an earlier row is pending or sending, no
 * later one can be had. Kept in one transaction, so that two never hold the same place.
 */
export async function claimHead(tx: Tx, place: string, by: Claimant): Promise<Claim> {
  const { platform, now, runner } = by;
  const range = { from: `${place} `, upTo: `${place} ~` };
  const head = (await tx.find(Outbox, 'queue', range, { limit: 1 })).docs[0];
  if (head === undefined || head.status === 'sending' || dueAt(head) > now) return { is: 'blocked' };
  // What comes too late is nobody's business any more: it goes, and neither its person nor the log hears of it.
  if (head.notAfter !== null && now > head.notAfter) {
    await tx.remove(Outbox, head.id);
    return { is: 'dropped', id: head.id, reported: false };
  }
  // A try that may have worked, and too long ago for the platform to know it again.
  if (head.doubtSince !== null && !isRepeatable(platform, head.op, head.doubtSince, now))
    return { is: 'dropped', id: head.id, reported: await doubtful(tx, head, now) };
  const target = await resolve(tx, by, head);
  if (target === 'wait') return { is: 'waiting' };
  if (target === 'gone') return { is: 'dropped', id: head.id, reported: await failed(tx, head, now) };
  const row: OutboxRow = {
    ...head,
    status: 'sending',
    claimedAt: now,
    leasedBy: runner,
    leaseUntil: now + leaseMs,
    tries: head.tries + 1,
  };
  await tx.put(Outbox, row);
  return { is: 'claimed', row, target, locale: await localeOfRow(by.membership, tx, row) };
}

/** May be there: whoever it concerns is asked. */
async function doubtful(tx: Tx, row: OutboxRow, now: number): Promise<boolean> {
  const lost: OutboxRow = { ...row, ...unleased, status: 'unknown', why: 'unknown' };
  await tx.put(Outbox, lost);
  return report(tx, lost, now);
}

async function failed(tx: Tx, row: OutboxRow, now: number): Promise<boolean> {
  if (row.op !== 'post') {
    await tx.remove(Outbox, row.id);
    return false;
  }
  const problem = row.to.is === 'thread' ? 'threadGone' : row.to.is === 'group' ? 'deleted' : 'personGone';
  const lost: OutboxRow = { ...row, ...unleased, status: 'failed', why: 'gone', problem };
  await tx.put(Outbox, lost);
  return report(tx, lost, now);
}

async function resolve(read: Read, { scope, membership }: Claimant, row: OutboxRow): Promise<Target | 'wait' | 'gone'> {
  const { to } = row;
  if (to.is === 'direct') return { place: { is: 'direct', scope, to: to.person } };
  if (to.is === 'group') {
    const channel = await membership.channelOf(read, to.group);
    return channel === null ? 'gone' : { place: { is: 'channel', scope, channel } };
  }
  const other = await read.get(Outbox, to.row);
  if (other === null) return 'gone';
  // Also when it failed: trying it again, or giving it up, decides about both.
  if (other.status !== 'sent') return 'wait';
  if (other.ref === null) return 'gone';
  if (to.is === 'message') return { message: other.ref };
  const begun = (await read.find(Outbox, 'under', { equal: to.row }, { limit: 1 })).docs.length > 0;
  return { place: { is: 'thread', scope, under: other.ref, begun } };
}

/**
 * Takes back what was claimed and never settled: a process that ended in mid call. It is simply repeated where that
 * makes no second message, and asked about otherwise. True when somebody has to be told.
 */
export async function recoverExpired(runtime: Runtime, scope: Scope, platform: ChatPlatform): Promise<boolean> {
  const now = runtime.clock.now();
  const expired = { upTo: timeKey(now) };
  const seen = await runtime.store.read(scope, (read) => read.find(Outbox, 'sending', expired, { limit: 1 }));
  if (seen.docs.length === 0) return false;
  return runtime.store.transact(scope, async (tx) => {
    let reported = false;
    for (const row of (await tx.find(Outbox, 'sending', expired, { limit: 1000 })).docs) {
      const doubtSince = row.doubtSince ?? row.claimedAt ?? now;
      if (isRepeatable(platform, row.op, doubtSince, now)) {
        await tx.put(Outbox, { ...row, ...unleased, status: 'pending', doubtSince });
        continue;
      }
      reported = (await doubtful(tx, { ...row, doubtSince }, now)) || reported;
    }
    return reported;
  });
}

/** Whether the call may be made again without a second message: edits and removals always, posts while the key is known. */
export const isRepeatable = (platform: ChatPlatform, op: OutboxRow['op'], doubtSince: number, at: number): boolean =>
  op !== 'post' || at - doubtSince < platform.limits.repeatableForMs;
