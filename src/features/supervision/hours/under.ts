import type { SupervisionEntry } from '../model.ts';
import type { Pack } from '../rules/pack.ts';

/** Entries as they stand under a pack, and what it takes to put them there. */
export interface Under {
  readonly entries: readonly SupervisionEntry[];
  /** How many are counted in another category than the one they were logged in. */
  readonly moved: number;
  /** How many have no category there, and are left out. */
  readonly left: number;
}

/**
 * Entries that were logged under other rules, or none, as a pack has them: in the category of the same name, or else in the
 * first of their sort that takes their modality, as a spreadsheet without categories is read.
 */
export function entriesUnder(pack: Pick<Pack, 'activities'>, all: readonly SupervisionEntry[]): Under {
  const found = { entries: [] as SupervisionEntry[], moved: 0, left: 0 };
  for (const entry of all) {
    const fits = pack.activities.filter(
      ({ group, modalities }) =>
        group === entry.entryType &&
        (modalities === undefined || (entry.modality !== null && modalities.includes(entry.modality))),
    );
    const activity = (fits.find(({ id }) => id === entry.activity) ?? fits[0])?.id;
    if (activity === undefined) found.left += 1;
    else {
      if (activity !== entry.activity) found.moved += 1;
      found.entries.push(activity === entry.activity ? entry : { ...entry, activity });
    }
  }
  return found;
}
