import type { Sent } from '../../ports/chat.ts';
import type { Scope } from '../../ports/store.ts';
import { dayMs, minuteMs } from '../../time/durations.ts';
import { type DueRow, due } from '../jobs.ts';
import type { OutboxRow } from './model.ts';

/** The timer route that tells owners that nothing has reached their channel for a while. */
export const outageName = 'outbox.outage';

/**
 * After how long (ms) without a message that arrived owners are told, and how long (ms) before they hear of it again. Two
 * failures that lie further apart than `together` are two incidents: nothing says that it failed in between.
 */
const patience = 10 * minuteMs;
const together = 30 * minuteMs;
const quietFor = dayMs;

interface Outage {
  /** When (ms) the first call of the incident failed, and when the last; null while calls go through. */
  readonly failing: { readonly since: number; readonly last: number } | null;
  readonly toldAt: number | null;
}
/** What a running core has seen of delivery in each community where it fails, or where that was told not long ago. */
export type Outages = Map<Scope, Outage>;

/**
 * Notes how a call for a channel or thread went; the job that tells owners, once nothing got through for ten minutes.
 * Direct messages say nothing here: a person may take none. Neither does a message that the place refuses (its author is
 * told, and the owners of a closed channel), nor the platform's asking to slow down.
 */
export function watchOutage(outages: Outages, scope: Scope, row: OutboxRow, sent: Sent, now: number): DueRow | null {
  if (row.to.is === 'direct') return null;
  const before = outages.get(scope) ?? { failing: null, toldAt: null };
  const recentlyTold = before.toldAt !== null && now - before.toldAt < quietFor;
  if (sent.ok) {
    if (recentlyTold) outages.set(scope, { ...before, failing: null });
    else outages.delete(scope);
    return null;
  }
  if (sent.why !== 'later' && sent.why !== 'unknown') return null;
  const goesOn = before.failing !== null && now - before.failing.last <= together;
  const since = goesOn && before.failing !== null ? before.failing.since : now;
  outages.set(scope, { ...before, failing: { since, last: now } });
  if (now - since < patience || recentlyTold) return null;
  return due(outageName, 'all', String(since), now, patience, {});
}

/** The job that tells owners is stored. */
export function outageTold(outages: Outages, scope: Scope, now: number): void {
  outages.set(scope, { failing: outages.get(scope)?.failing ?? null, toldAt: now });
}
