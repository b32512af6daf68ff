import type { Scope } from '../ports/store.ts';
import { always } from '../time/durations.ts';
import { traceOf } from './error-trace.ts';
import { DueJobs, type DueRow, due } from './jobs.ts';
import type { Runtime } from './runtime.ts';

/** The job under which the erasure of a person is remembered until it is done, whatever is restarted in between. */
export const forgetName = 'kernel.forget';

export const forgetJob = (person: string, now: number): DueRow =>
  due(forgetName, person, 'once', now, always, { person });

/** The decision that forgets somebody carries it out itself; its job comes after it (ms), for when that failed. */
export const forgetAgainMs = 60_000;

/** Deletes people's keys and has the store drop the old bytes. May be repeated; the jobs go only when it is done. */
export async function forgetPeople(runtime: Runtime, scope: Scope, rows: readonly DueRow[]): Promise<void> {
  for (const row of rows) await runtime.vault.forget(row.input.person ?? '');
  await runtime.store.compact();
  await runtime.store.transact(scope, async (tx) => {
    for (const row of rows) await tx.remove(DueJobs, row.id);
  });
}

/** Has the store drop the old bytes. A failure is no loss: the store tries again at its next start, the sweep in a day. */
export async function dropOldBytes(runtime: Runtime): Promise<void> {
  try {
    await runtime.store.compact();
  } catch (error) {
    runtime.log.error('store.erasure_postponed', traceOf(error));
  }
}
