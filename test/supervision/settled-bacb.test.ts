import { describe, expect, it } from 'vitest';
import { group, hours, individual, row } from './hours.ts';

const applying = '2026-12-15';
/** October 2026: 20 h or more, four contacts, one observed. */
const october = (changed: { unres?: number; group?: number; observed?: number; contacts?: number } = {}) => {
  const { unres = 1200, group: inGroup = 60, observed = 15, contacts = 4 } = changed;
  return [
    row({ date: '2026-10-02', minutes: 600, activity: 'res' }),
    ...Array.from({ length: Math.ceil(unres / 600) }, (_, i) =>
      row({ date: `2026-10-${20 + i}`, minutes: Math.min(600, unres - 600 * i), type: 'indirect' }),
    ),
    group({ date: '2026-10-06', minutes: inGroup }),
    ...Array.from({ length: contacts - 1 }, (_, i) =>
      individual({ date: `2026-10-${10 + i}`, minutes: 30, observed_minutes: i === 0 ? observed : 0 }),
    ),
  ];
};
const bacb = (rows: readonly object[], pack = 'bacb-2022-supervised', dates: object = { applying }) =>
  hours(pack, rows, dates);

describe('BACB months', () => {
  it('a whole month is met', () => {
    const { atRisk, ruleOf, totals } = bacb(october());
    expect(atRisk).toEqual([]);
    expect(ruleOf('min')).toEqual({ result: 'met', have: 1950, need: 1200, unit: 'minutes' });
    expect(ruleOf('c')).toEqual({ result: 'met', have: 4, need: 4, unit: 'count' });
    // 60 of 150 supervised minutes.
    expect(ruleOf('grp')).toEqual({ result: 'met', have: 40, need: 50, unit: 'percent' });
    expect(totals.all?.likely).toBe(1950);
  });

  it.each([
    ['minimum', october({ unres: 1 }), 'min', 751],
    ['percent', october({ unres: 2400 }), 'pct', 3150],
    ['contacts', october({ contacts: 3 }), 'c', 1920],
    ['observation', october({ observed: 14 }), 'c', 1950],
  ])('short of its %s a month is at risk whole', (_, rows, rule, minutes) => {
    expect(bacb(rows).atRisk).toEqual([{ from: '2026-10-01', to: '2026-10-31', site: null, minutes, rule }]);
  });

  it('a contact is a supervision row, an observation one row with enough observed minutes', () => {
    const twoHalves = october({ observed: 14 }).map((one) => ({ ...one, observed_minutes: 14 }));
    expect(bacb(twoHalves).ruleOf('c')).toEqual({ result: 'short', have: 4, need: 4, unit: 'count' });
  });

  it('group above half of supervision is over; only what is short puts a month at risk', () => {
    const { ruleOf, atRisk } = bacb(october({ group: 91 }));
    expect(ruleOf('grp')).toMatchObject({ result: 'over', need: 50 });
    expect(atRisk).toEqual([]);
    expect(bacb(october({ group: 90 })).ruleOf('grp')).toMatchObject({ result: 'met', have: 50 });
  });

  it('a percent of nothing is not checked', () => {
    const { ruleOf } = bacb([row({ date: '2026-10-02', minutes: 1200 })]);
    expect(ruleOf('grp')).toEqual({ result: 'not_checked', have: null, need: null, unit: 'percent' });
    expect(ruleOf('pct')).toEqual({ result: 'short', have: 0, need: 5, unit: 'percent' });
  });

  it('above 130 hours only what is above is at risk, and 160 hours are the cap of 2027', () => {
    const full = Array.from({ length: 20 }, (_, i) =>
      row({ date: `2026-10-${String(i + 1).padStart(2, '0')}`, minutes: 400, type: 'indirect' }),
    );
    const rows = [
      ...full,
      ...[5, 6, 7, 8].map((d) => individual({ date: `2026-10-2${d}`, minutes: 150, observed_minutes: 60 })),
    ];
    const { atRisk, ruleOf } = bacb(rows);
    expect(ruleOf('min')).toEqual({ result: 'over', have: 8600, need: 7800, unit: 'minutes' });
    expect(atRisk[0]).toEqual({ from: '2026-10-20', to: '2026-10-20', site: 'A', minutes: 200, rule: 'min' });
    expect(atRisk.map(({ from, minutes }) => [from.slice(8), minutes])).toEqual([
      ['20', 200],
      ...['25', '26', '27', '28'].map((day) => [day, 150]),
    ]);
    expect(bacb(rows, 'bacb-2027-supervised', { applying: '2027-02-01' }).atRisk).toEqual([]);
  });

  it('supervised rows count as unrestricted unless restricted is yes', () => {
    const of = (restricted: string) =>
      bacb([
        row({ date: '2026-10-02', minutes: 400 }),
        row({ date: '2026-10-02', minutes: 500, type: 'indirect' }),
        individual({ date: '2026-10-02', minutes: 100, restricted }),
      ]).ruleOf('unres');
    expect([of('no'), of(''), of('yes')].map(({ result, have }) => [result, have])).toEqual([
      ['met', 60],
      ['met', 60],
      ['short', 50],
    ]);
  });

  it('7.5 % is exactly 7.5 %', () => {
    const { ruleOf } = bacb(
      [row({ date: '2026-10-02', minutes: 1110 }), individual({ date: '2026-10-03', minutes: 90 })],
      'bacb-2027-concentrated',
      { applying: '2027-02-01' },
    );
    expect(ruleOf('pct')).toEqual({ result: 'met', have: 7.5, need: 7.5, unit: 'percent' });
  });
});

describe('which set of rules', () => {
  it('without a date of application it is the set in force on the as-of date, named in a warning', () => {
    const now = bacb(october(), 'bacb-2022-supervised', {});
    expect([now.pack, now.warnings[0]?.text]).toEqual([
      'bacb-2022-supervised',
      expect.stringContaining('bacb-2022-supervised'),
    ]);
    const later = bacb(october(), 'bacb-2022-supervised', { asOf: '2027-01-01' });
    expect(later.pack).toBe('bacb-2027-supervised');
    expect(later.warnings[0]?.text).toContain('instead of bacb-2022-supervised');
    expect(bacb(october(), 'bacb-2027-supervised', {}).pack).toBe('bacb-2022-supervised');
  });

  it('with the date of application of its own set there is no warning, and earlier hours are no surprise', () => {
    expect(bacb(october()).warnings).toEqual([]);
    expect(bacb(october(), 'bacb-2027-supervised', { applying: '2027-01-01' }).warnings).toEqual([]);
  });

  it('a wrong set for the date of application is an error that names the right one', () => {
    expect(() => bacb(october(), 'bacb-2022-supervised', { applying: '2027-01-01' })).toThrow(
      'Use --pack bacb-2027-supervised.',
    );
    expect(() => bacb(october(), 'bacb-2027-supervised', { applying: '2026-12-31' })).toThrow(
      'Use --pack bacb-2022-supervised.',
    );
  });

  it('never trades concentrated fieldwork for the other kind', () => {
    const asked = bacb(october(), 'bacb-2027-concentrated', {});
    expect(asked.pack).toBe('bacb-2027-concentrated');
    expect(asked.warnings[0]?.text).toContain('No pack like bacb-2027-concentrated is in force');
    expect(() => bacb(october(), 'bacb-2027-concentrated', { applying: '2026-12-31' })).toThrow(
      'In force then: bacb-2022-supervised.',
    );
  });
});
