import type { ChatPlatform, Problem, Sent } from '../../ports/chat.ts';
import type { Scope, Tx } from '../../ports/store.ts';
import { hourMs, weekMs } from '../../time/durations.ts';
import { DueJobs } from '../jobs.ts';
import type { Runtime } from '../runtime.ts';
import { isRepeatable } from './lease.ts';
import { mendable, Outbox, type OutboxRow, unleased } from './model.ts';
import { outageTold, watchOutage } from './outage.ts';
import { report } from './undelivered.ts';

/** The longest pause (ms) between two tries of the same message. */
const longestPauseMs = hourMs;

/** How long (ms) a message is kept for a place that does not take it, to go out by itself once it does. */
const keptForMs = weekMs;

/** What became of a row: whether it holds up its place, and whether somebody has to be told. */
export interface Settled {
  readonly waits: boolean;
  readonly reported: boolean;
}

/**
 * Writes how a call went. What certainly did not happen is tried for as long as it takes, with pauses that double: a
 * "hidden" must reach the thread after a day without network too. So is everything that may be repeated. A post that may
 * be there is asked about; what cannot be mended fails; what can be, waits for it.
 */
export async function settle(
  runtime: Runtime,
  scope: Scope,
  platform: ChatPlatform,
  row: OutboxRow,
  sent: Sent,
): Promise<Settled> {
  runtime.log[sent.ok ? 'debug' : 'warn']('outbox.row_settled', {
    row: row.id,
    op: row.op,
    result: sent.ok ? 'sent' : sent.why,
    ...('problem' in sent ? { problem: sent.problem } : {}),
  });
  const now = runtime.clock.now();
  // Before the transaction: a store may run that again.
  const outage = watchOutage(runtime.outages, scope, row, sent, now);
  const settled = await runtime.store.transact(scope, async (tx): Promise<Settled> => {
    if (outage !== null) await tx.put(DueJobs, outage);
    const current = await tx.get(Outbox, row.id);
    if (current === null) return done;
    const mine =
      current.status === 'sending' && current.leasedBy === row.leasedBy && current.claimedAt === row.claimedAt;
    if (!mine) return late(tx, current, sent);
    if (sent.ok) return arrived(tx, current, sent.ref);
    const next = afterFailure(platform, current, sent, now);
    if (next === 'drop') {
      await tx.remove(Outbox, row.id);
      return done;
    }
    await tx.put(Outbox, next);
    const tell = next.status === 'unknown' || (next.problem !== null && next.problem !== current.problem);
    const over = next.status === 'failed' && current.problem === next.problem;
    return { waits: next.status === 'pending', reported: (tell || over) && (await report(tx, next, now)) };
  });
  if (outage === null) return settled;
  outageTold(runtime.outages, scope, now);
  return { ...settled, reported: true };
}

const done: Settled = { waits: false, reported: false };

async function arrived(tx: Tx, row: OutboxRow, ref: string): Promise<Settled> {
  if (row.op !== 'post') await tx.remove(Outbox, row.id);
  else await tx.put(Outbox, { ...row, ...settledRow, status: 'sent', ref });
  return done;
}

const settledRow = { ...unleased, view: null, why: null, problem: null, blockedSince: null, doubtSince: null } as const;

/** The lease had run out meanwhile. That a message arrived is worth knowing all the same; anything else is not. */
async function late(tx: Tx, current: OutboxRow, sent: Sent): Promise<Settled> {
  const open = current.status === 'unknown' || current.status === 'pending';
  if (sent.ok && current.op === 'post' && current.ref === null && open) return arrived(tx, current, sent.ref);
  return done;
}

function afterFailure(
  platform: ChatPlatform,
  row: OutboxRow,
  sent: Exclude<Sent, { ok: true }>,
  now: number,
): OutboxRow | 'drop' {
  const back: OutboxRow = { ...row, ...unleased };
  const pause = Math.min(longestPauseMs, 1000 * 2 ** row.tries);
  if (sent.why === 'unknown') {
    const doubtSince = row.doubtSince ?? row.claimedAt ?? now;
    const repeat = isRepeatable(platform, row.op, doubtSince, now + pause);
    return repeat
      ? { ...back, status: 'pending', retryAt: now + pause, doubtSince }
      : { ...back, status: 'unknown', why: 'unknown', doubtSince };
  }
  if (!('problem' in sent))
    return { ...back, status: 'pending', retryAt: now + Math.max(sent.retryAfterMs ?? 0, pause) };
  // Nothing is left to change or to take away.
  if (row.op !== 'post' && vanished.includes(sent.problem)) return 'drop';
  const blockedSince = row.blockedSince ?? now;
  const trouble = { why: sent.why, problem: sent.problem, blockedSince } as const;
  const kept = row.to.is !== 'direct' && isMendable(sent.problem) && now < blockedSince + keptForMs;
  return kept
    ? { ...back, ...trouble, status: 'pending', retryAt: now + hourMs }
    : { ...back, ...trouble, status: 'failed' };
}

const vanished: readonly Problem[] = ['messageGone', 'threadGone', 'deleted', 'personGone'];

export const isMendable = (problem: Problem): boolean => (mendable as readonly Problem[]).includes(problem);
