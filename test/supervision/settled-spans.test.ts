import { describe, expect, it } from 'vitest';
import { group, hours, individual, row } from './hours.ts';

/** The readings that were settled for `curbside hours`: how long the hours took. In 2026, November 1 is a Sunday. */
const days = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `2026-11-${String(from + i).padStart(2, '0')}`);

describe('span', () => {
  it('minWeeks counts weeks with a counted row', () => {
    const rows = [...days(1, 8), '2026-11-29'].map((date) => individual({ date, minutes: 10 }));
    expect(hours('us-ca-amft', rows).ruleOf('weeks')).toEqual({ result: 'short', have: 3, need: 104, unit: 'weeks' });
  });

  it('months go from the first to the last row, date to date', () => {
    const span = (last: string) =>
      hours('us-tx-lpca', [row({ date: '2025-01-15', minutes: 60 }), row({ date: last, minutes: 60 })]).ruleOf('m');
    expect(span('2026-07-15')).toEqual({ result: 'met', have: 18, need: 18, unit: 'months' });
    expect(span('2026-07-14')).toEqual({ result: 'short', have: 17, need: 18, unit: 'months' });
  });

  it('a maximum is passed by the day after it', () => {
    const span = (last: string) =>
      hours('us-tx-lpca', [row({ date: '2021-05-31', minutes: 60 }), row({ date: last, minutes: 60 })]).ruleOf('m');
    expect(span('2026-05-31')).toEqual({ result: 'met', have: 60, need: 18, unit: 'months' });
    expect(span('2026-06-01')).toEqual({ result: 'over', have: 60, need: 60, unit: 'months' });
  });

  it('weeksWith sums the minutes of a week', () => {
    const { ruleOf } = hours('us-ca-amft', [
      ...days(2, 3).map((date) => individual({ date, minutes: 30 })),
      individual({ date: '2026-11-09', minutes: 59 }),
      group({ date: '2026-11-16', minutes: 120 }),
    ]);
    expect(ruleOf('ind52')).toEqual({ result: 'short', have: 1, need: 52, unit: 'weeks' });
  });
});
