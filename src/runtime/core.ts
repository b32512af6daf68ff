import type { Core } from '../ports/chat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Scope } from '../ports/store.ts';
import { hourMs } from '../time/durations.ts';
import { createDispatch } from './dispatch.ts';
import { dropOldBytesAgain } from './forget.ts';
import { deliver } from './outbox/deliver.ts';
import { platformOf } from './platform-of.ts';
import type { Runtime } from './runtime.ts';
import { putInOrder, tick } from './scheduler.ts';

/** How long the timer may sleep (ms): long timers overflow, and a clock may be set. */
const longestSleepMs = 60 * 60 * 1000;

/** A clock that goes back by more (ms) than corrections do was wrong before. */
const setBackMs = 5 * 60 * 1000;

/** The running core: events in by `handle`, messages and jobs out by `pump`. */
export function createCore(parts: Omit<Runtime, 'order' | 'outages' | 'runner' | 'rewritten' | 'condition'>): Core {
  const runtime: Runtime = {
    ...parts,
    order: rising(parts.clock),
    runner: parts.ids.next(),
    condition: { writesStopped: false, oldBytes: null },
    rewritten: { at: Number.NEGATIVE_INFINITY },
    outages: new Map(),
  };
  let wake = (): void => {};
  runtime.store.onWork(() => wake());
  const inOrder = new Set<Scope>();
  const running = new Map<Scope, { readonly again: boolean }>();
  let started = false;
  let latest = Number.NEGATIVE_INFINITY;

  /**
   * Where something is due; the first time everywhere, to find what an earlier process left. Communities do not wait for
   * each other. One that is at it already goes round once more and is not waited for: a platform that never answers one
   * call holds up its own community only.
   */
  async function pump(): Promise<number> {
    const { store, clock } = runtime;
    const now = clock.now();
    if (now < latest - setBackMs) {
      runtime.log.warn('runtime.clock_set_back', { hours: Math.round((latest - now) / hourMs) });
      inOrder.clear();
      started = false;
    }
    latest = now;
    await dropOldBytesAgain(runtime, now);
    const due = new Set<Scope>();
    // Of those that wait for later the first is enough, however many there are.
    let next = await store.scopesWithWork(now + longestSleepMs, 1);
    if ((next[0]?.at ?? Number.POSITIVE_INFINITY) <= now) {
      for (const { scope } of await store.scopesWithWork(now)) due.add(scope);
      next = await store.scopesWithWork(now + longestSleepMs, due.size + 1);
    }
    if (!started) for (const scope of await store.scopes()) due.add(scope);
    started = true;
    const idle: Scope[] = [];
    for (const scope of due) {
      if (running.has(scope)) running.set(scope, { again: true });
      else idle.push(scope);
    }
    const times = await Promise.all(idle.map(pumpScope));
    const later = next.find(({ at }) => at > now)?.at ?? Number.POSITIVE_INFINITY;
    return Math.min(now + longestSleepMs, later, ...times);
  }

  /** One turn at a time in a community. */
  async function pumpScope(scope: Scope): Promise<number> {
    try {
      let next: number;
      do {
        running.set(scope, { again: false });
        next = await turn(scope);
      } while (running.get(scope)?.again);
      return next;
    } finally {
      running.delete(scope);
    }
  }

  async function turn(scope: Scope): Promise<number> {
    const platform = platformOf(runtime.platforms, scope);
    if (platform === undefined) return Number.POSITIVE_INFINITY;
    if (!inOrder.has(scope)) {
      await runtime.store.transact(scope, (tx) => putInOrder(tx, runtime));
      inOrder.add(scope);
    }
    for (;;) {
      const nextJob = await tick(runtime, scope);
      const delivered = await deliver(runtime, scope, platform);
      if (!delivered.reported) return Math.min(nextJob, delivered.next);
    }
  }

  return {
    ...createDispatch(runtime),
    async communities(platform) {
      const scopes = (await runtime.store.scopes()).filter((scope) => scope.startsWith(`${platform}.`));
      const used = await Promise.all(scopes.map((scope) => runtime.store.read(scope, runtime.membership.inUse)));
      return scopes.filter((_, i) => used[i]);
    },
    async circles(platform) {
      const scopes = (await runtime.store.scopes()).filter((scope) => scope.startsWith(`${platform}.`));
      const found = await Promise.all(
        scopes.map(async (scope) => {
          const circles = await runtime.store.read(scope, (read) => runtime.membership.circles(read));
          return circles.map((circle) => ({ scope, ...circle }));
        }),
      );
      return found.flat();
    },
    pump,
    onWork: (call) => {
      wake = call;
    },
  };
}

/** Numbers that only rise: microseconds of the clock, or one more than the last where it stood still or went back. */
function rising(clock: Clock): (now: number) => string {
  let last = 0;
  return (now) => {
    last = Math.max(last + 1, clock.position?.() ?? Math.trunc(now) * 1000);
    return String(last).padStart(18, '0');
  };
}
