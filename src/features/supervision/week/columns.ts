import type { Agreement } from '../agreement/model.ts';
import { type Choice, choicesIn } from '../hours/input.ts';
import type { SupervisionEntry } from '../model.ts';
import type { Pack } from '../rules/pack.ts';

/** A week of rows and columns: one row a day, one column a category. With five columns a day would not fit one step. */
export const weekDays = [0, 1, 2, 3, 4, 5, 6] as const;
export const columnPlaces = [0, 1, 2, 3] as const;
/** How many of the latest entries say which categories a person logs. */
const lookedAt = 60;

/** All work that can be logged, supervision left out: it has its own line. */
export const workOf = (a: Agreement, pack: Pack | null): readonly Choice[] =>
  choicesIn(a, pack).filter(({ modality }) => modality === null);

/** Supervision that can be logged: each modality that was agreed on. */
export const supervisionOf = (a: Agreement, pack: Pack | null): readonly Choice[] =>
  choicesIn(a, pack).filter(({ modality }) => modality !== null);

/**
 * The columns of somebody's week, as places in `workOf`: what they logged lately, and the first direct and the first
 * indirect activity in any case. In the order of the rules, so that a column stays where it was.
 */
export function columnsFor(work: readonly Choice[], latest: readonly SupervisionEntry[]): number[] {
  const first = (group: 'direct' | 'indirect') => work.findIndex(({ activity }) => activity.group === group);
  const used = latest.slice(0, lookedAt).map((e) => work.findIndex(({ value }) => value === e.activity));
  const wanted = [first('direct'), first('indirect'), ...used].filter((at) => at >= 0);
  return [...new Set(wanted)].slice(0, columnPlaces.length).sort((x, y) => x - y);
}

/** Columns as they are carried with a form, and read back: places in `workOf`. */
export const carried = (columns: readonly number[]): string => columns.join('.');
export const columnsIn = (text: string, work: readonly Choice[]): Choice[] =>
  text.split('.').flatMap((at) => work[Number(at)] ?? []);

export type Cell = `d${(typeof weekDays)[number]}c${(typeof columnPlaces)[number]}`;

/** The name of a field of the grid: of a day of the week (0 is its first) and a column. */
export const cellName = (day: (typeof weekDays)[number], column: (typeof columnPlaces)[number]): Cell =>
  `d${day}c${column}`;
