import { expect, it } from 'vitest';
import { pageWith } from '../../src/view/page-with.ts';

it('finds the page of something in a list, and the first for what is not in it', () => {
  const all = Array.from({ length: 17 }, (_, i) => ({ id: `e${i}` }));
  expect(['e0', 'e7', 'e8', 'e16', 'gone'].map((id) => pageWith(all, id, 8))).toEqual([1, 1, 2, 3, 1]);
});
