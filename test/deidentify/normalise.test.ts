import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/deidentify/normalise.ts';
import { found } from './cases.ts';

describe('normalise', () => {
  it.each([
    ['M\u200Bar\u00ADia', 'Maria'],
    ['Ｍａｒｉａ ５５５', 'Maria 555'],
    ['𝐌𝐚𝐫𝐢𝐚', 'Maria'],
    ['Mаriа', 'Maria'],
    ['O’Brien', "O'Brien"],
    ['٣/١٤', '3/14'],
  ])('%s reads %s', (typed, read) => expect(normalise(typed).text).toBe(read));

  it('leads back to what was typed', () => {
    const typed = 'pt 𝐌\u200B𝐚ria said';
    const { text, toOriginal } = normalise(typed);
    const start = text.indexOf('Maria');
    const range = toOriginal(start, start + 5);
    expect(typed.slice(range.start, range.end)).toBe('𝐌\u200B𝐚ria');
  });

  it('maps every range into the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const { text, toOriginal } = normalise(typed);
        for (let i = 0; i < text.length; i++) {
          const { start, end } = toOriginal(i, i + 1);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(typed.length);
        }
      }),
    );
  });

  it('finds a name behind invisible and look-alike letters', () => {
    expect(found('Client Mar\u200Bisol Quintanilla, 34, lives alone.')[0]).toBe('Mar\u200Bisol Quintanilla');
  });
});
