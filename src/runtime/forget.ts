import type { Scope } from '../ports/store.ts';
import { always, dayMs, hourMs } from '../time/durations.ts';
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
  await dropped(runtime);
  await runtime.store.transact(scope, async (tx) => {
    for (const row of rows) await tx.remove(DueJobs, row.id);
  });
}

/** Has the store drop the old bytes. False where that failed: it is tried again every hour, and at the next start. */
export async function dropOldBytes(runtime: Runtime): Promise<boolean> {
  try {
    await dropped(runtime);
    return true;
  } catch (error) {
    postponed(runtime, error);
    return false;
  }
}

async function dropped({ store, condition, log }: Runtime): Promise<void> {
  await store.compact();
  if (condition.oldBytes !== null) log.info('store.erasure_done');
  condition.oldBytes = null;
}

/** People are told that old files still hold what is gone, until they do not. */
export function postponed({ condition, clock, log }: Runtime, error: unknown): void {
  condition.oldBytes = { triedAt: clock.now() };
  log.error('store.erasure_postponed', traceOf(error));
}

/** What could not be dropped is tried again every hour. */
export async function dropOldBytesAgain(runtime: Runtime, now: number): Promise<void> {
  const { oldBytes } = runtime.condition;
  if (oldBytes !== null && Math.abs(now - oldBytes.triedAt) >= hourMs) await dropOldBytes(runtime);
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
