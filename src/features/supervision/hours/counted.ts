import { hoursEntryOf, type SupervisionEntry } from '../model.ts';
import type { Loggable } from '../packs.ts';
import type { HoursEntry, Opened } from '../rules/entry.ts';

/** By agreement, since when its hours can count. */
export type OpenedBy = ReadonlyMap<string, Opened>;

/**
 * What is added up: every entry once. A correction counts from its signature on, until then the entry that it corrects. An
 * entry whose activity the pack no longer has is left out.
 */
export const countedOf = (
  pack: { readonly activities: readonly Loggable[] },
  entries: readonly SupervisionEntry[],
  opened: OpenedBy = new Map(),
): HoursEntry[] =>
  entries
    .filter((e) => e.replaces === null || e.status === 'signed')
    .map((e) => hoursEntryOf(e, opened.get(e.agreement)))
    .filter((e) => pack.activities.some(({ id }) => id === e.activity));
