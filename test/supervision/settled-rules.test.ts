import { describe, expect, it } from 'vitest';
import { group, hours, individual, packNamed, row } from './hours.ts';

/** The readings that were settled for `curbside hours`: what each kind of rule says. In 2026, November 1 is a Sunday. */
const days = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `2026-11-${String(from + i).padStart(2, '0')}`);

describe('units: a week needs its units at a site', () => {
  const week = (...rows: Parameters<typeof hours>[1] & object[]) =>
    hours('us-ca-amft', [row({ date: '2026-11-02', minutes: 300 }), ...rows]).ruleOf('unit');
  const met = { result: 'met', have: 1, need: 1, unit: 'weeks' };
  const short = { result: 'short', have: 0, need: 1, unit: 'weeks' };

  it('if it has direct or indirect minutes there; supervision alone asks for none', () => {
    const { ruleOf } = hours('us-ca-amft', [individual({ date: '2026-11-02', minutes: 30 })]);
    expect(ruleOf('unit')).toEqual({ result: 'not_checked', have: null, need: null, unit: 'weeks' });
    expect(hours('us-ca-amft', [row({ type: 'indirect', date: '2026-11-02', minutes: 5 })]).ruleOf('unit')).toEqual(
      short,
    );
  });

  it('minutes are summed over the week and fractions add', () => {
    const on = (minutes: number, day = '2026-11-03') => individual({ date: day, minutes });
    const inGroup = (minutes: number, day = '2026-11-05') => group({ date: day, minutes });
    expect(week(on(30), inGroup(60))).toEqual(met);
    expect(week(inGroup(60), inGroup(60, '2026-11-07'))).toEqual(met);
    expect(week(on(30), on(30, '2026-11-07'))).toEqual(met);
    expect(week(on(30), inGroup(59))).toEqual(short);
    expect(week(row({ type: 'supervision', modality: 'triadic', date: '2026-11-01', minutes: 60 }))).toEqual(met);
  });

  it('halves of two weeks are no unit', () => {
    const halves = [individual({ date: '2026-11-07', minutes: 30 }), individual({ date: '2026-11-08', minutes: 30 })];
    const { ruleOf } = hours('us-ca-amft', [
      ...['2026-11-02', '2026-11-09'].map((date) => row({ date, minutes: 60 })),
      ...halves,
    ]);
    expect(ruleOf('unit')).toEqual({ result: 'short', have: 0, need: 2, unit: 'weeks' });
  });

  it('one more with more than ten direct hours at that site, not with ten', () => {
    const with60 = (minutes: number, site = 'A') =>
      hours('us-ca-amft', [
        row({ date: '2026-11-02', minutes: 300 }),
        row({ date: '2026-11-03', minutes, site, activity: 'cfc' }),
        ...['A', 'B'].map((at) => individual({ date: '2026-11-03', minutes: 60, site: at })),
      ]).ruleOf('unit').result;
    expect([with60(300), with60(301), with60(301, 'B')]).toEqual(['met', 'short', 'met']);
  });

  it('a short week puts all its minutes at that site at risk, from the first to the last day of the week of the pack', () => {
    const { atRisk, totals } = hours('us-ca-amft', [
      row({ date: '2026-11-02', minutes: 100 }),
      row({ date: '2026-11-07', minutes: 10, type: 'indirect' }),
      individual({ date: '2026-11-03', minutes: 45 }),
      row({ date: '2026-11-02', minutes: 100, site: 'B' }),
      individual({ date: '2026-11-03', minutes: 60, site: 'B' }),
    ]);
    expect(atRisk).toEqual([{ from: '2026-11-01', to: '2026-11-07', site: 'A', minutes: 155, rule: 'unit' }]);
    expect(totals.all).toMatchObject({ logged: 315, likely: 160 });
  });

  it('the week of the turn of the year is one week', () => {
    const { ruleOf, atRisk } = hours(
      'us-ca-amft',
      [
        row({ date: '2026-12-28', minutes: 60 }),
        individual({ date: '2027-01-02', minutes: 60 }),
        row({ date: '2027-01-03', minutes: 60 }),
      ],
      { asOf: '2027-01-31' },
    );
    expect(ruleOf('unit')).toMatchObject({ have: 1, need: 2 });
    expect(atRisk).toMatchObject([{ from: '2027-01-03', to: '2027-01-09', minutes: 60 }]);
  });

  it('supervision in a format that the pack does not allow serves nothing and warns; its minutes stay', () => {
    const { ruleOf, warnings, totals } = hours('us-ca-amft', [
      row({ date: '2026-11-02', minutes: 60 }),
      individual({ date: '2026-11-02', minutes: 60, format: 'phone' }),
      individual({ date: '2026-11-09', minutes: 60, format: 'video' }),
    ]);
    expect(ruleOf('unit')).toEqual(short);
    expect(ruleOf('ind52')).toMatchObject({ have: 1, need: 52 });
    expect(ruleOf('formats')).toMatchObject({ result: 'over', have: 1, need: 0 });
    expect(warnings).toMatchObject([{ rule: 'formats', from: '2026-11-02', to: '2026-11-02', site: 'A' }]);
    expect(totals.sup_ind?.logged).toBe(120);
  });
});

