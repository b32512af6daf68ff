import type { Span } from '../../../view/view.ts';
import type { Delivery } from '../delivery/model.ts';
import type { Consultation, Reply } from '../model.ts';

/** A question of mine with what colleagues answered. */
export interface MyQuestion {
  readonly c: Consultation;
  /** Replies of others that can be read now; not counted once it is closed. */
  readonly replies: number;
  /** Those that came after the last of mine: they wait for me. */
  readonly waiting: number;
  /** Whether it stands in the channel. */
  readonly delivery: Delivery;
  /** The channel of its group, where I am in more than one. */
  readonly in: Span | null;
}

/** A question in a list of the group. */
export interface Listed {
  readonly c: Consultation;
  readonly by: Span;
  readonly replies: number;
  /** To its thread. */
  readonly link: Span | null;
}

/** A reply with its author as colleagues see them. */
export interface Written {
  readonly r: Reply;
  readonly by: Span;
}
