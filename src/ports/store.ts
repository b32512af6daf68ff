import type { Doc, Kind } from './kind.ts';

/** One community: a Slack team or a Discord guild, as an opaque reference made by the vault. Scopes never see each other. */
export type Scope = string;

/**
 * Which index keys to list: exactly one key, any of several, every key up to and including one (for times), or those
 * between two, both included.
 */
export type Range =
  | { readonly equal: string }
  | { readonly anyOf: readonly string[] }
  | { readonly from?: string; readonly upTo: string }
  | { readonly all: true };

/** At most `limit` documents (1 to 1,000, default 100), after the place where an earlier page ended. */
export interface Page {
  readonly limit?: number;
  readonly after?: string;
}

/** `next` is given when there is more; it is opaque and goes back in as `after`. */
export interface Found<T> {
  readonly docs: readonly T[];
  readonly next?: string;
}

export interface Read {
  /** The document, or null. What comes back must not be changed by the caller. */
  get<T extends Doc>(kind: Kind<T>, id: string): Promise<T | null>;
  /** The documents of these ids in their order, null for each that is not there. One call, however many. */
  getMany<T extends Doc>(kind: Kind<T>, ids: readonly string[]): Promise<readonly (T | null)[]>;
  /** Documents by index key in order of (key, id). */
  find<T extends Doc>(kind: Kind<T>, index: string, range: Range, page?: Page): Promise<Found<T>>;
  /** How many documents `find` would list on all its pages. */
  count<T extends Doc>(kind: Kind<T>, index: string, range: Range): Promise<number>;
}

export interface Tx extends Read {
  /** Inserts or replaces. Reads of the same transaction see it at once. */
  put<T extends Doc>(kind: Kind<T>, doc: NoInfer<T>): Promise<void>;
  /** Removes; no error when it is not there. */
  remove<T extends Doc>(kind: Kind<T>, id: string): Promise<void>;
}

/** A community in which something waits for its time, and the first such time (ms). */
export interface Waiting {
  readonly scope: Scope;
  readonly at: number;
}

/**
 * Where documents live.
 *
 * - Work of one scope runs one after another, in the order of the calls; a throw in `work` undoes all of its writes.
 * - `transact` resolves when the change is durable. Durability is awaited outside the scope's order, so many commands
 *   share one sync.
 * - `read` resolves only once what it saw is durable: nothing is ever shown that a crash could take back.
 * - Both reject with `StoreUnavailable` when the store cannot take writes any more (full disk, failed sync).
 */
export interface Store {
  transact<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  read<T>(scope: Scope, work: (read: Read) => Promise<T>): Promise<T>;
  /** Every scope that holds at least one document. */
  scopes(): Promise<readonly Scope[]>;
  /**
   * Communities in which something waits for a time up to this one (ms), by the `work` of its kinds; the first in time
   * first, and so many at most.
   */
  scopesWithWork(upTo: number, limit?: number): Promise<readonly Waiting[]>;
  /**
   * Calls after every durable change, of whichever process, that put something which waits for its time in a scope.
   * `elsewhere`: another process made it; without a scope, such changes may have been missed in any.
   */
  onWork(wake: (scope: Scope, elsewhere: boolean) => void): void;
  /**
   * Rewrites what is on disk so that removed documents are gone from it, not only from view. Erasure calls it.
   * Resolves when the old bytes are deleted.
   */
  compact(): Promise<void>;
  close(): Promise<void>;
}

/** The store takes no more writes. `detail` says why in words for the operator and holds no document. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
