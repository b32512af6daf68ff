import type { Tx } from '../../ports/store.ts';
import { always } from '../../time/durations.ts';
import { DueJobs, due } from '../jobs.ts';
import type { OutboxRow } from './model.ts';

/**
 * The timer route that tells the people concerned about a message that did not arrive, or may not have. Which people
 * those are is for features to know: the outbox knows rows.
 */
export const undeliveredName = 'outbox.undelivered';

/** Has that route run once for this state of a row. Messages to one person say nothing about themselves to others. */
export async function report(tx: Tx, row: OutboxRow, now: number): Promise<boolean> {
  if (row.to.is === 'direct') return false;
  await tx.put(DueJobs, due(undeliveredName, row.id, row.problem ?? row.status, now, always, { row: row.id }));
  return true;
}
