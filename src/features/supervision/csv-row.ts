import { isDate } from './rules/calendar.ts';
import type { EntryType, HoursEntry, Modality } from './rules/entry.ts';
import { type Activity, groups, modalities, type Pack } from './rules/pack.ts';

/** The columns of a spreadsheet of hours. Their order is free; others are ignored. */
export const columns = [
  'date',
  'start',
  'minutes',
  'type',
  'activity',
  'modality',
  'group_size',
  'format',
  'site',
  'supervisor',
  'observed_minutes',
  'restricted',
  'status',
  'excluded',
] as const;
export type Column = (typeof columns)[number];

/** Why a row counts nowhere. The reason, never the value: what somebody typed is repeated nowhere. */
export interface RowProblem {
  readonly field: Column;
  readonly problem:
    | 'date'
    | 'future'
    | 'minutes'
    | 'type'
    | 'status'
    | 'modality'
    | 'activity'
    | 'activityType'
    | 'activityModality'
    | 'noSite'
    | 'noModality';
}

/** `unread` names columns whose value means nothing; the row counts as if they were empty. */
export type ReadRow = { readonly entry: HoursEntry; readonly unread: readonly Column[] } | RowProblem;

const statuses = ['logged', 'signed', 'paper', 'void'] as const;
const mostMinutes = 1440;

/**
 * Reads one row of a spreadsheet under a pack. `line` becomes the entry's id and order; `asOf` (`YYYY-MM-DD`) is the last
 * day that is not in the future. A row with a problem is not guessed at.
 */
export function readRow(
  fields: Readonly<Partial<Record<Column, string>>>,
  line: number,
  { pack, asOf }: { readonly pack: Pack; readonly asOf: string },
): ReadRow {
  const of = (column: Column): string => (fields[column] ?? '').trim();
  const minutes = wholeNumber(of('minutes'));
  const [type, status, modality] = [of('type'), of('status'), of('modality')];
  if (!isDate(of('date'))) return { field: 'date', problem: 'date' };
  if (of('date') > asOf) return { field: 'date', problem: 'future' };
  if (minutes === null || minutes < 1 || minutes > mostMinutes) return { field: 'minutes', problem: 'minutes' };
  if (!isOneOf(groups, type)) return { field: 'type', problem: 'type' };
  if (!isOneOf(statuses, status)) return { field: 'status', problem: 'status' };
  if (modality !== '' && !isOneOf(modalities, modality)) return { field: 'modality', problem: 'modality' };
  const session = type === 'supervision' && modality !== '' ? modality : null;
  const activity = activityOf(pack, of('activity'), type, session);
  if (typeof activity === 'string') return { field: 'activity', problem: activity };
  if (of('site') === '') return { field: 'site', problem: 'noSite' };
  if (activity === null || (type === 'supervision' && session === null))
    return { field: 'modality', problem: 'noModality' };
  const entry: HoursEntry = {
    id: String(line),
    order: line,
    date: of('date'),
    start: isTime(of('start')) ? of('start') : null,
    minutes,
    type,
    activity: activity.id,
    modality: session,
    format: of('format') === '' ? null : of('format'),
    groupSize: wholeNumber(of('group_size')),
    site: of('site'),
    supervisor: of('supervisor') === '' ? null : of('supervisor'),
    observedMinutes: wholeNumber(of('observed_minutes')) ?? 0,
    restricted: of('restricted') === 'yes',
    status,
    excluded: of('excluded') !== '',
  };
  return { entry, unread: unreadOf(of) };
}

/** The activity a row names, or the pack's first that fits; null when that takes a modality and there is none. */
function activityOf(
  pack: Pack,
  id: string,
  type: EntryType,
  modality: Modality | null,
): Activity | null | 'activity' | 'activityType' | 'activityModality' {
  const fits = (one: Activity) =>
    one.modalities === undefined || (modality !== null && one.modalities.includes(modality));
  if (id === '') {
    if (type === 'supervision' && modality === null) return null;
    return pack.activities.find((one) => one.group === type && fits(one)) ?? 'activity';
  }
  const named = pack.activities.find((one) => one.id === id);
  if (named === undefined) return 'activity';
  if (named.group !== type) return 'activityType';
  return type === 'supervision' && modality !== null && !fits(named) ? 'activityModality' : named;
}

function unreadOf(of: (column: Column) => string): Column[] {
  const readable: Partial<Record<Column, (text: string) => boolean>> = {
    start: isTime,
    group_size: (text) => wholeNumber(text) !== null,
    observed_minutes: (text) => wholeNumber(text) !== null,
    restricted: (text) => text === 'yes' || text === 'no',
  };
  return columns.filter((column) => of(column) !== '' && readable[column]?.(of(column)) === false);
}

const isOneOf = <T extends string>(values: readonly T[], text: string): text is T =>
  (values as readonly string[]).includes(text);
const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
