import { expect, it } from 'vitest';
import { eachLinear } from './linear.ts';
import { repeatedSigns, repeatedWords } from './repeated.ts';

it('there are a hundred pieces to repeat', () => {
  expect(new Set([...repeatedSigns, ...repeatedWords]).size).toBeGreaterThanOrEqual(100);
});

eachLinear(repeatedSigns);