describe('ratio: judged a week, all sites together', () => {
  const nc = (...rows: object[]) => hours('us-nc-lcmhca', rows);

  it('counts a group hour as half and needs an hour for forty, in proportion', () => {
    const met = nc(
      row({ date: '2026-11-02', minutes: 1200 }),
      individual({ date: '2026-11-02', minutes: 30, site: 'B' }),
    );
    expect(met.ruleOf('1in40')).toEqual({ result: 'met', have: 30, need: 30, unit: 'minutes' });
    const short = nc(row({ date: '2026-11-02', minutes: 1200 }), group({ date: '2026-11-02', minutes: 59 }));
    expect(short.ruleOf('1in40')).toEqual({ result: 'short', have: 29.5, need: 30, unit: 'minutes' });
  });

  it('puts the whole week at risk, of no site in particular', () => {
    const { atRisk } = nc(
      row({ date: '2026-11-02', minutes: 1200 }),
      row({ date: '2026-11-03', minutes: 60, site: 'B', type: 'indirect' }),
      group({ date: '2026-11-04', minutes: 60 }),
    );
    expect(atRisk).toEqual([{ from: '2026-11-01', to: '2026-11-07', site: null, minutes: 1320, rule: '1in40' }]);
  });

  it('says nothing of a week without work', () => {
    expect(nc(individual({ date: '2026-11-02', minutes: 60 })).ruleOf('1in40').result).toBe('not_checked');
  });
});

describe('above a cap', () => {
  it('rolling7 looks back from the date of each entry over seven days, itself included', () => {
    // 8 h from Saturday to Wednesday: 40 h in five days, spread over two weeks; then 1 h more on the seventh or the eighth day.
    const spread = ['2026-10-31', ...days(1, 4)].map((date) => row({ date, minutes: 480, site: 'A' }));
    const on = (date: string) =>
      hours('us-ca-amft', [...spread, row({ date, minutes: 60 })]).atRisk.filter(({ rule }) => rule === 'cap40');
    expect(on('2026-11-06')).toEqual([{ from: '2026-11-06', to: '2026-11-06', site: 'A', minutes: 60, rule: 'cap40' }]);
    expect(on('2026-11-07')).toEqual([]);
  });

  it('only the minutes above are at risk, in order of date and then line, and they do not count in later windows', () => {
    const { atRisk, ruleOf } = hours('us-ca-amft', [
      row({ date: '2026-11-06', minutes: 600 }),
      ...days(2, 4).map((date) => row({ date, minutes: 700 })),
      row({ date: '2026-11-06', minutes: 100, site: 'B' }),
      row({ date: '2026-11-09', minutes: 700 }),
    ]);
    // Through the 4th: 2,100. On the 6th 300 of the 600 fit, nothing of the 100. On the 9th the window has 1,400 + 300 left.
    expect(atRisk.filter(({ rule }) => rule === 'cap40')).toEqual([
      { from: '2026-11-06', to: '2026-11-06', site: 'A', minutes: 300, rule: 'cap40' },
      { from: '2026-11-06', to: '2026-11-06', site: 'B', minutes: 100, rule: 'cap40' },
    ]);
    expect(ruleOf('cap40')).toEqual({ result: 'over', have: 2800, need: 2400, unit: 'minutes' });
  });

  it('exactly the cap is met', () => {
    const { ruleOf, atRisk } = hours('us-nc-lcmhca', [
      row({ date: '2026-11-02', minutes: 1200 }),
      row({ date: '2026-11-03', minutes: 1200, type: 'indirect' }),
      individual({ date: '2026-11-03', minutes: 60 }),
    ]);
    expect(ruleOf('40')).toEqual({ result: 'met', have: 2400, need: 2400, unit: 'minutes' });
    expect(atRisk).toEqual([]);
  });

  it('a period maximum cuts the same way, a week at a time', () => {
    const { ruleOf, atRisk, totals } = hours('us-nc-lcmhca', [
      ...days(2, 4).map((date) => row({ date, minutes: 840 })),
      individual({ date: '2026-11-05', minutes: 90 }),
      row({ date: '2026-11-08', minutes: 840 }),
      individual({ date: '2026-11-08', minutes: 60 }),
    ]);
    expect(ruleOf('40')).toEqual({ result: 'over', have: 2520, need: 2400, unit: 'minutes' });
    expect(atRisk).toEqual([{ from: '2026-11-04', to: '2026-11-04', site: 'A', minutes: 120, rule: '40' }]);
    expect(totals.direct).toMatchObject({ signed: 3360, likely: 3240 });
  });

  it('minutes at risk under two rules are taken from the likely ones once', () => {
    const { totals, atRisk } = hours(
      'us-nc-lcmhca',
      days(2, 4).map((date) => row({ date, minutes: 840 })),
    );
    expect(atRisk.map(({ rule, minutes }) => [rule, minutes])).toEqual([
      ['1in40', 2520],
      ['40', 120],
    ]);
    expect(totals.direct).toMatchObject({ signed: 2520, likely: 0 });
  });
});

