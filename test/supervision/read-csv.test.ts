import { describe, expect, it } from 'vitest';
import { readCsv } from '../../adapters/cli/hours/read-csv.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readCsv(utf8(text), 'hours.csv');
const lines = (text: string) => read(text).map(({ line, fields }) => [line, fields.date, fields.site]);

describe('a CSV file of hours', () => {
  it('has its columns in any order, and others are ignored', () => {
    expect(read('site,notes,minutes,date\nA,long day,50,2026-11-02\n')).toEqual([
      { line: 2, fields: { date: '2026-11-02', minutes: '50', site: 'A' } },
    ]);
  });

  it('may be quoted; a record is reported by the line on which it starts', () => {
    const text = 'date,minutes,site\n1,1,"A, ""the"" clinic"\n2,2,"two\nlines"\n3,3,C\n\n4,4,D';
    expect(lines(text)).toEqual([
      [2, '1', 'A, "the" clinic'],
      [3, '2', 'two\nlines'],
      [5, '3', 'C'],
      [7, '4', 'D'],
    ]);
    expect(lines(text.replaceAll('\n', '\r\n')).map(([line]) => line)).toEqual([2, 3, 5, 7]);
    expect(lines(text.replaceAll('\n', '\r')).map(([line]) => line)).toEqual([2, 3, 5, 7]);
  });

  it('may begin with a byte order mark, or come from a program that writes Windows-1252', () => {
    expect(lines('\ufeffdate,minutes,site\n1,1,Café\n')).toEqual([[2, '1', 'Café']]);
    expect(lines('\ufeff"date",minutes,site\n1,1,A\n')).toEqual([[2, '1', 'A']]);
    const windows = Uint8Array.from([...utf8('date,minutes,site\n1,1,Caf'), 0xe9]);
    expect(readCsv(windows, 'hours.csv')[0]?.fields.site).toBe('Café');
  });

  it('may have rows that are too short, too long, or hold a stray quotation mark', () => {
    expect(lines('date,minutes,site\n1,1\n2,2,B,more\n3,3,C "the"\n')).toEqual([
      [2, '1', ''],
      [3, '2', 'B'],
      [4, '3', 'C "the"'],
    ]);
  });

  it('a row of separators alone is a record, an empty line is none', () => {
    expect(lines('date,minutes,site\n,,\n\n   \n4,4,D\n')).toEqual([
      [2, '', ''],
      [5, '4', 'D'],
    ]);
  });

  it.each([
    ['semicolons', 'date;minutes;site\n1;1;"A; B, C"\n'],
    ['tabs', 'date\tminutes\tsite\n1\t1\tA; B, C\n'],
    ['commas, though a name holds semicolons', '"date",minutes,site,";;;;"\n1,1,"A; B, C",\n'],
    ['an empty line before its header', '\ndate,minutes,site\n1,1,"A; B, C"\n'],
  ])('may have %s', (_, text) => {
    expect(lines(text).map(([, date, site]) => [date, site])).toEqual([['1', 'A; B, C']]);
  });

  it('may name its columns in capitals, and with spaces', () => {
    expect(read('\ufeffDATE,Minutes,Site,Group Size\n1,1,A,4\n')[0]?.fields).toEqual({
      ...{ date: '1', minutes: '1', site: 'A', group_size: '4' },
    });
  });

  it.each([
    ['nothing', '', 'hours.csv is empty.'],
    ['empty lines', '\n\n', 'hours.csv is empty.'],
    ['no header', '2026-11-02,50,direct\n', 'has no column date'],
    ['no date column', 'day,minutes\n', 'has no column date'],
    ['no minutes column', 'date,hours\n', 'has no column minutes'],
    ['a column twice', 'date,minutes,Date\n', 'two columns named date'],
    ['more lines than anybody works', `date,minutes\n${'1,2\n'.repeat(50_000)}`, 'has more than 50,000 lines'],
    ['a quotation mark that never closes', 'date,minutes\n1,"2\n3,4\n', 'never closed'],
  ])('with %s there is no result', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('is not UTF-16', () => {
    expect(() => readCsv(Uint8Array.from([0xff, 0xfe, 0x64, 0]), 'hours.csv')).toThrow('UTF-16');
  });
});
