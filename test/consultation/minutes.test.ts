import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesReading, readOutsiders } from '../../src/features/consultation/record/model.ts';

describe('the length of a consultation', () => {
  it.each([
    ['90', 90],
    [' 15 ', 15],
    ['90m', 90],
    ['25 min', 25],
    ['1.5h', 90],
    ['1,5 h', 90],
    ['1h30', 90],
    ['2 hours', 120],
    ['0.25h', 15],
  ])('%j is %i minutes, without a question', (typed, value) => {
    expect(minutesReading(typed)).toEqual({ value });
  });

  it.each([
    ['1:30', 90],
    ['1.33h', 80],
  ])('%j is read as %i minutes and asked about', (typed, minutes) => {
    expect(minutesReading(typed)).toEqual({
      problem: { msg: { key: 'field.minutesRead', with: { minutes } }, offer: String(minutes) },
    });
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
    expect(minutesReading(typed)).toMatchObject({ problem: { key } });
  });

  it('whatever is typed, the result is 1 to 480 whole minutes or a message', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?\d{1,5}(\.\d)?\s?(h|m|min|:\d\d)?$/)), (typed) => {
        const read = minutesReading(typed);
        if ('problem' in read) return;
        expect(Number.isInteger(read.value) && read.value >= 1 && read.value <= 480).toBe(true);
      }),
    );
  });
});

describe('colleagues from outside', () => {
  it('one to a line, name and credential', () => {
    expect(readOutsiders('Juno Marsh, PhD\n\n Ash Tarn ')).toEqual([
      { name: 'Juno Marsh', credential: 'PhD', bare: false },
      { name: 'Ash Tarn', credential: '', bare: true },
    ]);
  });

  it('a line that is too long is not cut in silence', () => {
    expect(readOutsiders('x'.repeat(81))).toBeNull();
  });
});
