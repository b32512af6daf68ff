import { hoursEntryOf, type SupervisionEntry } from '../model.ts';
import type { Loggable } from '../packs.ts';
import type { HoursEntry } from '../rules/entry.ts';

/**
 * What is added up: every entry once. A correction counts from its signature on, until then the entry that it corrects. An
 * entry whose activity the pack no longer has is left out.
 */
export const countedOf = (
  pack: { readonly activities: readonly Loggable[] },
  entries: readonly SupervisionEntry[],
): HoursEntry[] =>
  entries
    .filter((e) => e.replaces === null || e.status === 'signed')
    .map(hoursEntryOf)
    .filter((e) => pack.activities.some(({ id }) => id === e.activity));
