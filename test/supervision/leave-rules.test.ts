import { describe, expect, it } from 'vitest';
import { approvedLeave } from '../../src/features/supervision/agreement/details-model.ts';
import { calculate } from '../../src/features/supervision/rules/calculate.ts';
import { dayOf, periodAround } from '../../src/features/supervision/rules/calendar.ts';
import type { HoursEntry } from '../../src/features/supervision/rules/entry.ts';
import { ledgerOf } from '../../src/index.ts';
import { hours, individual, packNamed, row } from './hours.ts';

const entry = (date: string, minutes: number, type: 'direct' | 'supervision' = 'supervision'): HoursEntry => ({
  ...{
    id: `${date} ${type}`,
    date,
    minutes,
    type,
    start: null,
    order: 0,
    site: 'A',
    supervisor: 's',
    status: 'signed',
  },
  ...{ activity: type === 'direct' ? 'direct' : 'sup_ind', modality: type === 'direct' ? null : 'individual' },
  ...{ format: null, groupSize: null, observedMinutes: 0, restricted: false, excluded: false },
});

describe('a rule that holds unless on leave: four hours of supervision a month in Texas', () => {
  const entries = ['2026-01-15', '2026-02-15', '2026-03-15'].flatMap((date) => [
    entry(date, 60),
    entry(date, 600, 'direct'),
  ]);
  const ledger = ledgerOf(packNamed('us-tx-lpca'), entries);
  const shortMonths = (leave: Parameters<typeof approvedLeave>[0]) => {
    const standing = calculate(ledger, '2026-06-30', approvedLeave(leave));
    const rule = standing.rules.find(({ rule: { id } }) => id === '4h');
    return rule?.outcome.verdicts.filter(({ result }) => result === 'short').map(({ from }) => from);
  };
  const months = ['2026-01-01', '2026-02-01', '2026-03-01'].map(dayOf);

  it('months with days of an approved leave of a month or more are not short, and nothing in them is at risk', () => {
    expect(shortMonths([])).toEqual(months);
    const leave = [{ from: '2026-02-10', to: '2026-03-09', approvedOn: '2026-02-01' }];
    expect(shortMonths(leave)).toEqual(months.slice(0, 1));
    const standing = calculate(ledger, '2026-06-30', approvedLeave(leave));
    expect(standing.totals.get('all')?.likely).toBe(2 * 660);
  });

  it.each([
    ['not approved in writing', { from: '2026-02-10', to: '2026-03-20', approvedOn: null }],
    ['of less than a month', { from: '2026-02-10', to: '2026-03-08', approvedOn: '2026-02-01' }],
    ['at another time', { from: '2026-04-01', to: '2026-05-20', approvedOn: '2026-02-01' }],
  ])('leave that is %s changes nothing', (_, leave) => {
    expect(shortMonths([leave])).toEqual(months);
  });

  it('a month on leave that has its hours is met like any other', () => {
    const full = ledgerOf(packNamed('us-tx-lpca'), [entry('2026-02-15', 240)]);
    const leave = approvedLeave([{ from: '2026-02-01', to: '2026-03-15', approvedOn: '2026-01-20' }]);
    const rule = calculate(full, '2026-06-30', leave).rules.find(({ rule: { id } }) => id === '4h');
    expect(rule?.outcome).toMatchObject({ result: 'met', have: 240, need: 240 });
  });
});

describe('the week in which the year changes', () => {
  // December 27, 2026 is a Sunday: the week of the pack goes to January 2, 2027.
  it('is one week: supervision in the new year serves what was worked in the old one', () => {
    const { ruleOf, atRisk } = hours(
      'us-ca-amft',
      [row({ date: '2026-12-28', minutes: 300 }), individual({ date: '2027-01-02', minutes: 60 })],
      { asOf: '2027-01-31' },
    );
    expect(ruleOf('unit')).toEqual({ result: 'met', have: 1, need: 1, unit: 'weeks' });
    expect(atRisk).toEqual([]);
  });

  it('is at risk whole where it is short, from December to January; the next day is another week', () => {
    const { atRisk } = hours(
      'us-ca-amft',
      [
        row({ date: '2026-12-28', minutes: 120 }),
        row({ date: '2027-01-01', minutes: 60 }),
        individual({ date: '2027-01-03', minutes: 60 }),
      ],
      { asOf: '2027-01-31' },
    );
    expect(atRisk).toEqual([{ from: '2026-12-27', to: '2027-01-02', site: 'A', minutes: 180, rule: 'unit' }]);
  });

  it('counts its days in seven days on end, and in each month and year by itself', () => {
    const { ruleOf } = hours(
      'us-ca-amft',
      ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01'].map((date) => row({ date, minutes: 660 })),
      { asOf: '2027-01-31' },
    );
    expect(ruleOf('cap40')).toMatchObject({ result: 'over', have: 2640, need: 2400 });
    expect(periodAround(dayOf('2026-12-31'), 'month', 0)).toEqual({
      from: dayOf('2026-12-01'),
      to: dayOf('2026-12-31'),
    });
    expect(periodAround(dayOf('2027-01-01'), 'quarter', 0)).toEqual({
      from: dayOf('2027-01-01'),
      to: dayOf('2027-03-31'),
    });
  });
});
