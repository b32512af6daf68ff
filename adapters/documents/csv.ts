import { stringify } from 'csv-stringify/sync';
import type { Reader, Sheet } from '../../src/index.ts';
import { textOf } from './words.ts';

/**
 * A sheet as CSV (RFC 4180) in UTF-8 with a byte order mark, as spreadsheets expect. What a spreadsheet would take for a formula
 * gets an apostrophe before it: a site called `=1+1` stays that name.
 */
export function csvOf({ columns, rows }: Sheet, reader: Reader): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'object' ? textOf(cell, reader) : cell)));
  return stringify([[...columns], ...cells], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}
