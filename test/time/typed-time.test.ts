import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownTime } from '../../src/runtime/typed-fields.ts';
import { otherHalf, readTime } from '../../src/time/typed-time.ts';
import { clockTime } from '../../src/view/plain.ts';
import { nonsense } from './nonsense.ts';

const locales = ['en', 'en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN', 'en-ZA', 'de', 'fr', 'pt-BR'];
const times = fc
  .integer({ min: 0, max: 1439 })
  .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);

it.each([
  ['6pm', '18:00'],
  ['6 PM', '18:00'],
  ['6p', '18:00'],
  ['6 p. m.', '18:00'],
  ['4pm', '16:00'],
  ['8:30 am', '08:30'],
  ['830am', '08:30'],
  ['8.30am', '08:30'],
  ['1230 pm', '12:30'],
  ['1800', '18:00'],
  ['0745', '07:45'],
  ['02:30p.m.', '14:30'],
  ['2:30\u202fPM', '14:30'],
  ['9:30', '09:30'],
  ['09:30', '09:30'],
  ['18:00', '18:00'],
  ['１８：００', '18:00'],
  ['0:15', '00:15'],
  ['12:05 am', '00:05'],
  ['12:05 pm', '12:05'],
  ['noon', '12:00'],
  ['Midnight', '00:00'],
])('%j is %s', (typed, time) => {
  expect(readTime(typed, 'en-US')).toEqual({ time, sure: true });
});

it('asks about the small hours where clocks have twelve of them', () => {
  expect(readTime('4:30', 'en-US')).toEqual({ time: '04:30', sure: false });
  expect(readTime('04:30', 'en-US')).toEqual({ time: '04:30', sure: true });
  expect(readTime('4:30', 'en-GB')).toEqual({ time: '04:30', sure: true });
  expect([otherHalf('04:30'), otherHalf('16:30')]).toEqual(['16:30', '04:30']);
});

it.each([
  '',
  '9',
  '18',
  '24:00',
  '25:00',
  '13:30 pm',
  '0:30 am',
  '6:60',
  '660',
  '2500',
  '12345',
  '1.5',
  '6:3',
  '6 om',
  'at 6pm',
  '6pm sharp',
  '6-8pm',
])('%j is no time', (typed) => {
  expect(readTime(typed, 'en-US')).toBeNull();
});

it('reads every time back that the product shows, in English of every region', () => {
  fc.assert(
    fc.property(times, fc.constantFrom(...locales.filter((l) => l.startsWith('en'))), (time, locale) => {
      expect(readTime(clockTime(time, locale), locale)).toEqual({ time, sure: true });
    }),
  );
});

it('fills a field with what it reads back, whatever the locale', () => {
  fc.assert(
    fc.property(times, fc.constantFrom(...locales, 'zh-TW', 'ar-EG', 'ko'), (time, locale) => {
      expect(readTime(shownTime(time, locale), locale)).toEqual({ time, sure: true });
    }),
  );
  expect(shownTime('18:00', 'en-US')).toBe('6:00 PM');
});

it('never finds a time in nonsense', () => {
  fc.assert(
    fc.property(nonsense, (typed) => {
      expect(readTime(typed, 'en-US')).toBeNull();
    }),
  );
});
