import { describe, expect, it } from 'vitest';
import { group, hours, individual, row } from './hours.ts';

/** The readings that were settled for `curbside hours`: totals, and which rows count. Days of a week in November 2026: Sunday is the 1st. */
describe('totals are a funnel', () => {
  const rows = [
    row({ date: '2026-11-02', minutes: 50, status: 'logged' }),
    row({ date: '2026-11-02', minutes: 51 }),
    row({ date: '2026-11-03', minutes: 52, status: 'paper' }),
    row({ date: '2026-11-03', minutes: 53, status: 'void' }),
    row({ date: '2026-11-03', minutes: 54, excluded: 'cancelled' }),
    row({ date: '2026-11-03', minutes: 'many' }),
    individual({ date: '2026-11-04', minutes: 60 }),
  ];
  const { totals, rows: counts, hours: shown } = hours('us-ca-amft', rows);

  it('logged is every row that is not void, excluded or rejected; signed is status signed; paper stands beside it', () => {
    expect(totals.direct).toEqual({ logged: 153, signed: 51, likely: 51, paper: 52 });
  });

  it('all is direct, indirect and supervision, also where the total of the pack leaves supervision out', () => {
    expect(totals.all).toEqual({ logged: 213, signed: 111, likely: 111, paper: 52 });
    const nc = hours('us-nc-lcmhca', rows);
    expect(nc.totals.all?.logged).toBe(213);
    expect(nc.ruleOf('t')).toEqual({ result: 'short', have: 51, need: 180_000, unit: 'minutes' });
  });

  it('hours is all, converted once and rounded down', () => {
    // 213 min = 3.55 h, 111 min = 1.85 h; three times 20 min is 1 h, not 0.99 h.
    expect(shown).toEqual({ logged: '3.55', signed: '1.85', likely: '1.85' });
    const thirds = [1, 2, 3].map((day) => row({ date: `2026-11-0${day}`, minutes: 20 }));
    expect(hours('us-ny-lmhc', thirds).hours.logged).toBe('1.00');
    expect(hours('us-ny-lmhc', [row({ date: '2026-11-01', minutes: 59 })]).hours.logged).toBe('0.98');
  });

  it('likely is the signed minutes that are not at risk', () => {
    const short = hours('us-ca-amft', [row({ date: '2026-11-02', minutes: 51 })]);
    expect(short.totals.direct).toEqual({ logged: 51, signed: 51, likely: 0, paper: 0 });
  });

  it('a row whose activity is part of another counts once in its own, in the parent, in the group and in all', () => {
    const { totals: of } = hours('us-ca-amft', [
      row({ date: '2026-11-02', minutes: 40, activity: 'cfc' }),
      row({ date: '2026-11-02', minutes: 20 }),
    ]);
    expect([of.cfc, of.direct, of.all].map((total) => total?.logged)).toEqual([40, 60, 60]);
  });

  it('read counts data records, counted leaves out rejected, void and excluded ones', () => {
    expect(counts).toMatchObject({ read: 7, counted: 4, rejected: [{ line: 7, field: 'minutes' }] });
  });
});

