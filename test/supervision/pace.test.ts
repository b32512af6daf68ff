import { expect, it } from 'vitest';
import { paceOf } from '../../src/features/supervision/rules/pace.ts';
import { calculate, dateOfDay, type HoursEntry, ledgerOf } from '../../src/index.ts';
import { packNamed } from './hours.ts';

const ny = packNamed('us-ny-lmhc');
const asOf = '2026-11-30';
/** 2026-11-30 is a Monday, on which a week begins in that pack. */
const monday = Date.parse(asOf) / 86_400_000;

/** Direct minutes of the weeks before this one, the latest first. */
function paceAfter(weeks: readonly number[]) {
  const entries = weeks.flatMap((total, i): HoursEntry[] =>
    Array.from({ length: Math.ceil(total / 600) }, (_, n) => ({
      ...{ id: `${i} ${n}`, date: dateOfDay(monday - 7 * (i + 1) + n), start: null, order: n, type: 'direct' },
      ...{ minutes: Math.min(600, total - 600 * n), activity: 'direct', modality: null, format: null, groupSize: null },
      ...{ site: 'A', supervisor: null, observedMinutes: 0, restricted: false, status: 'signed', excluded: false },
    })),
  );
  const ledger = ledgerOf({ ...ny, rules: ny.rules.filter(({ id }) => id === 'd') }, entries);
  const [found] = calculate(ledger, asOf).rules;
  return found?.rule.kind === 'total' ? paceOf(found.rule, found.outcome, ledger, asOf) : null;
}

it('is hidden below eight weeks', () => {
  expect(paceAfter(Array(7).fill(1200))).toBeNull();
  expect(paceAfter(Array(8).fill(1200))).not.toBeNull();
});

it('is a range from the busier half to the quieter half of the last twelve weeks', () => {
  // 1,500 h are 90,000 min; 30 h a week is 1,800 min, 15 h is 900 min. 12 weeks gave 16,200: 73,800 are left, 41 or 82 weeks.
  expect(paceAfter([...Array(6).fill(1800), ...Array(6).fill(900)])).toEqual({ from: '2027-09', to: '2028-06' });
});

it('has no end where the quieter half would never get there, and nothing to say where nothing was logged', () => {
  expect(paceAfter([...Array(6).fill(0), ...Array(6).fill(1800)])).toMatchObject({ to: null });
  expect(paceAfter([...Array(12).fill(0), 1800])).toBeNull();
});
