const tickMs = 20;
let lived = 0;
let last = performance.now();

setInterval(() => {
  const now = performance.now();
  lived += Math.min(now - last, 2 * tickMs);
  last = now;
}, tickMs).unref();

/**
 * Milliseconds as this process lives through them: while a busy machine keeps it waiting for a processor they stand still. What
 * waits for a disk, a platform or a timer takes as long by this clock as by any other.
 */
export const ownTime = (): number => lived;
