import type { Delivery } from '../delivery.ts';
import type { Consultation } from '../model.ts';

/** A question of mine with what colleagues answered. */
export interface MyQuestion {
  readonly c: Consultation;
  /** Replies of others that can be read now; not counted once it is closed. */
  readonly replies: number;
  /** Those that came after the last of mine: they wait for me. */
  readonly waiting: number;
  /** Whether it stands in the channel. */
  readonly delivery: Delivery;
}
