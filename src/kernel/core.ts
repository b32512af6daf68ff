import { Groups } from '../group/model.ts';
import type { Core } from '../ports/chat.ts';
import type { Scope } from '../ports/store.ts';
import { deliver, type Held, recover } from './deliver.ts';
import { DueJobs } from './due.ts';
import type { House } from './house.ts';
import { loop } from './loop.ts';
import { platformOf } from './platform-of.ts';
import { tick } from './tick.ts';

/** How long the timer may sleep (ms): long timers overflow, and a clock may be set. */
const longestSleepMs = 60 * 60 * 1000;

/** The running core: events in by `handle`, messages and jobs out by `pump`. */
export function core(parts: Omit<House, 'order'>): Core {
  const house: House = { ...parts, order: rising() };
  let wake = (): void => {};
  const held: Held = new Map();
  const recovered = new Set<Scope>();
  const running = new Map<Scope, { readonly again: boolean }>();

  /**
   * Communities do not wait for each other. One that is at it already goes round once more and is not waited for: a
   * platform that never answers one call holds up its own community only.
   */
  async function pump(): Promise<number> {
    const idle: Scope[] = [];
    for (const scope of await house.store.scopes()) {
      if (running.has(scope)) running.set(scope, { again: true });
      else idle.push(scope);
    }
    const times = await Promise.all(idle.map(pumpScope));
    return Math.min(house.clock.now() + longestSleepMs, ...times);
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
    const platform = platformOf(house.platforms, scope);
    if (platform === undefined) return Number.POSITIVE_INFINITY;
    if (!recovered.has(scope)) {
      await recover(house, scope, platform);
      await startSweeping(scope);
      recovered.add(scope);
    }
    const nextJob = await tick(house, scope);
    const nextRow = await deliver(house, scope, platform, held);
    return Math.min(nextJob, nextRow);
  }

  async function startSweeping(scope: Scope): Promise<void> {
    const job = house.firstJob(house.clock.now());
    await house.store.transact(scope, async (tx) => {
      if ((await tx.get(DueJobs, job.id)) === null) await tx.put(DueJobs, job);
    });
  }

  async function inUse(scope: Scope): Promise<boolean> {
    const page = { limit: 1000 };
    const { docs } = await house.store.read(scope, (read) => read.find(Groups, 'channel', { all: true }, page));
    return docs.some((group) => group.gone !== 'uninstalled');
  }

  return {
    ...loop(house, () => wake()),
    async communities(platform) {
      const scopes = (await house.store.scopes()).filter((scope) => scope.startsWith(`${platform}.`));
      const used = await Promise.all(scopes.map(inUse));
      return scopes.filter((_, i) => used[i]);
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
