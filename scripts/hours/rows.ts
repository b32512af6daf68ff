import { parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import { allowedFormats, type Group, type Pack, withParents } from './pack.ts';

/** A row of the file that is neither rejected, void nor excluded. */
export interface Row {
  line: number;
  date: string;
  minutes: number;
  type: Group;
  /** Its own activity first, then those that include it. */
  activities: string[];
  modality: string;
  format: string;
  groupSize: number;
  site: string;
  supervisor: string;
  observedMinutes: number;
  restricted: boolean;
  status: string;
  /** Supervision in a format that the pack allows (or without a format). */
  serves: boolean;
  /** The known columns as they stand, to find rows that stand twice. */
  key: string;
}

export interface Rejected {
  line: number;
  field: string;
  problem: string;
}

export interface Rows {
  read: number;
  counted: Row[];
  rejected: Rejected[];
}

const columns = [
  ...['date', 'start', 'minutes', 'type', 'activity', 'modality', 'group_size', 'format'],
  ...['site', 'supervisor', 'observed_minutes', 'restricted', 'status', 'excluded'],
];

type Cells = Record<string, string>;

/**
 * The records of a file with the physical line on which each starts (header = line 1). A line with nothing or only spaces in it
 * is no record.
 */
export function readRecords(text: string): { line: number; cells: Cells }[] {
  const records = parse(text, { bom: true, columns: true, relax_column_count: true }) as Cells[];
  let nextLine = 2;
  return records.flatMap((record) => {
    const line = nextLine;
    // Lines inside a quoted cell push the next record down; a pair of CR and LF is one of them.
    const values = Object.values(record);
    nextLine += values.join('').split(/\r\n|\r|\n/).length;
    if (values.length === 1 && values[0]?.trim() === '') return [];
    return [{ line, cells: Object.fromEntries(columns.map((name) => [name, (record[name] ?? '').trim()])) }];
  });
}

/** Sorts the records into counted and rejected rows; void and excluded ones are in neither. */
export function readRows(text: string, pack: Pack, asOf: string): Rows {
  const records = readRecords(text);
  const counted: Row[] = [];
  const rejected: Rejected[] = [];
  for (const { line, cells } of records) {
    const problem = findProblem(cells, pack, asOf);
    if (problem) rejected.push({ line, ...problem });
    else if (cells.status !== 'void' && !cells.excluded) counted.push(toRow(line, cells, pack));
  }
  // Caps take entries in order of date, then line.
  counted.sort((a, b) => (a.date === b.date ? a.line - b.line : a.date < b.date ? -1 : 1));
  return { read: records.length, counted, rejected };
}

function findProblem(cells: Cells, pack: Pack, asOf: string): Omit<Rejected, 'line'> | undefined {
  const { date = '', minutes = '', type = '', activity = '', modality = '', status = '' } = cells;
  if (!isDate(date)) return { field: 'date', problem: 'not a date (YYYY-MM-DD)' };
  if (date > asOf) return { field: 'date', problem: 'after the as-of date' };
  if (!/^\d+$/.test(minutes) || Number(minutes) < 1 || Number(minutes) > 1440)
    return { field: 'minutes', problem: 'not a whole number from 1 to 1,440' };
  if (!['supervision', 'direct', 'indirect'].includes(type)) return { field: 'type', problem: 'unknown' };
  if (!['logged', 'signed', 'paper', 'void'].includes(status)) return { field: 'status', problem: 'unknown' };
  if (!['', 'individual', 'triadic', 'group'].includes(modality)) return { field: 'modality', problem: 'unknown' };
  if (type === 'supervision' && !modality) return { field: 'modality', problem: 'missing' };
  if (activity) {
    const known = pack.activities.find((each) => each.id === activity);
    if (!known) return { field: 'activity', problem: 'unknown' };
    if (known.group !== type) return { field: 'activity', problem: 'belongs to another type' };
    if (type === 'supervision' && known.modalities && !known.modalities.includes(modality))
      return { field: 'activity', problem: 'belongs to another modality' };
  }
  if (!cells.site) return { field: 'site', problem: 'missing' };
  return undefined;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function toRow(line: number, cells: Cells, pack: Pack): Row {
  const { type, modality = '', format = '' } = cells;
  const ofType = pack.activities.filter((each) => each.group === type);
  const byDefault = type === 'supervision' ? ofType.find((each) => each.modalities?.includes(modality)) : ofType[0];
  const formats = allowedFormats(pack);
  return {
    line,
    date: cells.date ?? '',
    minutes: Number(cells.minutes),
    type: type as Group,
    activities: withParents(pack, cells.activity || (byDefault?.id ?? '')),
    modality,
    format,
    groupSize: Number(cells.group_size || 0),
    site: cells.site ?? '',
    supervisor: cells.supervisor ?? '',
    observedMinutes: Number(cells.observed_minutes || 0),
    restricted: cells.restricted === 'yes',
    status: cells.status ?? '',
    serves: type === 'supervision' && (!formats || format === '' || formats.includes(format)),
    key: JSON.stringify(cells),
  };
}
