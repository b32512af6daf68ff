import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blank, capital, kindAt, letter, mark, number, small } from '../../src/deidentify/letters.ts';
import { startsOf } from '../../src/deidentify/starts.ts';

const properties = [
  [letter, /\p{L}/u],
  [mark, /\p{M}/u],
  [number, /\p{N}/u],
  [blank, /\s/u],
  [capital, /\p{Lu}/u],
  [small, /\p{Ll}/u],
] as const;

/** The kinds that are told of a sign, less those that Unicode says: none where both agree. */
const wrongly = (sign: string): number[] =>
  properties.flatMap(([bit, property]) =>
    ((kindAt(sign, 0) & bit) !== 0 ? !property.test(sign) : property.test(sign)) ? [bit] : [],
  );

it('knows the kinds of a sign as Unicode has them', () => {
  const latin = Array.from({ length: 0x300 }, (_, code) => String.fromCharCode(code));
  expect(latin.filter((sign) => wrongly(sign).length > 0)).toEqual([]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0x10ffff }), (code) => {
      const sign = String.fromCodePoint(code);
      expect(wrongly(sign), sign).toEqual([]);
    }),
  );
});

const found = (text: string, pattern: RegExp): number[] => [...text.matchAll(pattern)].map((match) => match.index);

it('finds every place where a word, a capital or a figure begins', () => {
  const signs = ['a', 'B', 'é', 'É', 'ж', 'Ж', '中', '1', '٣', '½', "'", '_', ' ', '\n', '\u0301', '😀', '𝒜', '-'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 12 }), (typed) => {
      const text = typed.join('');
      const starts = startsOf(text);
      const capitals = found(text, /(?<![\p{L}\p{N}])\p{Lu}/gu);
      const figures = found(text, /(?<![0-9])[0-9]/g);
      expect(starts.pieces).toEqual(found(text, /(?<![a-zA-Z0-9])[\p{L}\p{N}]/gu));
      expect(starts.capitals).toEqual(capitals);
      expect(starts.figures).toEqual(figures);
      expect(starts.capitalsAndFigures).toEqual([...capitals, ...figures].sort((a, b) => a - b));
    }),
  );
});
