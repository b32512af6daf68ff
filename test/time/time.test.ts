import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  afterQuiet,
  clockOf,
  dateOf,
  daysBetween,
  instantOf,
  isZone,
  untilQuiet,
} from '../../src/time/time.ts';

const zones = ['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];
const iso = (ms: number) => new Date(ms).toISOString();

describe('wall-clock times', () => {
  it('story 18: 15:00 in New York stays 15:00 across the clock change', () => {
    expect(iso(instantOf('2026-03-07', '15:00', 'America/New_York'))).toBe('2026-03-07T20:00:00.000Z');
    expect(iso(instantOf('2026-03-08', '15:00', 'America/New_York'))).toBe('2026-03-08T19:00:00.000Z');
  });

  it('story 18: 02:30 that does not exist becomes the next valid minute, 01:30 that happens twice the first', () => {
    expect(iso(instantOf('2026-03-08', '02:30', 'America/New_York'))).toBe('2026-03-08T07:00:00.000Z');
    expect(clockOf(instantOf('2026-03-08', '02:30', 'America/New_York'), 'America/New_York')).toBe('03:00');
    expect(iso(instantOf('2026-11-01', '01:30', 'America/New_York'))).toBe('2026-11-01T05:30:00.000Z');
  });

  it('an instant is read back as the date and time it was made from, unless a clock change skips it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 1439 }),
        (zone, days, minutes) => {
          const date = addDays('2024-01-01', days);
          const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
          const at = instantOf(date, time, zone);
          const back = `${dateOf(at, zone)} ${clockOf(at, zone)}`;
          expect(back >= `${date} ${time}`).toBe(true);
          if (back !== `${date} ${time}`) expect(clockOf(at - 60_000, zone) < time).toBe(true);
        },
      ),
    );
  });
});

describe('quiet hours', () => {
  const quiet = { from: '18:00', to: '08:30', weekends: true };

  it('moves an evening to the morning, and Friday evening to Monday', () => {
    expect(iso(afterQuiet(Date.parse('2026-03-05T23:30:00Z'), quiet, 'America/New_York'))).toBe(
      '2026-03-06T13:30:00.000Z',
    );
    expect(iso(afterQuiet(Date.parse('2026-03-06T23:30:00Z'), quiet, 'America/New_York'))).toBe(
      '2026-03-09T12:30:00.000Z',
    );
  });

  it('never moves back, never lands in quiet time, and leaves open time alone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2028-01-01') }),
        fc.boolean(),
        (zone, at, weekends) => {
          const rule = { ...quiet, weekends };
          const open = afterQuiet(at, rule, zone);
          expect(open >= at).toBe(true);
          const time = clockOf(open, zone);
          expect(time >= '08:30' && time < '18:00').toBe(true);
          expect(afterQuiet(open, rule, zone)).toBe(open);
        },
      ),
    );
  });

  it('ends open time where quiet time begins: never before, and not later', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2028-01-01') }),
        fc.boolean(),
        (zone, at, weekends) => {
          const rule = { ...quiet, weekends };
          const begins = untilQuiet(at, rule, zone);
          if (afterQuiet(at, rule, zone) > at) expect(begins).toBe(at);
          else {
            expect(begins > at).toBe(true);
            expect(afterQuiet(begins, rule, zone) > begins).toBe(true);
            expect(afterQuiet(begins - 60_000, rule, zone)).toBe(begins - 60_000);
          }
        },
      ),
    );
    expect(untilQuiet(Date.parse('2026-03-06T15:00:00Z'), { ...quiet, from: '00:00', to: '00:00' }, 'UTC')).toBe(
      Date.parse('2026-03-07T00:00:00Z'),
    );
    expect(untilQuiet(0, { from: '00:00', to: '00:00', weekends: false }, 'UTC')).toBe(Number.POSITIVE_INFINITY);
  });

  it('the same time for both ends means no quiet hours', () => {
    const at = Date.parse('2026-03-05T03:00:00Z');
    expect(afterQuiet(at, { from: '00:00', to: '00:00', weekends: false }, 'UTC')).toBe(at);
  });
});

describe('days and zones', () => {
  it('counts whole days', () => {
    expect(daysBetween('2026-02-21', '2026-03-05')).toBe(12);
  });

  it('knows zones from nonsense', () => {
    expect([isZone('Europe/Berlin'), isZone('Mars/Olympus'), isZone('')]).toEqual([true, false, false]);
  });
});
