import type { PersonRef } from '../view/references.ts';

export type { PersonRef };

/** What the platform calls somebody or something. Only the vault and the adapters see this. */
export interface PlatformId {
  readonly platform: string;
  /**
   * Of a person, `<community>/<user>`: somebody in two communities is two people here, each with a key of their own, so that
   * one community can be moved or forgotten without the other.
   */
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

/** Somebody's account in one community. */
export interface Account {
  readonly ref: PersonRef;
  /** The community. */
  readonly scope: string;
}

/** Another account of the same person, who linked the two. */
export interface LinkedAccount extends Account {
  /** Of the link; means nothing elsewhere. */
  readonly id: string;
  readonly since: number;
}

/** With what its key does: it is the same person's. */
export type Linked = LinkedAccount & { readonly identity: Identity };

/** What a community, or an organization of several, granted the bot: as an adapter wrote it, with tokens in it. */
export interface Grant {
  readonly of: PlatformId;
  readonly text: string;
}

/**
 * What became of a code that was typed. `own`: it was made for the very account that typed it; `colleague`: for another one of the
 * same community, where every account is somebody else's.
 */
export type Accepted = 'linked' | 'unknown' | 'own' | 'colleague' | 'tooMany';

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
  /** The same of the person behind an account, and of the accounts that they linked with it, in one call. */
  identityWithLinks(account: Account): Promise<{ readonly me: Identity | null; readonly linked: readonly Linked[] }>;
  /** A keyed hash under the installation's key, for ids that must be compared but never read back (24 hex). */
  digest(text: string): Promise<string>;
  /** Keeps the digest of a code with which this account can be linked until then (ms); an earlier one of it is void. */
  offerLink(account: Account, code: string, until: number): Promise<void>;
  /**
   * Links the account that typed a code (its digest) with the one it was made for, and uses the code up. The same account may
   * repeat it. Durable before it resolves.
   */
  acceptLink(account: Account, code: string, now: number): Promise<Accepted>;
  /** Accounts that are linked with this one, the oldest link first. Nothing follows from two links in a row. */
  linksOf(account: Account): Promise<readonly LinkedAccount[]>;
  /** Ends a link of this account and has the old bytes dropped. Nothing happens where it is not one of its own. */
  unlink(account: Account, link: string): Promise<void>;
  /** What this community or organization granted, or null. */
  grantOf(of: PlatformId): Promise<string | null>;
  /** Every grant of a platform. */
  grants(platform: string): Promise<readonly Grant[]>;
  /**
   * Replaces a grant by what `change` makes of the one that is there, null where there is none; null deletes it and has the old
   * bytes dropped. Nobody else changes it meanwhile, of whichever process. Durable before it resolves to what is there now.
   */
  changeGrant(of: PlatformId, change: (text: string | null) => string | null): Promise<string | null>;
  /** Deletes the person's key, platform id and links. Everything sealed for them is unreadable from then on. */
  forget(ref: PersonRef): Promise<void>;
  close(): Promise<void>;
}
