import { CsvError, parse } from 'csv-parse/browser/esm/sync';

/**
 * What stands between the columns of a table: comma, semicolon, or tab, whichever its first line has most of outside of
 * quotation marks. Spreadsheets in countries with a decimal comma write semicolons.
 */
export function delimiterOf(text: string): string {
  const [first = ''] = text.replace(/^\s*\n/, '').split(/\r\n?|\n/, 1);
  const bare = first.replace(/"[^"]*"/g, '');
  const count = (mark: string) => bare.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

/** One record of a table. `line`: the line of the text on which it starts; the first is 1. */
export interface CsvRecord {
  readonly line: number;
  readonly values: readonly string[];
}

/**
 * The records of a CSV text, with the lines they start on; lines with nothing or only spaces in them are left out. `unclosed` where a quotation mark is
 * never closed, `tooMany` where there are more than `most` lines.
 */
export function csvRecords(text: string, delimiter: string, most: number): CsvRecord[] | 'unclosed' | 'tooMany' {
  const options = {
    ...{ info: true, record_delimiter: '\n', relax_column_count: true, relax_quotes: true, to: most + 1 },
    delimiter,
  } as const;
  let parsed: { info: { lines: number }; record: string[] }[];
  try {
    parsed = parse(text.replace(/\r\n?/g, '\n'), options) as unknown as typeof parsed;
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return 'unclosed';
    throw error;
  }
  if (parsed.length > most) return 'tooMany';
  let line = 1;
  return parsed.flatMap(({ info, record }) => {
    const start = line;
    line = info.lines + 1;
    return record.length === 1 && record[0]?.trim() === '' ? [] : [{ line: start, values: record }];
  });
}
