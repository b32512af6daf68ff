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

/** Whether an entry is logged, as totals have it: not void, not left out, and of a correction and what it corrects only one. */
const isLogged = (e: SupervisionEntry): boolean =>
  e.status !== 'void' && e.excluded === '' && (e.replaces === null || e.status === 'signed');

export const logged = (entries: readonly SupervisionEntry[]): SupervisionEntry[] => entries.filter(isLogged);

/** What of that is handed in: a draft and an entry that was returned are still being written. */
export const counted = (entries: readonly SupervisionEntry[]): SupervisionEntry[] =>
  logged(entries).filter((e) => !isUnfinished(e));

/** Whether a logged entry is one that documents to hand in leave out. */
export const isUnfinished = ({ status }: Pick<SupervisionEntry, 'status'>): boolean =>
  status === 'draft' || status === 'returned';

export const minutesOf = (entries: readonly SupervisionEntry[]): number =>
  entries.reduce((sum, { minutes }) => sum + minutes, 0);

/** How many logged minutes are in drafts and in entries that were returned: documents to hand in leave them out. */
export const unfinishedMinutes = (entries: readonly SupervisionEntry[]): number =>
  minutesOf(logged(entries).filter(isUnfinished));
