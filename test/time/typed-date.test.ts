import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateReading } from '../../src/runtime/typed-fields.ts';
import { addDays } from '../../src/time/time.ts';
import { readDate } from '../../src/time/typed-date.ts';
import { calendarDay, instant } from '../../src/view/plain.ts';
import { nonsense } from './nonsense.ts';

// A Thursday.
const past = { today: '2026-03-12', locale: 'en-US', toward: 'past' } as const;
const future = { ...past, toward: 'future' } as const;
const regions = ['en', 'en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN', 'en-IE', 'en-ZA'];
const dates = fc.integer({ min: -3650, max: 3650 }).map((days) => addDays('2026-03-12', days));

describe('dates as typed', () => {
  it.each([
    '2026-03-09',
    '2026-3-9',
    '2026/03/09',
    '3/9/2026',
    '03/09/2026',
    '3/9/26',
    '3-9-2026',
    '３/９/２０２６',
    '3/9',
    'Mar 9',
    'mar. 9th',
    'March 9 2026',
    'March 9, 2026',
    '9 March 2026',
    '9-Mar-2026',
    'Mon, Mar 9, 2026',
    'Monday March 9',
    'Monday',
    'last Monday',
    '3 days ago',
  ])('%j is March 9', (typed) => {
    expect(readDate(typed, past)).toBe('2026-03-09');
  });

  it.each([
    [' today ', '2026-03-12', '2026-03-12'],
    ['Yesterday', '2026-03-11', '2026-03-11'],
    ['tomorrow', '2026-03-13', '2026-03-13'],
    ['Thursday', '2026-03-12', '2026-03-12'],
    ['last Thursday', '2026-03-05', '2026-03-05'],
    ['next thurs.', '2026-03-19', '2026-03-19'],
    ['Fri', '2026-03-06', '2026-03-13'],
    ['Sept 1', '2025-09-01', '2026-09-01'],
    ['in 2 weeks', '2026-03-26', '2026-03-26'],
    ['a month ago', '2026-02-12', '2026-02-12'],
    ['in 1 month', '2026-04-12', '2026-04-12'],
  ])('%j happened on %s, or follows on %s', (typed, before, after) => {
    expect([readDate(typed, past), readDate(typed, future)]).toEqual([before, after]);
  });

  it.each(['2026-02-30', '2/30/2026', '13/1/2026', 'Feb 30', '0/1/2026', 'Mar 32 2026', 'Tue, Mar 9, 2026', '9/31'])(
    '%j is no day of the calendar',
    (typed) => {
      expect(readDate(typed, past)).toEqual({ wrong: 'impossible' });
    },
  );

  it('asks which week is meant by “next” and a day of this one', () => {
    // March 12, 2026 is a Thursday.
    expect(readDate('next Friday', future)).toEqual({ wrong: 'next', soon: '2026-03-13' });
    expect(readDate('next sat', future)).toEqual({ wrong: 'next', soon: '2026-03-14' });
    expect(readDate('next Sunday', future)).toBe('2026-03-15');
    expect(readDate('next Monday', future)).toBe('2026-03-16');
    expect(readDate('next Wednesday', future)).toBe('2026-03-18');
    expect(readDate('next Monday', { ...future, today: '2026-03-15' })).toEqual({ wrong: 'next', soon: '2026-03-16' });
    expect(dateReading('next Friday', future, 'followUp')).toMatchObject({ problem: { offer: 'March 13, 2026' } });
  });

  it('asks for the year where the nearest such day is almost a year away', () => {
    expect(readDate('Mar 14', past)).toEqual({ wrong: 'year' });
    expect(readDate('3/10', future)).toEqual({ wrong: 'year' });
    expect(readDate('Mar 14 2025', past)).toBe('2025-03-14');
  });

  it.each([
    '',
    '9',
    '3.9',
    '3-9',
    '20260309',
    '2026',
    'Mar',
    'March 2026',
    '1/2/3/4',
    '3/9/026',
    '9 of',
    'Marc 9',
    'constructor',
    '2026-03-09T10:00',
  ])('%j is no date', (typed) => {
    expect(readDate(typed, past)).toEqual({ wrong: 'unclear' });
  });
});

describe('the order of numbers', () => {
  it('is the one of the region', () => {
    expect(readDate('3/4/2026', past)).toBe('2026-03-04');
    expect(readDate('3/4/2026', { ...past, locale: 'en' })).toBe('2026-03-04');
    expect(readDate('3/4/2026', { ...past, locale: 'en-GB' })).toBe('2026-04-03');
  });
});

it('reads every date back that the product shows, in English of every region', () => {
  fc.assert(
    fc.property(dates, fc.constantFrom(...regions), fc.constantFrom('past', 'future'), (date, locale, toward) => {
      const at = Date.parse(`${date}T12:00:00Z`);
      const numbers = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).format(at);
      const shown = [date, calendarDay(date, locale), instant(at, 'date', { locale, zone: 'UTC' }), numbers];
      for (const typed of shown) expect(readDate(typed, { today: past.today, locale, toward })).toBe(date);
    }),
  );
});

it('a day without its year or with its weekday alone lies where it was asked for', () => {
  fc.assert(
    fc.property(dates, fc.constantFrom('Mar 9', 'Thursday', '12/31', 'Sun', 'Feb 29'), (today, typed) => {
      const before = readDate(typed, { today, locale: 'en-US', toward: 'past' });
      const after = readDate(typed, { today, locale: 'en-US', toward: 'future' });
      if (typeof before === 'string') expect(before <= today).toBe(true);
      if (typeof after === 'string') expect(after >= today).toBe(true);
    }),
  );
});

it('never finds a date in nonsense', () => {
  fc.assert(
    fc.property(nonsense, (typed) => {
      expect(readDate(typed, past)).toHaveProperty('wrong');
    }),
  );
});
