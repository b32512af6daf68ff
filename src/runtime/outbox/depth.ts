import type { Store } from '../../ports/store.ts';
import { timeKey } from '../jobs.ts';
import { Outbox } from './model.ts';

/** What could have left by now and has not, in all communities. */
export interface Depth {
  readonly waiting: number;
  /** Since when (ms) the first of it could have left; null when nothing waits. */
  readonly since: number | null;
}

/** Looks at communities with something due only, and at nothing that is waiting for its time. */
export async function outboxDepth(store: Store, now: number): Promise<Depth> {
  let waiting = 0;
  let since: number | null = null;
  // What was tried in vain waits for its next try, for an hour at most.
  for (const { scope } of await store.scopesWithWork(now + 60 * 60_000)) {
    const rows = await store.read(scope, (read) =>
      read.find(Outbox, 'todo', { upTo: `${timeKey(now + 60 * 60_000)} ~` }, { limit: 1000 }),
    );
    for (const { notBefore } of rows.docs) {
      if (notBefore > now) continue;
      waiting += 1;
      since = Math.min(since ?? notBefore, notBefore);
    }
  }
  return { waiting, since };
}
