import type { Tx } from '../ports/store.ts';
import { allOf } from '../storage/find-all.ts';
import type { Decision } from './decision.ts';
import { forgetAgainMs, forgetJob } from './forget.ts';
import { DueJobs } from './jobs.ts';
import { enqueue } from './outbox/enqueue.ts';
import type { Runtime } from './runtime.ts';

/** Writes all that a decision holds into the transaction it was made in: all of it becomes durable, or nothing. */
export async function commit(
  tx: Tx,
  decision: Decision,
  now: number,
  runtime: Pick<Runtime, 'ids' | 'order' | 'membership'>,
): Promise<void> {
  for (const change of decision.changes) {
    if ('put' in change) await tx.put(change.put, change.doc);
    else await tx.remove(change.drop, change.id);
  }
  const { membership, ids } = runtime;
  for (const send of decision.sends)
    await enqueue(tx, send, now, { order: runtime.order(now), newId: ids.next, membership });
  if (decision.forget !== null) await tx.put(DueJobs, forgetJob(decision.forget, now + forgetAgainMs));
  for (const change of decision.due) {
    if ('schedule' in change) await tx.put(DueJobs, change.schedule);
    else {
      const of = { equal: `${change.cancel} ${change.subject}` };
      for (const job of await allOf(tx, DueJobs, 'subject', of)) await tx.remove(DueJobs, job.id);
    }
  }
}
