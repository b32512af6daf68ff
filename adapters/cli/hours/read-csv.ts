import { type Column, type CsvRecord, columns, csvRecords, defaultLocale, delimiterOf } from '../../../src/index.ts';
import { InputRefused } from '../settings.ts';

/** More lines than anybody works hours in a career: somebody named another file. */
const mostLines = 50_000;

/** One data record. `line`: the line of the file on which it starts; the header stands on line 1. */
export interface CsvRow {
  readonly line: number;
  readonly fields: Readonly<Partial<Record<Column, string>>>;
}

/**
 * Reads a spreadsheet saved as CSV: UTF-8 with or without a byte order mark, else the Windows character set that older programs
 * write; commas, semicolons, or tabs between the columns, whose names may be in capitals. Empty lines are skipped, columns that
 * Curbside does not know ignored. Throws `InputRefused` where there is no table of hours; the message quotes nothing but the
 * names of columns Curbside knows.
 */
export function readCsv(bytes: Uint8Array, file: string): CsvRow[] {
  const records = recordsOf(textOf(bytes, file), file);
  const header = records.shift();
  if (header === undefined) throw new InputRefused(`${file} is empty. Its first line must name the columns.`);
  const names = header.values.map(columnName);
  for (const column of ['date', 'minutes'] as const) {
    if (!names.includes(column)) throw new InputRefused(`${file} has no column ${column}. ${advice}`);
  }
  for (const column of columns) {
    if (names.indexOf(column) !== names.lastIndexOf(column))
      throw new InputRefused(`${file} has two columns named ${column}. Rename or remove one of them.`);
  }
  const known = columns.filter((column) => names.includes(column));
  return records.map(({ line, values }) => ({
    line,
    fields: Object.fromEntries(known.map((column) => [column, values[names.indexOf(column)] ?? ''])),
  }));
}

const advice = 'The first line must name the columns, as docs/packs.md lists them.';

/** A column as it is known here: programs write `Group Size` or `GROUP_SIZE`. */
const columnName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

function textOf(bytes: Uint8Array, file: string): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new InputRefused(`Can’t read ${file}: it’s UTF-16. Save it as UTF-8, then try again.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The records with the lines they start on. */
function recordsOf(text: string, file: string): CsvRecord[] {
  const records = csvRecords(text, delimiterOf(text), mostLines);
  if (records === 'unclosed') throw new InputRefused(`Can’t read ${file}: a quotation mark is never closed.`);
  if (records === 'tooMany')
    throw new InputRefused(
      `${file} has more than ${mostLines.toLocaleString(defaultLocale)} lines. Split it, for example by year.`,
    );
  return records;
}
