import { readFileSync } from 'node:fs';

/** A kind of work that a pack knows; `partOf` names the activity whose minutes include these. */
export interface Activity {
  id: string;
  group: Group;
  partOf?: string;
  modalities?: string[];
}

export type Group = 'direct' | 'indirect' | 'supervision';

/** One rule of a pack. Only the fields of its `kind` are there. */
export interface Rule {
  id: string;
  kind: 'total' | 'period' | 'units' | 'ratio' | 'percent' | 'contacts' | 'span' | 'limit' | 'gate';
  status: 'primary' | 'secondary' | 'gk' | 'unsure';
  per?: 'week' | 'rolling7' | 'month' | 'total';
  of?: string[];
  ofAll?: string[];
  minHours?: number;
  maxHours?: number;
  since?: string;
  min?: number;
  max?: number;
  observed?: { min: number; minutes?: number };
  individualMinutes?: number;
  groupMinutes?: number;
  base?: number;
  extra?: { of: string[]; aboveHours: number; units: number };
  supervisionHours?: number;
  perHours?: number;
  groupCountsAs?: number;
  minWeeks?: number;
  minMonths?: number;
  maxMonths?: number;
  weeksWith?: { individualMinutes: number; weeks: number };
  formats?: string[];
  maxGroupSize?: number;
  minSessionMinutes?: number;
}

/** A board's rules as data. `weekStartsOn` counts from Sunday = 0. */
export interface Pack {
  id: string;
  version: number;
  board: string;
  effective: { from?: string | null; to?: string | null; by: 'hours' | 'application' };
  weekStartsOn: number;
  activities: Activity[];
  rules: Rule[];
}

export function readPack(path: string): Pack {
  return JSON.parse(readFileSync(path, 'utf8')) as Pack;
}

/** A pack computes only what was read somewhere; the rest waits for an owner's confirmation. */
export function isComputed(rule: Rule): boolean {
  return rule.status === 'primary' || rule.status === 'secondary';
}

/** An activity and all those that it is part of: a row counts in each of them. */
export function withParents(pack: Pack, id: string): string[] {
  const activity = pack.activities.find((each) => each.id === id);
  return activity?.partOf ? [id, ...withParents(pack, activity.partOf)] : [id];
}

/** The formats that the pack allows for supervision, or nothing where it does not say (or is not sure). */
export function allowedFormats(pack: Pack): string[] | undefined {
  return pack.rules.find((rule) => rule.kind === 'limit' && rule.formats && isComputed(rule))?.formats;
}
