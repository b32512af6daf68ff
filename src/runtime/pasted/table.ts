import { type CsvRecord, csvRecords, delimiterOf } from './csv.ts';

/** Rows that one import takes: some years of daily hours. */
export const mostRows = 5000;

/** A table that was pasted: its header and the rows under it. */
export interface Pasted {
  readonly header: readonly string[];
  readonly rows: readonly CsvRecord[];
}

/**
 * Reads a table as it is pasted from a file or a spreadsheet: with commas, semicolons, or tabs between the columns, whichever
 * its first line has most of. Says what is wrong where it is none.
 */
export function tableIn(text: string): Pasted | 'empty' | 'unclosed' | 'noRows' | 'tooLong' {
  const clean = text.replace(/^\uFEFF/, '').replace(/^\s*\n/, '');
  const records = csvRecords(clean, delimiterOf(clean), mostRows);
  if (records === 'unclosed') return records;
  if (records === 'tooMany') return 'tooLong';
  const [head, ...rest] = records;
  if (head === undefined) return 'empty';
  const header = head.values.map((name) => name.trim());
  // Pasted in parts, a table may bring its header again.
  const rows = rest.filter(({ values }) => values.join('\u0000') !== head.values.join('\u0000'));
  return rows.length === 0 ? 'noRows' : { header, rows };
}

/** What two names have in common however they are written: letters and digits, in lower case. */
export const folded = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
