import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programInFolder } from '../../fixtures/program.ts';

const root = resolve(import.meta.dirname, '../../..');
const { at: inFolder, curbside: run } = programInFolder();
const curbside = (...args: readonly string[]) => run(args);

const file = (text: string) => writeFile(inFolder('hours.csv'), text);

describe('curbside packs', () => {
  it('lists each pack with the date it was read and how its rules were', async () => {
    const { code, out } = await curbside('packs');
    expect(code).toBe(0);
    expect(out).toMatch(/^us-nc-lcmhca +2026-11-23 +6 \/ 1 \/ 0 +North Carolina LCMHC Associate$/m);
    expect(out).toContain('Check with your board.');
  });

  it('check says rule by rule what a file changes of a pack that comes with Curbside', async () => {
    const shipped = JSON.parse(await readFile(join(root, 'data/packs/supervision/us-tx-lpca.json'), 'utf8'));
    const [first, ...rest] = shipped.rules as { id: string; kind: string }[];
    const monthly = rest.map((rule) => (rule.id === '4h' ? { ...rule, minHours: 5 } : rule));
    const added = { ...first, id: 'added', text: 'A rule of mine.' };
    await writeFile(inFolder('own.json'), JSON.stringify({ ...shipped, rules: [...monthly, added] }));
    const { code, out } = await curbside('packs', 'check', 'own.json');
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}4h \(period\), changed: At least 4 hours/m);
    expect(out).toContain('    minHours: 4 before, 5 now\n');
    expect(out).toContain('  added (total), new: A rule of mine.');
    expect(out).toContain(`  ${first?.id} (${first?.kind}), no longer there: `);
    expect(out).toContain(`${rest.length - 1} rules stay the same`);
    expect(out).toContain('Give it a higher version');
  });

  it('check names each field that is wrong', async () => {
    const at = join(root, 'data/packs/supervision/us-ca-amft.json');
    const good = await curbside('packs', 'check', at);
    expect([good.code, good.out]).toEqual([0, `${at} is valid: us-ca-amft, version 1, 5 activities, 12 rules.\n`]);
    await writeFile(
      inFolder('own.json'),
      JSON.stringify({
        ...{
          id: 'Own Pack',
          version: 1,
          title: 'T',
          jurisdiction: 'X',
          board: 'B',
          credential: 'C',
          stage: 'associate',
        },
        ...{
          asOf: '2026-13-01',
          effective: { by: 'hours' },
          weekStartsOn: 9,
          hour: { clientMinutes: 60 },
          roundTo: 15,
        },
        ...{
          sources: [{ id: 's', url: 'u', read: '2026-11-01', kind: 'primary' }],
          documents: [],
          deadlines: [],
          notes: [],
        },
        activities: [{ id: 'direct', label: 'D', group: 'direct', color: 'red' }],
        rules: [
          { kind: 'total', id: 't', of: ['direct'], minHours: -1, text: 'T', source: 's', status: 'primary' },
          { kind: 'sum', id: 'u', text: 'T', source: 's', status: 'primary' },
        ],
      }),
    );
    const { code, out } = await curbside('packs', 'check', 'own.json');
    expect(code).toBe(1);
    for (const place of [
      'id',
      'asOf',
      'weekStartsOn',
      'hour.supervisionMinutes',
      'activities[0].color',
      'rules[0].minHours',
      'rules[1].kind',
    ])
      expect(out).toContain(`\n  ${place}: `);
    expect(out.trim().split('\n')).toHaveLength(8);
  });

  it('check says of each field what to write there, in plain words', async () => {
    const shipped = JSON.parse(await readFile(join(root, 'data/packs/supervision/us-ca-amft.json'), 'utf8'));
    const { board: _, ...wrong } = shipped;
    const [rule] = shipped.rules;
    const hour = { ...shipped.hour, clientMinutes: 55 };
    const rules = [{ ...rule, minHours: '3000' }, { ...shipped.rules[1], minHours: -3 }, ...shipped.rules.slice(2)];
    const more = { weekStartsOn: 9, title: '', stage: 'student', deadlines: {}, notes: ['x'.repeat(2000)] };
    await writeFile(inFolder('own.json'), JSON.stringify({ ...wrong, ...more, hour, rules }));
    const { out } = await curbside('packs', 'check', 'own.json');
    expect(out.split('\n').slice(1).sort()).toEqual([
      '',
      '  board: is missing. It must be a text in quotes.',
      '  deadlines: must be a list in [ ].',
      '  hour.clientMinutes: must be 45 or 50 or 60.',
      expect.stringMatching(/^ {2}notes\[0\]: must have at most \d+ characters\.$/),
      '  rules[0].minHours: must be a number without quotes.',
      '  rules[1].minHours: must be more than 0.',
      '  stage: must be trainee or associate or licensed.',
      '  title: must not be empty.',
      '  weekStartsOn: must be at most 6.',
    ]);
  });

  it('check shows nothing of a file that would steer the terminal', async () => {
    const shipped = JSON.parse(await readFile(join(root, 'data/packs/supervision/us-tx-lpca.json'), 'utf8'));
    const wrong = { ...shipped, title: 'Texas\u001b[2J', '\u001b[31mcolor\n': 1 };
    await writeFile(inFolder('own.json'), JSON.stringify(wrong));
    const { code, out } = await curbside('packs', 'check', 'own.json');
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      'own.json is not a pack yet:',
      '  title: must not have control characters, line breaks, or characters that turn the direction of reading.',
      '  \ufffd[31mcolor\ufffd: there is no such field here.',
      '',
    ]);
  });

  it.each([
    ['packs check', 'packs check my-board.json'],
    ['verify', 'verify FILE.pdf --key FINGERPRINT'],
    ['export', 'export --code CODE'],
  ])('%s without what it needs shows how it is written', async (typed, example) => {
    const { code, err } = await curbside(...typed.split(' '));
    expect(code).not.toBe(0);
    expect(err).toMatch(/^error: /);
    expect(err).toContain(`For example: npm run curbside -- ${example}`);
  });

  it('check says when a file is no JSON, or not there', async () => {
    for (const [text, said] of [
      ['{', 'The file is not JSON: look at line 1, column 2'],
      ['{\n  "id": "a",\n}', 'The file is not JSON: look at line 3, column 1'],
      [
        '# Rules of the board, as somebody wrote them\n\nOnly prose.\n',
        'The file is not JSON: look at line 1, column 1',
      ],
      [
        '{\n  "title": "Rules of the board of our state",\n  "version": one,\n  "id": "a"\n}',
        'The file is not JSON: look at line 3, column 14',
      ],
      ['', 'The file is empty.'],
    ] as const) {
      await file(text);
      const { code, out } = await curbside('packs', 'check', 'hours.csv');
      expect([code, out]).toEqual([1, expect.stringContaining(said)]);
    }
    expect(await curbside('packs', 'check', 'none.json')).toMatchObject({
      code: 1,
      err: 'Can’t read none.json: there is no such file.\n',
    });
  });
});
