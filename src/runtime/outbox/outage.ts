import type { Sent } from '../../ports/chat.ts';
import type { Scope } from '../../ports/store.ts';
import { dayMs, minuteMs } from '../../time/durations.ts';
import { type DueRow, due } from '../jobs.ts';
import type { OutboxRow } from './model.ts';

/** The timer route that tells owners that nothing has reached their channel for a while. */
export const outageName = 'outbox.outage';

/** After how long (ms) without a message that arrived, and how long (ms) before owners hear of it again. */
const patience = 10 * minuteMs;
const quietFor = dayMs;

/** What a running core has seen of delivery in each community where it fails: since when, and when that was told (ms). */
export type Outages = Map<Scope, { readonly since: number | null; readonly toldAt: number | null }>;

/**
 * Notes how a call for a channel or thread went; the job that tells owners, once nothing got through for ten minutes.
 * Direct messages say nothing here: a person may take none. Neither does a message that the place refuses (its author is
 * told, and the owners of a closed channel), nor the platform's asking to slow down.
 */
export function watchOutage(outages: Outages, scope: Scope, row: OutboxRow, sent: Sent, now: number): DueRow | null {
  if (row.to.is === 'direct') return null;
  const before = outages.get(scope);
  const recentlyTold = before !== undefined && before.toldAt !== null && now - before.toldAt < quietFor;
  if (sent.ok) {
    if (recentlyTold) outages.set(scope, { since: null, toldAt: before.toldAt });
    else outages.delete(scope);
    return null;
  }
  if (sent.why !== 'later' && sent.why !== 'unknown') return null;
  const since = before?.since ?? now;
  const tell = now - since >= patience && !recentlyTold;
  outages.set(scope, { since, toldAt: tell ? now : (before?.toldAt ?? null) });
  return tell ? due(outageName, 'all', String(since), now, patience, {}) : null;
}
