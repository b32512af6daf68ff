import type { Core, Log } from '../../src/index.ts';

/** The shortest pause between two looks (ms), so that a place that cannot be reached does not spin the machine. */
const shortestMs = 50;
/** After a failed look (ms). */
const afterFailureMs = 60_000;
/** While the clock is in doubt (ms). */
const inDoubtMs = 30_000;
/**
 * How often (ms) it is seen whether a look does not come back, and so brings no time for the next, or whether a look is overdue: a
 * machine that slept, or whose clock was set ahead, has timers that do not know it.
 */
const patienceMs = 60_000;
/** How long `stop` waits (ms) for looks that hang on a platform; what they were sending is asked about at the next start. */
const longestStopMs = 3000;

/**
 * Calls `core.pump` when the core says that something is due, and at once after every durable change. A look that hangs
 * on one platform does not keep the next from starting. Nothing is done by a clock in doubt. `stop` waits for the looks under way, but not for ever.
 */
export function startTimer(
  core: Core,
  now: () => number,
  log: Log,
  isClockInDoubt: () => boolean = () => false,
): { wake(): void; stop(): Promise<void> } {
  const looks = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | null = null;
  let due = Number.POSITIVE_INFINITY;
  let stopped = false;

  async function look(): Promise<void> {
    if (isClockInDoubt()) {
      sleepUntil(now() + inDoubtMs);
      return;
    }
    try {
      sleepUntil(await core.pump());
    } catch (error) {
      log.error('runtime.pump_failed', { error: error instanceof Error ? error.name : 'unknown' });
      sleepUntil(now() + afterFailureMs);
    }
  }

  /** The earlier of two wishes counts; what is not due yet is asked for again by the look that it starts. */
  function sleepUntil(at: number): void {
    if (stopped || at >= due) return;
    if (timer) clearTimeout(timer);
    due = at;
    timer = setTimeout(wake, Math.max(shortestMs, at - now()));
    timer.unref();
  }

  function wake(): void {
    if (stopped) return;
    if (timer) clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
    const work = look().finally(() => looks.delete(work));
    looks.add(work);
  }

  const patience = setInterval(() => {
    if (looks.size > 0 || now() >= due) wake();
  }, patienceMs);
  patience.unref();
  core.onWork(wake);
  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(patience);
      if (timer) clearTimeout(timer);
      let limit: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        limit = setTimeout(resolve, longestStopMs);
      });
      await Promise.race([Promise.allSettled(looks), enough]);
      clearTimeout(limit);
    },
  };
}
