import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/deidentify/normalize.ts';
import { found } from './cases.ts';

describe('normalize', () => {
  it.each([
    ['M\u200Bar\u00ADia', 'Maria'],
    ['Ｍａｒｉａ ５５５', 'Maria 555'],
    ['𝐌𝐚𝐫𝐢𝐚', 'Maria'],
    ['Mаriа', 'Maria'],
    ['O’Brien', "O'Brien"],
    ['٣/١٤', '3/14'],
    ['7o2-555-o161', '702-555-0161'],
    ['Jos&eacute; &amp; Ana', 'José & Ana'],
    ['Ren=C3=A9e', 'Renée'],
    ['De=\ncember', 'December'],
    ['sep-\ntember', 'september'],
    ['Smith-\nJones', 'Smith-Jones'],
    ['lina[.]m@example[.]org', 'lina.m@example.org'],
    ['hxxps://example.org', 'https://example.org'],
    ['told **Maria** and __Jo__', 'told Maria and Jo'],
    ['told **Ma**ria, Ma**ri**a, *Ma*ria, _Ma_ria and ~~Ma~~ria', 'told Maria, Maria, Maria, Maria and Maria'],
    ['<b>Ma</b>ria, <span class="x">Jo</span>', 'Maria, Jo'],
    ['call M a r i a now', 'call Maria now'],
    ['L-o-p-a-t-a', 'Lopata'],
    ['J a n e D o e', 'Jane Doe'],
    ['dob 0 3 / 1 7 / 6 9', 'dob 03/17/69'],
  ])('%s reads %s', (typed, read) => expect(normalize(typed).text).toBe(read));

  it.each([
    'rated 1 2 3 4 on the scale',
    'A & B; C &c.',
    'a = b, c=d',
    'well-\nbeing',
    'snake_case__name',
    '2 ** 3',
    'a 5*6*7 grid and first_name_last',
    'p < 0.05, SUDs <b 3, <@U1> and <#C1>',
    'I a m',
  ])('leaves %j as it is, or only joins a word broken at the end of a line', (typed) =>
    expect(normalize(typed).text.replaceAll('-', '')).toBe(typed.replaceAll('-\n', '').replaceAll('-', '')),
  );

  it('leads back from what was put together to all that was typed', () => {
    for (const [typed, read, source] of [
      ['pt &quot;Jos&eacute;&quot; left', 'José', 'Jos&eacute;'],
      ['her M a r i a left', 'Maria', 'M a r i a'],
      ['since sep-\ntember on', 'september', 'sep-\ntember'],
    ] as const) {
      const { text, toOriginal } = normalize(typed);
      const start = text.indexOf(read);
      const range = toOriginal(start, start + read.length);
      expect(typed.slice(range.start, range.end)).toBe(source);
    }
  });

  it('leads back to what was typed', () => {
    const typed = 'pt 𝐌\u200B𝐚ria said';
    const { text, toOriginal } = normalize(typed);
    const start = text.indexOf('Maria');
    const range = toOriginal(start, start + 5);
    expect(typed.slice(range.start, range.end)).toBe('𝐌\u200B𝐚ria');
  });

  it('maps every range into the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const { text, toOriginal } = normalize(typed);
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