describe('periods', () => {
  const month = (name: string, supervised: number) => [
    row({ date: `2026-${name}-05`, minutes: 600 }),
    individual({ date: `2026-${name}-06`, minutes: supervised }),
  ];

  it('equality is met; a month below its minimum is at risk whole', () => {
    const { ruleOf, atRisk } = hours('us-tx-lpca', [...month('09', 240), ...month('10', 239)]);
    expect(ruleOf('4h')).toEqual({ result: 'short', have: 239, need: 240, unit: 'minutes' });
    expect(atRisk).toEqual([{ from: '2026-10-01', to: '2026-10-31', site: null, minutes: 839, rule: '4h' }]);
    expect(hours('us-tx-lpca', month('09', 240)).ruleOf('4h').result).toBe('met');
  });

  it('the period that contains the as-of date is not judged yet', () => {
    const rows = month('10', 10);
    expect(hours('us-tx-lpca', rows, { asOf: '2026-10-31' }).ruleOf('4h').result).toBe('not_checked');
    expect(hours('us-tx-lpca', rows, { asOf: '2026-11-01' }).ruleOf('4h').result).toBe('short');
    const week = [row({ date: '2026-11-02', minutes: 60 })];
    expect(hours('us-ca-amft', week, { asOf: '2026-11-07' }).atRisk).toEqual([]);
    expect(hours('us-ca-amft', week, { asOf: '2026-11-08' }).atRisk).toHaveLength(1);
  });

  it('months without any row inside the span are not judged', () => {
    expect(hours('us-tx-lpca', [...month('03', 240), ...month('09', 240)]).ruleOf('4h').result).toBe('met');
  });

  it('checks look at logged rows, a total is met by likely ones', () => {
    const rows = month('10', 240).map((one) => ({ ...one, status: 'logged' }));
    const { ruleOf } = hours('us-tx-lpca', rows);
    expect([ruleOf('4h').result, ruleOf('t').have]).toEqual(['met', 0]);
  });

  it('weeks start on the day of the pack', () => {
    const sunday = [row({ date: '2026-11-01', minutes: 60 }), individual({ date: '2026-11-02', minutes: 60 })];
    const monday = { ...packNamed('us-ca-amft'), weekStartsOn: 1 };
    expect(hours('us-ca-amft', sunday).ruleOf('unit')).toMatchObject({ have: 1, need: 1 });
    expect(hours(monday, sunday).atRisk).toMatchObject([{ from: '2026-10-26', to: '2026-11-01' }]);
  });
});

describe('what a CSV cannot say', () => {
  it('gates, since the degree, people and supervisors at once are not checked; nor is what nobody verified', () => {
    const rows = [row({ date: '2026-11-02', minutes: 60 }), individual({ date: '2026-11-02', minutes: 60 })];
    const resultsOf = (pack: string) =>
      hours(pack, rows)
        .rules.filter(({ result }) => result === 'not_checked')
        .map(({ id }) => id);
    expect(resultsOf('us-ca-amft')).toEqual(['cfc', 'post', 'grp8', 'max6']);
    expect(resultsOf('us-nc-lcmhca')).toEqual(['contract']);
    expect(resultsOf('us-tx-lpca')).toEqual(['4h', 'two', 'lic']);
    expect(resultsOf('us-ny-lmhc')).toEqual(['4h', 'hour', 'five', 'permit']);
  });

  it('every rule of the pack is listed under its own id', () => {
    const pack = packNamed('us-ca-asw');
    expect(hours('us-ca-asw', []).rules.map(({ id, kind, status }) => [id, kind, status])).toEqual(
      pack.rules.map(({ id, kind, status }) => [id, kind, status]),
    );
  });
});
