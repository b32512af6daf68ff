import type { Scope } from './store.ts';

/** A text that can be found again, as it stands in the store. */
export interface SearchText {
  readonly id: string;
  /** Only those who ask for this group find it. */
  readonly group: string;
  /** When it was written (ms). */
  readonly at: number;
  /** What a search can be narrowed to: `topic:ethics`. */
  readonly labels: readonly string[];
  /** Its parts by name; what is found in an earlier one counts for more. */
  readonly parts: Readonly<Record<string, string>>;
  /** Different whenever a part is: what was found is compared with what stands now. */
  readonly print: string;
}

export interface SearchQuery {
  readonly group: string;
  /** As typed; none: whatever fits the rest, the newest first. Neither stored nor logged. */
  readonly words: string;
  /** Written at this time (ms) or later. */
  readonly from: number | null;
  /** Written before this time (ms). */
  readonly until: number | null;
  /** All of these. */
  readonly labels: readonly string[];
  readonly limit: number;
}

export interface SearchHit {
  readonly id: string;
  readonly print: string;
  /** The first part in which a word was found; null where none was asked for. */
  readonly part: string | null;
}

/** What was found, best first, or (while the texts of the group are being read) a wait that ends when it is worth asking again. */
export type SearchAnswer =
  | { readonly hits: readonly SearchHit[]; readonly all: boolean }
  | { readonly reading: Promise<void> };

/** The texts of a group, some at a time, so that nobody waits for all of them. */
export type SearchSource = () => AsyncIterable<readonly SearchText[]>;

/**
 * Finds texts by their words: inflected ones, and with a letter wrong. It lies in memory only, holds so much at most, and
 * reads a group when somebody first searches there. What it says is a hint: whoever shows it looks the texts up.
 */
export interface SearchIndex {
  /** `all`: each hit has all of the words; otherwise none had, and these have most of them. */
  search(scope: Scope, query: SearchQuery, source: SearchSource): SearchAnswer;
  /** A text was written or changed. Nothing to do where its group was not read. */
  put(scope: Scope, text: SearchText): void;
  /**
   * Another process changed something in a community, or (null) may have in any: its groups are read again some time after
   * that, while what was read before still answers.
   */
  outdated(scope: Scope | null): void;
  /** A text is gone: from then on no word of it is held. */
  remove(scope: Scope, id: string): void;
}
