import { hourMs, minuteMs } from '../time/durations.ts';

/** What one person may do in a while: far more than somebody needs, and little enough that nobody slows down others. */
export interface RateLimits {
  readonly commandsAMinute: number;
  readonly postsAnHour: number;
}

export const usualLimits: RateLimits = { commandsAMinute: 30, postsAnHour: 10 };

/** What people did a moment ago, in memory only. */
export interface Rates {
  /** Whether somebody may ask for one more thing now; if so, it counts. */
  mayAsk(who: string, now: number): boolean;
  mayPost(who: string, now: number): boolean;
  /** A post of theirs is durable: only then it counts. */
  posted(who: string, now: number): void;
}

export function createRates(limits: RateLimits | undefined): Rates {
  if (limits === undefined) return { mayAsk: () => true, mayPost: () => true, posted: () => {} };
  const asked = recent(minuteMs);
  const posts = recent(hourMs);
  return {
    mayAsk(who, now) {
      if (asked.count(who, now) >= limits.commandsAMinute) return false;
      asked.add(who, now);
      return true;
    },
    mayPost: (who, now) => posts.count(who, now) < limits.postsAnHour,
    posted: posts.add,
  };
}

/** Times by person, those of the last `ms` only. */
function recent(ms: number) {
  const times = new Map<string, readonly number[]>();
  let sweepAt = Number.NEGATIVE_INFINITY;
  // A clock that was set back must not keep anybody waiting.
  const fresh = (who: string, now: number): readonly number[] =>
    (times.get(who) ?? []).filter((at) => at <= now && at > now - ms);
  return {
    count: (who: string, now: number): number => fresh(who, now).length,
    add(who: string, now: number): void {
      if (now >= sweepAt || sweepAt > now + ms) {
        for (const one of times.keys()) if (fresh(one, now).length === 0) times.delete(one);
        sweepAt = now + ms;
      }
      times.set(who, [...fresh(who, now), now]);
    },
  };
}
