import type { Tx } from '../../ports/store.ts';
import { allOf } from '../../storage/find-all.ts';
import { dayMs, minuteMs } from '../../time/durations.ts';
import { timeKey } from '../jobs.ts';
import { Outbox } from './model.ts';

/** Nothing is put off for longer (ms): quiet hours over a long weekend are the most. A later time is of a clock that was ahead. */
const longestWaitMs = 7 * dayMs;
/** Sorts after every time. */
const last = '~';
/** No claim holds for longer (ms), see `lease.ts`. */
const longestLeaseMs = 5 * minuteMs;

/**
 * Lets messages of a community leave again that wait for a time, or are held until a time, which only a clock that was wrong can
 * have set: they would stand before everything else for the same place, for as long as it was ahead.
 */
export async function releaseAfterSetBack(tx: Tx, now: number): Promise<void> {
  const waiting = await allOf(tx, Outbox, 'todo', { from: timeKey(now + longestWaitMs), upTo: last });
  for (const row of waiting)
    await tx.put(Outbox, { ...row, notBefore: Math.min(row.notBefore, now), retryAt: Math.min(row.retryAt, now) });
  const held = await allOf(tx, Outbox, 'sending', { from: timeKey(now + longestLeaseMs), upTo: last });
  for (const row of held)
    await tx.put(Outbox, { ...row, leaseUntil: now, claimedAt: Math.min(row.claimedAt ?? now, now) });
}
