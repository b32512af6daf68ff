import type { PersonRef } from '../view/references.ts';

export type { PersonRef };

/** What the platform calls somebody or something. Only the vault and the adapters see this. */
export interface PlatformId {
  readonly platform: string;
  readonly id: string;
}

/**
 * What one person's key does. All of it is local: no call to the vault, so that a page seals, opens and compares as many
 * things as it likes. Held for one request; whoever holds it longer would outlive a `forget`.
 */
export interface Identity {
  readonly ref: PersonRef;
  /** Encrypts under the person's own key. `context` is bound to the result: opening it elsewhere fails. */
  seal(context: string, plain: string): string;
  /** Decrypts. Throws when the text was altered or belongs elsewhere or to somebody else. */
  open(context: string, sealed: string): string;
  /**
   * A token that only this person's key yields for this subject (keyed hash, 32 hex characters). Whoever holds the
   * token cannot tell whose it is; the person can show that it is theirs. Anonymous authors are known by it, so there
   * is no stored link that a command could follow.
   */
  token(subject: string): string;
}

/**
 * The sole holder of platform ids of people and communities, and of one key per person, wrapped by the
 * installation's key. Lives in a file of its own.
 */
export interface Vault {
  /** The reference of a person; made at the first call. Durable before it resolves. */
  refFor(person: PlatformId): Promise<PersonRef>;
  /** The reference of a person who has one already, else null: nothing is noted of anybody who never came by. */
  known(person: PlatformId): Promise<PersonRef | null>;
  /** The reference of a community, `<platform>.<random>`; made at the first call. Durable before it resolves. */
  scopeFor(community: PlatformId): Promise<string>;
  /** The platform id behind a reference of either kind, or null when it was forgotten. For adapters, at delivery. */
  reveal(ref: string): Promise<PlatformId | null>;
  /** What this person's key does, or null when they were forgotten. */
  identity(ref: PersonRef): Promise<Identity | null>;
  /** The same of many people in one call, in their order. */
  identities(refs: readonly PersonRef[]): Promise<readonly (Identity | null)[]>;
  /** A keyed hash under the installation's key, for ids that must be compared but never read back (24 hex). */
  digest(text: string): Promise<string>;
  /** Deletes the person's key and platform id. Everything sealed for them is unreadable from then on. */
  forget(ref: PersonRef): Promise<void>;
  close(): Promise<void>;
}
