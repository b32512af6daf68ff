import type { Clock, DraftCache } from '../../src/index.ts';

/** How long raw text stays in memory (ms). */
const keepMs = 30 * 60 * 1000;
/** How many pieces of it at most, of one person and of all; the person's oldest goes first, then the oldest of all. */
const mostOfOne = 20;
const mostOfAll = 2000;
/** The shortest pause (ms) between two looks at what must go. */
const shortestMs = 1000;

interface Entry {
  readonly value: unknown;
  readonly until: number;
}

/**
 * Raw text, in memory only. Nothing of it is ever written anywhere, and it goes after 30 minutes even if nobody does
 * anything any more.
 */
export function createDraftCache(clock: Clock): DraftCache {
  /** By owner; what one of them keeps stands in the order of its time, the oldest first. */
  const owners = new Map<string, Map<string, Entry>>();
  let count = 0;
  let timer: NodeJS.Timeout | null = null;

  function drop(owner: string, id: string): void {
    const own = owners.get(owner);
    if (!own?.delete(id)) return;
    count -= 1;
    if (own.size === 0) owners.delete(owner);
  }

  function dropStale(): void {
    const now = clock.now();
    for (const [owner, own] of owners) dropStaleOf(owner, own, now);
  }

  function dropStaleOf(owner: string, own: ReadonlyMap<string, Entry>, now: number): void {
    for (const [id, { until }] of own) if (until <= now) drop(owner, id);
  }

  /** What somebody keeps, without what is stale. What others keep is looked at when its time comes, and not each time. */
  function fresh(owner: string): Map<string, Entry> | undefined {
    dropStaleOf(owner, owners.get(owner) ?? new Map(), clock.now());
    return owners.get(owner);
  }

  /** The owner of the oldest piece of all, and when that goes. */
  function oldest(): { readonly owner: string; readonly until: number } | null {
    let found: { owner: string; until: number } | null = null;
    for (const [owner, own] of owners) {
      const first = own.values().next().value;
      if (first !== undefined && (found === null || first.until < found.until)) found = { owner, until: first.until };
    }
    return found;
  }

  function dropOldestOf(owner: string): void {
    const id = owners.get(owner)?.keys().next().value;
    if (id !== undefined) drop(owner, id);
  }

  /** Looks again when the oldest piece goes, until memory is empty; it keeps no process alive. */
  function watch(): void {
    const next = oldest();
    if (timer !== null || next === null) return;
    const wait = Math.min(keepMs, Math.max(shortestMs, next.until - clock.now()));
    timer = setTimeout(() => {
      timer = null;
      dropStale();
      watch();
    }, wait);
    timer.unref();
  }

  return {
    async put(owner, id, value) {
      drop(owner, id);
      const own = fresh(owner) ?? new Map<string, Entry>();
      owners.set(owner, own.set(id, { value, until: clock.now() + keepMs }));
      count += 1;
      if (own.size > mostOfOne) dropOldestOf(owner);
      if (count > mostOfAll) dropOldestOf(oldest()?.owner ?? owner);
      watch();
    },
    async get(owner, id) {
      return fresh(owner)?.get(id)?.value ?? null;
    },
    async drop(owner, id) {
      drop(owner, id);
    },
  };
}
