import { uptime } from 'node:os';
import type { Log } from '../../src/index.ts';

/** A clock that goes ahead by more (ms) than the machine ran was set, or is wrong. */
const jumpMs = 24 * 60 * 60 * 1000;
/** How long (ms) it is not believed: time services correct a clock within minutes. */
const doubtMs = 10 * 60 * 1000;

/** How long the machine has been on (ms), asleep or not. */
export const machineUpMs = (): number => uptime() * 1000;

/**
 * Tells whether the clock went ahead so far, and so lately, that nothing may be done by it: reminders and clean-up of months would
 * run at once, and what they delete is gone. A year that is right is right ten minutes later too. Asked before each look.
 */
export function clockJumps(now: () => number, upMs: () => number, log: Log): () => boolean {
  let last = { now: now(), up: upMs() };
  let since: number | null = null;
  return () => {
    const seen = { now: now(), up: upMs() };
    const ahead = seen.now - last.now - (seen.up - last.up);
    if (ahead > jumpMs && since === null) {
      since = seen.up;
      log.warn('runtime.clock_jumped', { days: Math.round(ahead / jumpMs) });
    }
    if (ahead > jumpMs && since !== null && seen.up - since < doubtMs) return true;
    since = null;
    last = seen;
    return false;
  };
}
