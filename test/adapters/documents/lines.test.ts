import { expect, it } from 'vitest';
import { linesOf, rememberingMeasure } from '../../../adapters/documents/pdf/lines.ts';

const measure = rememberingMeasure(({ shown }) => [...shown].length);
const broken = (text: string, width: number) =>
  linesOf(text, { weight: 'regular', size: 1 }, width, measure).map(({ runs, width: used }) => [
    runs.map(({ shown }) => shown).join(''),
    used,
  ]);

it('a line that was broken at a blank ends with it, unseen, so that two words are heard; one that was cut does not', () => {
  expect(broken('Waiting for signature (not counted)', 27)).toEqual([
    ['Waiting for signature (not ', 26],
    ['counted)', 8],
  ]);
  expect(broken('Wilhelmshaven', 8)).toEqual([
    ['Wilhelms', 8],
    ['haven', 5],
  ]);
  expect(broken('One\nTwo', 8)).toEqual([
    ['One', 3],
    ['Two', 3],
  ]);
});
