import type { Clock, Store } from '../../../src/index.ts';
import { changeSettings, readSettings } from './settings.ts';

/** A clock that can be moved forward, never back: what was due stays due. The distance survives a restart. */
export interface MovableClock extends Clock {
  /** How far it is ahead (ms). */
  offset(): number;
  /** Moves it forward; resolves once the new distance is durable. */
  forward(byMs: number): Promise<void>;
}

export async function openClock(store: Store, wall: Clock): Promise<MovableClock> {
  let { clockOffsetMs: offset } = await readSettings(store);
  return {
    now: () => wall.now() + offset,
    offset: () => offset,
    async forward(byMs) {
      const next = offset + byMs;
      await changeSettings(store, { clockOffsetMs: next });
      offset = next;
    },
  };
}
