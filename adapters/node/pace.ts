/** A rate that a platform allows, under a name that all who share it give it. */
export interface Bucket {
  readonly name: string;
  /** The time (ms) from one call to the next in the long run. */
  readonly everyMs: number;
  /** How many calls may come at once after a pause. */
  readonly burst: number;
}

/** Gives out the moments at which calls may be made, one after another in the order in which they are asked for. */
export interface Pace {
  /**
   * How long (ms) to wait before the call, which is then counted. `null`: it would be longer than `atMostMs`, so nothing is counted;
   * ask again later.
   */
  reserve(bucket: Bucket, atMostMs: number): Promise<number | null>;
}

/** Of what is published, so much is used: networks bring calls closer together than they were sent. */
export const usedShare = 0.97;

/** A bucket of so many calls in so long (ms), as a platform publishes it. */
export const bucketOf = (name: string, calls: number, inMs: number, burst = 1): Bucket => ({
  name,
  everyMs: inMs / calls / usedShare,
  burst,
});

/** The same within one process. `now` (ms). */
export function createPace(now: () => number): Pace {
  /** When each bucket would be full again, were every call to wait its turn. */
  const free = new Map<string, number>();
  return {
    async reserve({ name, everyMs, burst }, atMostMs) {
      const at = now();
      const full = Math.max(at, free.get(name) ?? 0);
      const waitMs = Math.max(0, full - (burst - 1) * everyMs - at);
      if (waitMs > atMostMs) return null;
      free.set(name, full + everyMs);
      return waitMs;
    },
  };
}
