import type { groups, modalities } from './pack.ts';

export type EntryType = (typeof groups)[number];
export type Modality = (typeof modalities)[number];

/** What the calculator needs to know of an hours log entry. It holds nothing about a client. */
export interface HoursEntry {
  /** Tells entries apart. */
  readonly id: string;
  /** Local date at the site, `YYYY-MM-DD`. */
  readonly date: string;
  /** Local time `HH:MM`, if it is known. */
  readonly start: string | null;
  /** Order among the entries of one date: those before it fill a cap first. */
  readonly order: number;
  /** Whole minutes, at least 1. */
  readonly minutes: number;
  readonly type: EntryType;
  /** An activity of the pack. */
  readonly activity: string;
  /** Of supervision; null for the rest. */
  readonly modality: Modality | null;
  readonly format: string | null;
  readonly groupSize: number | null;
  readonly site: string;
  readonly supervisor: string | null;
  readonly observedMinutes: number;
  readonly restricted: boolean;
  /** `paper`: signed on paper, which Curbside cannot check. A void entry counts nowhere. */
  readonly status: 'logged' | 'signed' | 'paper' | 'void';
  /** Left out by its owner, for a reason of theirs: counts nowhere. */
  readonly excluded: boolean;
  /** Since when it can count, as the two of its agreement state it. A table of hours cannot say. */
  readonly opened?: Opened;
}

/** Local dates on which gates opened; null where nobody stated it. */
export interface Opened {
  readonly license: string | null;
  readonly contractApproved: string | null;
}
