import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aligned } from '../../../adapters/cli/terminal.ts';
import { programInFolder, runProgram } from '../../fixtures/program.ts';

const root = resolve(import.meta.dirname, '../../..');
const { at, curbside: run } = programInFolder();
const curbside = (...args: readonly string[]) => run(args);

const header = 'date,minutes,type,modality,site,status\n';
const file = (text: string) => writeFile(at('hours.csv'), text);
const ca = ['hours.csv', '--pack', 'us-ca-amft', '--as-of', '2026-11-30'];

describe('curbside hours', () => {
  it('prints one JSON object, stores nothing and ends with 0', async () => {
    await file(
      `${header}2026-11-02,90,direct,,A,signed\n2026-11-03,60,supervision,individual,A,signed\nx,1,direct,,A,signed\n`,
    );
    const { code, out, err } = await run(['hours', ...ca, '--json'], {}, runProgram);
    expect([code, err]).toEqual([0, '']);
    const json = JSON.parse(out);
    expect(Object.keys(json)).toEqual([
      ...['pack', 'version', 'asOf', 'rows', 'totals', 'atRisk', 'rules', 'warnings', 'hours'],
    ]);
    expect(json).toMatchObject({ pack: 'us-ca-amft', version: 1, asOf: '2026-11-30', atRisk: [], warnings: [] });
    expect(json.rows).toMatchObject({ read: 3, counted: 2, rejected: [{ line: 4, field: 'date' }] });
    expect(json.totals.all).toEqual({ logged: 150, signed: 150, likely: 150, paper: 0 });
    expect(json.hours).toEqual({ logged: '2.50', signed: '2.50', likely: '2.50' });
    expect(json.rules[0]).toEqual({
      ...{ id: 't', kind: 'total', status: 'secondary', result: 'short', have: 150, need: 180_000, unit: 'minutes' },
    });
    expect(await readdir(at())).toEqual(['hours.csv']);
  });

  it('says the same in words, with source, status and date beside each rule, and what it does not check', async () => {
    await file(`${header}2026-11-02,90,direct,,North Clinic,signed\n2026-11-30,60,direct,,North Clinic,logged\n`);
    const { code, out } = await curbside('hours', ...ca);
    expect(code).toBe(0);
    expect(out).toContain('Check with your board.');
    expect(out).toMatch(/^Everything +2\.50 +1\.50 +0\.00 +0\.00$/m);
    expect(out).toContain('0.00 of 3,000.00 hours · source camft (not the board itself), read 2026-11-23');
    expect(out).toMatch(/2026-11-01 to 2026-11-07 +1\.50 +North Clinic +rule unit/);
    expect(out).toContain('By 2026-12-05 at North Clinic: 0.00 of 1.00 hours so far.');
    expect(out.split('Not checked by Curbside')[1]).toContain('At most eight supervisees in group supervision.');
    expect(out).toContain('Consultation is never part of these totals.');
    expect(out.split('\nSources\n')[1]).toMatch(/^ {2}camft +https:\/\/camft\.org\//m);
    for (const [, source] of out.matchAll(/source (\S+) \(/g))
      expect(out).toMatch(new RegExp(`^ {2}${source} +\\S`, 'm'));
  });

  it('counts what a format leaves no room for in words', async () => {
    const columns = 'date,minutes,type,modality,format,site,status\n';
    await file(`${columns}2026-11-02,60,supervision,individual,video,A,signed\n`);
    expect((await curbside('hours', ...ca)).out).toContain('no session outside this rule');
    await file(`${columns}2026-11-02,60,supervision,individual,phone,A,signed\n`);
    const { out } = await curbside('hours', ...ca);
    expect(out).toContain('sessions outside this rule: 1');
    expect(out).not.toContain('(rule: 0)');
  });

  it('rejects a row without a required value, and names its columns as the page does', async () => {
    const page = await readFile(join(root, 'docs/packs.md'), 'utf8');
    const required = [...page.matchAll(/^\| `(\w+)` \| .*Required/gm)].map(([, name]) => name);
    const whole = {
      date: '2026-11-02',
      minutes: '60',
      type: 'direct',
      site: 'A',
      status: 'signed',
      start: '',
      activity: '',
    };
    const needed: string[] = [];
    for (const name of Object.keys(whole)) {
      const row = { ...whole, [name]: '' };
      await file(`${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`);
      const { rows } = JSON.parse((await curbside('hours', ...ca, '--json')).out);
      if (rows.counted === 0) needed.push(name);
    }
    expect(required).toEqual(needed);
  });

  it('leaves what somebody typed unable to steer the terminal', async () => {
    await file(`${header}2026-11-02,90,direct,,\u001b[2JClinic,signed\n`);
    const { out } = await curbside('hours', ...ca);
    expect(out).toContain('[2JClinic');
    expect(out).not.toContain('\u001b');
  });

  it('without --as-of takes today', async () => {
    await file(`${header}2020-01-06,90,direct,,A,signed\n9999-12-31,90,direct,,A,signed\n`);
    const { asOf, rows } = JSON.parse((await curbside('hours', 'hours.csv', '--pack', 'us-ca-amft', '--json')).out);
    expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(rows).toMatchObject({ counted: 1, rejected: [{ line: 3, field: 'date' }] });
  });

  it.each([
    ['no file', ['hours', '--pack', 'us-ca-amft'], 'Name a CSV file'],
    [
      'a file that is not there',
      ['hours', 'none.csv', '--pack', 'us-ca-amft'],
      'Can’t read none.csv: there is no such file.',
    ],
    ['a folder', ['hours', '.', '--pack', 'us-ca-amft'], 'Can’t read .: it’s a folder.'],
    ['something without an end', ['hours', '/dev/zero', '--pack', 'us-ca-amft'], '/dev/zero is larger than 10 MB.'],
    ['no pack', ['hours', 'hours.csv'], 'Choose the rules with --pack.'],
    ['an unknown pack', ['hours', 'hours.csv', '--pack', 'us-ca-amf'], 'Did you mean us-ca-amft?'],
    [
      'a date that is none',
      ['hours', ...ca.slice(0, 3), '--as-of', '2026-02-30'],
      '--as-of needs a date, such as 2026-11-30.',
    ],
    ['an unknown option', ['hours', ...ca, '--jsn'], "unknown option '--jsn'"],
    ['two files', ['hours', 'hours.csv', ...ca], 'too many arguments'],
    [
      'a wrong set',
      ['hours', 'hours.csv', '--pack', 'bacb-2022-supervised', '--applying', '2027-02-01'],
      'Use --pack bacb-2027-supervised.',
    ],
  ])('with %s ends with 2 and a sentence', async (_, args, message) => {
    await file(`${header}2026-11-02,90,direct,,A,signed\n`);
    const { code, out, err } = await curbside(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('ends with 2 by itself', async () => {
    expect(await run(['hours', '.', '--pack', 'us-ca-amft'], {}, runProgram)).toMatchObject({ code: 2, out: '' });
  });

  it.each(['', 'day,minutes\n', 'date,hours\n', 'date,minutes\n"2026\n'])(
    'with no table (%j) ends with 2',
    async (text) => {
      await file(text);
      const { code, out, err } = await curbside('hours', ...ca, '--json');
      expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1]);
    },
  );

  it('takes a pack of your own', async () => {
    const shipped = JSON.parse(await readFile(join(root, 'data/packs/supervision/us-tx-lpca.json'), 'utf8'));
    await writeFile(at('own.json'), JSON.stringify({ ...shipped, id: 'own', version: 3 }));
    await file(`${header}2026-11-02,90,direct,,A,signed\n`);
    expect(JSON.parse((await curbside('hours', 'hours.csv', '--pack', 'own.json', '--json')).out)).toMatchObject({
      pack: 'own',
      version: 3,
    });
    await writeFile(at('own.json'), '{}');
    const wrong = await curbside('hours', 'hours.csv', '--pack', 'own.json');
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('packs check own.json')]);
  });
});

it('aligns more rows than a call takes arguments', () => {
  expect(aligned(Array.from({ length: 200_000 }, () => ['a', '1'])).at(-1)).toBe('a  1');
});
