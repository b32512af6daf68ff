import type { Core } from '../ports/chat.ts';
import type { Scope } from '../ports/store.ts';
import { loop } from './dispatch.ts';
import { DueJobs } from './jobs.ts';
import { deliver } from './outbox/deliver.ts';
import { platformOf } from './platform-of.ts';
import type { Runtime } from './runtime.ts';
import { tick } from './scheduler.ts';

/** How long the timer may sleep (ms): long timers overflow, and a clock may be set. */
const longestSleepMs = 60 * 60 * 1000;

/** The running core: events in by `handle`, messages and jobs out by `pump`. */
export function core(parts: Omit<Runtime, 'order' | 'runner'>): Core {
  const runtime: Runtime = { ...parts, order: rising(), runner: parts.ids.next() };
  let wake = (): void => {};
  const sweeping = new Set<Scope>();
  const running = new Map<Scope, { readonly again: boolean }>();

  /**
   * Communities do not wait for each other. One that is at it already goes round once more and is not waited for: a
   * platform that never answers one call holds up its own community only.
   */
  async function pump(): Promise<number> {
    const idle: Scope[] = [];
    for (const scope of await runtime.store.scopes()) {
      if (running.has(scope)) running.set(scope, { again: true });
      else idle.push(scope);
    }
    const times = await Promise.all(idle.map(pumpScope));
    return Math.min(runtime.clock.now() + longestSleepMs, ...times);
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
    if (!sweeping.has(scope)) {
      await startSweeping(scope);
      sweeping.add(scope);
    }
    for (;;) {
      const nextJob = await tick(runtime, scope);
      const delivered = await deliver(runtime, scope, platform);
      if (!delivered.reported) return Math.min(nextJob, delivered.next);
    }
  }

  async function startSweeping(scope: Scope): Promise<void> {
    const job = runtime.firstJob(runtime.clock.now());
    await runtime.store.transact(scope, async (tx) => {
      if ((await tx.get(DueJobs, job.id)) === null) await tx.put(DueJobs, job);
    });
  }

  return {
    ...loop(runtime, () => wake()),
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
function rising(): (now: number) => string {
  let last = 0;
  return (now) => {
    last = Math.max(last + 1, Math.trunc(now) * 1000);
    return String(last).padStart(18, '0');
  };
}
