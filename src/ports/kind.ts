import type { z } from 'zod';

/** What every stored document carries: a random id that means nothing to other applications. */
export interface Doc {
  readonly id: string;
}

/**
 * A kind of document, declared once. Both stores, the sealing layer, retention and `docs/data.md` read this one
 * declaration, so a field cannot be stored without saying who reads it and how long it stays.
 */
export interface Kind<T extends Doc = Doc> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /**
   * Secondary keys. A document without a key for an index (null) is not listed under it. Keys sort as plain strings.
   * Besides these, every kind is listed by `id`.
   */
  readonly indexes: { readonly [index: string]: (doc: T) => string | null };
  /**
   * 'owner': everything but the id, `owner` and the index keys is encrypted under that person's own key before it
   * reaches the store, so that deleting the key erases it in journal and backups too.
   */
  readonly sealed: 'owner' | 'no';
  /**
   * Indexes of a sealed kind whose keys lie there as tokens of the owner: only they can make one, to ask for what is theirs,
   * and it tells nobody what it stands for.
   */
  readonly hidden?: readonly string[];
  /**
   * Of a sealed kind: the owner's documents lie under so many tokens, by their ids, and not under one, so that no two of them can
   * be joined, and none to what its owner does by name. `by`: an index whose key goes into the token, the end of a day: each day
   * has tokens of its own, and documents of so many days are found.
   */
  readonly apart?: { readonly tokens: number; readonly by?: { readonly index: string; readonly days: number } };
  /**
   * Indexes by which documents wait for their time: their keys begin with it, as `timeKey` writes it. A store tells which
   * communities have such documents.
   */
  readonly work?: readonly string[];
  /**
   * More indexes whose keys are times and opaque references only. A database holds them in clear, so that it can list a
   * part of them; it holds keys of any other index as keyed hashes, of which it can list single ones and all.
   */
  readonly sorted?: readonly string[];
  /**
   * What was changed about documents of this kind that a default cannot say, the oldest first: each turns a document of
   * one version into the next. Applied when one is read; what an index is computed from is changed at opening instead.
   */
  readonly migrations?: readonly ((old: Readonly<Record<string, unknown>>) => Record<string, unknown>)[];
  /** For people: what this is, who can read it, how long it stays. Printed in docs/data.md. */
  readonly about: { readonly what: string; readonly readBy: string; readonly keptFor: string };
}