describe('rows', () => {
  const rejected = (cells: Parameters<typeof row>[0]) => {
    const { rows } = hours('us-ca-amft', [row({ date: '2026-11-02', minutes: 60, ...cells })]);
    return rows.rejected.map(({ line, field }) => `${line} ${field}`).join();
  };

  it.each([
    ['a date that does not exist', { date: '2026-02-30' }, '2 date'],
    ['a date not written YYYY-MM-DD', { date: '11/02/2026' }, '2 date'],
    ['no date', { date: '' }, '2 date'],
    ['a date after the as-of date', { date: '2026-12-01' }, '2 date'],
    ['no minutes', { minutes: '' }, '2 minutes'],
    ['no whole minutes', { minutes: '50.5' }, '2 minutes'],
    ['0 minutes', { minutes: '0' }, '2 minutes'],
    ['negative minutes', { minutes: '-60' }, '2 minutes'],
    ['1,441 minutes', { minutes: '1441' }, '2 minutes'],
    ['an unknown type', { type: 'Direct' }, '2 type'],
    ['an unknown status', { status: 'approved' }, '2 status'],
    ['no status', { status: '' }, '2 status'],
    ['an unknown modality', { type: 'supervision', modality: 'dyadic' }, '2 modality'],
    ['an unknown activity', { activity: 'therapy' }, '2 activity'],
    ['an activity of another type', { activity: 'other' }, '2 activity'],
    ['an activity of another modality', { type: 'supervision', modality: 'group', activity: 'sup_ind' }, '2 activity'],
    ['no site', { site: ' ' }, '2 site'],
    ['supervision without modality', { type: 'supervision' }, '2 modality'],
    ['the same with its activity named', { type: 'supervision', activity: 'sup_ind' }, '2 modality'],
  ] as const)('are rejected with %s', (_, cells, problem) => {
    expect(rejected(cells)).toBe(problem);
  });

  it.each([
    ['the as-of date itself', { date: '2026-11-30' }],
    ['1 minute', { minutes: '1' }],
    ['1,440 minutes', { minutes: '1440' }],
    ['no supervisor', { supervisor: '' }],
    ['no activity', { activity: '' }],
    ['a leap day', { date: '2024-02-29' }],
    ['spaces around', { date: ' 2026-11-02 ', type: ' direct ' }],
  ] as const)('are accepted with %s', (_, cells) => {
    expect(rejected(cells)).toBe('');
  });

  it('an empty activity is the first of the group; of supervision it goes by modality', () => {
    const { totals } = hours('us-ca-asw', [
      row({ date: '2026-11-02', minutes: 1 }),
      row({ date: '2026-11-02', minutes: 2, type: 'indirect' }),
      individual({ date: '2026-11-02', minutes: 4 }),
      row({ date: '2026-11-02', minutes: 8, type: 'supervision', modality: 'triadic' }),
      group({ date: '2026-11-02', minutes: 16 }),
    ]);
    const logged = ['A', 'A1', 'B', 'sup_ind', 'sup_grp'].map((id) => totals[id]?.logged);
    expect(logged).toEqual([1, 0, 2, 12, 16]);
  });

  it('above 720 minutes a row warns and counts', () => {
    const { warnings, totals } = hours('us-ca-amft', [
      row({ date: '2026-11-02', minutes: 720 }),
      row({ date: '2026-11-03', minutes: 721 }),
    ]);
    expect(warnings).toMatchObject([{ rule: null, from: '2026-11-03', to: '2026-11-03', site: 'A' }]);
    expect(totals.all?.logged).toBe(1441);
  });

  it('a row that stands twice counts twice and warns', () => {
    const same = row({ date: '2026-11-02', minutes: 50, start: '09:00' });
    const { warnings, totals, rows } = hours('us-ca-amft', [same, { ...same, start: '10:00' }, same]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({ from: '2026-11-02', text: expect.stringContaining('more than once') });
    expect([rows.counted, totals.all?.logged]).toEqual([3, 150]);
  });

  it('a date before effective.from counts and warns', () => {
    const { warnings, totals } = hours('us-ca-amft', [
      row({ date: '2025-12-31', minutes: 60 }),
      row({ date: '2026-01-01', minutes: 60 }),
    ]);
    expect(warnings).toMatchObject([{ from: '2025-12-31' }]);
    expect(totals.all?.logged).toBe(120);
  });

  it('roundTo is for entry forms only', () => {
    expect(hours('us-ca-amft', [row({ date: '2026-11-02', minutes: 7 })]).totals.all?.logged).toBe(7);
  });

  it('names are compared after trimming, letter case kept', () => {
    const { atRisk } = hours('us-ca-amft', [
      row({ date: '2026-11-02', minutes: 60, site: 'Clinic' }),
      individual({ date: '2026-11-02', minutes: 60, site: ' Clinic ' }),
      row({ date: '2026-11-02', minutes: 60, site: 'clinic' }),
    ]);
    expect(atRisk).toMatchObject([{ site: 'clinic', minutes: 60 }]);
  });

  it('columns that help only some rules never reject a row; a value that means nothing warns', () => {
    const { rows, warnings } = hours('us-ca-amft', [
      row({
        date: '2026-11-02',
        minutes: 60,
        start: '9am',
        group_size: 'six',
        observed_minutes: '1h',
        restricted: 'no',
      }),
    ]);
    expect(rows.counted).toBe(1);
    expect(warnings.map(({ text }) => text.split(' ')[1])).toEqual(['start', 'group_size', 'observed_minutes']);
  });
});
