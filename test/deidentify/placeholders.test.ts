import { describe, expect, it } from 'vitest';
import { intervalsOf } from '../../src/deidentify/intervals.ts';
import { redact, risk, scan } from '../../src/index.ts';
import { shipped } from './cases.ts';

describe('dates as intervals', () => {
  it.each([
    [
      ['3/14', '6/18'],
      [undefined, 'about three months later'],
    ],
    [
      ['Jan 5', 'Jan 9'],
      [undefined, 'about four days later'],
    ],
    [
      ['11/02/2021', '2021-10-10'],
      [undefined, 'about three weeks earlier'],
    ],
    [
      ['March 3', 'Oct 9, 2022'],
      [undefined, undefined],
    ],
    [
      ['Christmas Eve', '6/18', '6/20'],
      [undefined, undefined, 'about two days later'],
    ],
    [
      ['2019-01-01', '2023-01-01'],
      [undefined, 'about four years later'],
    ],
    [
      ['6/14/19', '6/14/88'],
      [undefined, 'about 31 years earlier'],
    ],
  ] as [string[], (string | undefined)[]][])('%j', (dates, intervals) => expect(intervalsOf(dates)).toEqual(intervals));

  it('stand in the sentence', () => {
    const text = 'Intake was on 3/14. He attempted on 6/18.';
    expect(redact(text, scan(text, shipped())).text).toBe(
      'Intake was on [Date]. He attempted on [about three months later].',
    );
  });

  it.each([
    ['Client, DOB 3/9/1984, was discharged on Oct 14, 2026.', 'Client, DOB [Date], was discharged on [Date].'],
    [
      'He was admitted on 5/2/2026 (born on March 9, 1984) and discharged 6/13/2026.',
      'He was admitted on [Date] (born on [Date]) and discharged [about six weeks later].',
    ],
  ])('are not counted from or to a date of birth: %s', (text, seen) =>
    expect(redact(text, scan(text, shipped())).text).toBe(seen),
  );
});

describe('people of one family', () => {
  it('keep placeholders of their own, whatever name they share', () => {
    const text = 'Client Mateo Orosco came with Ileana Orosco. Orosco was late. Ileana said so, and Mateo laughed.';
    expect(redact(text, scan(text, shipped())).text).toBe(
      'Client [Client] came with [Person]. [Client] was late. [Person] said so, and [Client] laughed.',
    );
  });
});

describe('age bands', () => {
  it('are given only to a group that chose them', () => {
    const text = 'Client is 34 y/o, her mother 93 y/o, her son 15M.';
    expect(redact(text, scan(text, shipped())).text).toBe(
      'Client is 34 y/o, her mother [90 or older] y/o, her son 15M.',
    );
    expect(redact(text, scan(text, shipped(), { ageBands: true })).text).toBe(
      'Client is [30s] y/o, her mother [90 or older] y/o, her son [teens]M.',
    );
  });
});

describe('what remains together', () => {
  const ask = (text: string, members?: number) => risk(text, scan(text, shipped()), shipped(), members)?.details;

  it('raises a question about a rare role with other details', () => {
    expect(ask('34M firefighter on the reservation, two sets of twins, crash last year.')).toContain('role');
  });
  it('asks sooner in a small group', () => {
    const text = '34M, firefighter, panic attacks since spring.';
    expect(ask(text)).toBeUndefined();
    expect(ask(text, 5)).toEqual(['role', 'age']);
  });
  it('is silent on ordinary talk', () => {
    expect(ask('34F, MDD, PHQ-9 22, Lexapro 20 mg. Augment or switch?')).toBeUndefined();
  });
});

describe('a client who is called like a town', () => {
  it.each([
    ['My client Delgado, 42, says his wife left.', 'My client [Client], 42, says his wife left.'],
    ['My client Madison keeps canceling.', 'My client [Client] keeps canceling.'],
    ['My client in Madison moved.', 'My client in [Town] moved.'],
  ])('%s', (typed, shown) => expect(redact(typed, scan(typed, shipped())).text).toBe(shown));
});

describe('what a placeholder says', () => {
  it.each([
    ['He totaled her husband’s Silverado.', 'He totaled her husband’s [Vehicle].'],
    ['My client drives a 2014 Camry and parks by the school.', 'My client drives a [Vehicle] and parks by the school.'],
    ['She drives the only pink Tesla in town.', 'She drives the [Vehicle].'],
    ['He sleeps in his Subaru.', 'He sleeps in his Subaru.'],
    ['My client Mercedes sold her Mercedes.', 'My client [Client] sold her [Vehicle].'],
    ['She lives at 12 Elm Street with her mother.', 'She lives at [Address] with her mother.'],
    ['[Tamsin] told me she is moving.', '[Person] told me she is moving.'],
    ['My client [Tamsin] lives in [[Springfield]].', 'My client [Client] lives in [Town].'],
  ])('%s', (typed, shown) => expect(redact(typed, scan(typed, shipped())).text).toBe(shown));
});
