import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, likeness, type Stretch } from '../../../adapters/playground/pages/compare.ts';

const whole = (parts: readonly Stretch[]): string => parts.map((part) => part.text).join('');
const changed = (parts: readonly Stretch[]): string[] => parts.filter((part) => part.changed).map((part) => part.text);

test('what was taken out and what stands in its place are told apart from the rest', () => {
  const both = compare('Tamsin, 15, moved to Heathcote High School.', '[Client], 15, moved to [School].');
  expect(changed(both.typed)).toEqual(['Tamsin', 'Heathcote High School']);
  expect(changed(both.got)).toEqual(['[Client]', '[School]']);
});

test('punctuation beside a hidden word is no change; words with marks inside count as one', () => {
  const both = compare(
    'A second-grade teacher (since 2019), reached at 555-0142 or a@b.example.',
    'A [Hidden] (since [Hidden]), reached at [Phone number] or [Email].',
  );
  expect(changed(both.typed)).toEqual(['second-grade teacher', '2019', '555-0142', 'a@b.example']);
  expect(changed(both.got)).toEqual(['[Hidden]', '[Hidden]', '[Phone number]', '[Email]']);
});

test('equal texts show no change, whatever their case and line breaks', () => {
  expect(changed(compare('One line.\nTwo.', 'one line. Two.').got)).toEqual([]);
});

test('both texts stay whole, whatever they are and however long', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (typed, got) => {
      const both = compare(typed, got);
      expect(whole(both.typed)).toBe(typed);
      expect(whole(both.got)).toBe(got);
    }),
  );
  const long = 'word '.repeat(3000);
  expect(whole(compare(long, long).typed)).toBe(long);
});

test('a word of thousands of marks is compared at once, against however many others', () => {
  // In a time that grows with the square, this would take minutes.
  const marks = `x${'!'.repeat(100_000)}y`;
  expect(changed(compare(marks, `${'word '.repeat(500)}${marks}`).typed)).toEqual([]);
  expect(likeness(marks, marks)).toBe(1);
});

test('likeness is the share of words that were typed', () => {
  expect(likeness('one two three four', 'one [X] three [Y]')).toBe(0.5);
  expect(likeness('anything', '')).toBe(0);
});
