import { always, hourMs } from '../time/durations.ts';
import { type DueRow, due } from './jobs.ts';

/** Drops the old bytes at the next full hour: one job, however often it is asked for until then. */
export const scrubJob = (now: number): DueRow =>
  due('privacy.untie', 'all', 'once', (Math.floor(now / hourMs) + 1) * hourMs, always, {});
