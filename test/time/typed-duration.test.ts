import fc from 'fast-check';
import { expect, it } from 'vitest';
import { say, wordsOf } from '../../src/i18n/message.ts';
import { readDuration } from '../../src/time/typed-duration.ts';
import { nonsense } from './nonsense.ts';

it.each([
  ['90', 90],
  ['９０', 90],
  ['90m', 90],
  ['45min.', 45],
  ['45 Minutes', 45],
  ['1.5h', 90],
  ['1,5 h', 90],
  ['.5 h', 30],
  ['１．５ｈ', 90],
  ['1h15', 75],
  ['1h 15m', 75],
  ['1 h 15 min', 75],
  ['1 hour 15 min', 75],
  ['1 hr and 30 min', 90],
  ['2 hrs, 5 mins', 125],
  ['1 hour, and 30 minutes', 90],
  ['-30', -30],
])('%j is %i minutes', (typed, minutes) => {
  expect(readDuration(typed, 'minutes')).toEqual({ minutes, sure: true });
});

it.each([
  ['1:30', 90],
  ['1.33 h', 80],
])('%j is %i minutes, as far as can be told', (typed, minutes) => {
  expect(readDuration(typed, 'minutes')).toEqual({ minutes, sure: false });
});

it.each([
  '1.5',
  '1h75',
  '1:75',
  '1.5h 30m',
  '30 min 1 h',
  '1 h 1 h',
  '12 pm',
  '5 days',
  '1e3',
  '0x10',
  '--5',
  '9'.repeat(70),
])('%j is no length', (typed) => {
  expect(readDuration(typed, 'minutes')).toBeNull();
});

it.each([
  ['3', 180],
  ['1.5', 90],
  ['1,5', 90],
  ['.25', 15],
  ['13', 780],
  ['15', 900],
  ['26', 1560],
  ['90', 5400],
  ['-2', -120],
  ['15m', 15],
  ['90 min', 90],
  ['1h 15m', 75],
])('in a field of hours %j is %i minutes, however large the number', (typed, minutes) => {
  expect(readDuration(typed, 'hours')).toEqual({ minutes, sure: true });
});

it('a bare number never changes its unit with its size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), (n) => {
      expect(readDuration(String(n), 'hours')?.minutes).toBe(n * 60);
      expect(readDuration(String(n), 'minutes')?.minutes).toBe(n);
    }),
  );
});

it('reads every length back that the product shows, and every way to write it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 480 }), fc.constantFrom('en', 'en-US', 'en-GB'), (n, locale) => {
      const [h, m] = [Math.floor(n / 60), n % 60];
      const ways = [wordsOf(locale, say('record.length', { minutes: n })), String(n), `${n} min`, `${h} h ${m} min`];
      for (const typed of ways) expect(readDuration(typed, 'minutes')).toEqual({ minutes: n, sure: true });
    }),
  );
});

it('never finds a length in nonsense', () => {
  fc.assert(
    fc.property(nonsense, fc.constantFrom('minutes', 'hours'), (typed, bare) => {
      expect(readDuration(typed, bare)).toBeNull();
    }),
  );
});
