import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMinutes, readOutsiders, readTime } from '../../src/features/consultation/record/model.ts';

describe('lengths as typed', () => {
  it.each([
    ['90', 90, true],
    [' 15 ', 15, true],
    ['90m', 90, false],
    ['90 min', 90, false],
    ['1.5h', 90, false],
    ['1,5 h', 90, false],
    ['1h30', 90, false],
    ['1:30', 90, false],
    ['2 hours', 120, false],
    ['0.25h', 15, false],
  ])('%j is %i minutes (plain: %s)', (typed, minutes, plain) => {
    expect(readMinutes(typed)).toEqual({ minutes, plain });
  });

  it.each([
    ['0', 'field.minutesZero'],
    ['-30', 'field.minutesNegative'],
    ['9999', 'field.minutesMany'],
    ['9h', 'field.minutesMany'],
    ['an hour', 'field.minutesWords'],
    ['1.5', 'field.minutesWords'],
    ['', 'field.minutesWords'],
    ['1e3', 'field.minutesWords'],
  ])('%j gets %s', (typed, key) => {
    expect(readMinutes(typed)).toMatchObject({ wrong: { key } });
  });

  it('whatever is typed, the result is 1 to 480 whole minutes or a message', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?\d{1,5}(\.\d)?\s?(h|m|min|:\d\d)?$/)), (typed) => {
        const read = readMinutes(typed);
        if ('wrong' in read) return;
        expect(Number.isInteger(read.minutes) && read.minutes >= 1 && read.minutes <= 480).toBe(true);
      }),
    );
  });
});

describe('colleagues from outside', () => {
  it('one to a line, name and credential', () => {
    expect(readOutsiders('Juno Marsh, PhD\n\n Ash Tarn ')).toEqual([
      { name: 'Juno Marsh', credential: 'PhD' },
      { name: 'Ash Tarn', credential: '' },
    ]);
  });

  it('a line that is too long is not cut in silence', () => {
    expect(readOutsiders('x'.repeat(81))).toBeNull();
  });
});

describe('times of day as typed', () => {
  it.each([
    ['14:30', '14:30'],
    ['2:30 PM', '14:30'],
    ['02:30p.m.', '14:30'],
    ['12:05 am', '00:05'],
    ['12:05 pm', '12:05'],
    ['24:00', null],
    ['9:30', null],
    ['13:30 pm', null],
    ['0:30 am', null],
    ['9', null],
    ['', null],
  ])('%j is %j', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });
});
