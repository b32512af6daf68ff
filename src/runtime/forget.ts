import type { Scope } from '../ports/store.ts';
import { always, dayMs } from '../time/durations.ts';
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
export async function dropOldBytes(runtime: Runtime): Promise<boolean> {
  try {
    await runtime.store.compact();
    return true;
  } catch (error) {
    runtime.log.error('store.erasure_postponed', traceOf(error));
    return false;
  }
}

/** The same, once a day for all communities together: each time everything that is stored is written anew. */
export async function dropOldBytesDaily(runtime: Runtime, now: number): Promise<void> {
  const { rewritten } = runtime;
  const before = rewritten.at;
  // Also where the clock was set back: what was noted then says nothing.
  if (now >= before && now - before < dayMs) return;
  rewritten.at = now;
  if (!(await dropOldBytes(runtime))) rewritten.at = before;
}
