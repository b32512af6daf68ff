import type { Clock } from '../../src/index.ts';

export const systemClock: Clock = { now: () => Date.now() };
