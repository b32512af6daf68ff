import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asTyped, codeBlock, quoteText } from '../../../adapters/discord/components/text.ts';

/** What Discord shows: a backslash before punctuation disappears. */
const shown = (text: string): string => text.replace(/\\([^A-Za-z0-9\s])/g, '$1');

/** What would still be markup: each of these, not behind a backslash. */
const markup = /(?<!\\)(?:[*_~`|<@[\]]|https?:|^\s*[-+#>]|^\s*\d+\.)/m;

describe('what somebody typed', () => {
  it.each([
    '@everyone and @here',
    '<@1> <@&2> <#3> <t:1:R> <:x:4> </consult ask:5>',
    '**bold** _it_ ~~no~~ ||spoiler||',
    '[masked](https://x.example)',
    'https://x.example/a?b=c',
    '# Heading',
    '-# small',
    '> quote',
    '- list',
    '1. list',
    '`code` ```block```',
    'a \\* b',
    '<https://x.example>',
    'mail a@b.example',
  ])('comes out as typed: %s', (typed) => {
    const out = asTyped(typed);
    expect(out).not.toMatch(markup);
    expect(shown(out)).toBe(typed);
  });

  it('comes out as typed, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary-ascii' }),
        (typed) => shown(asTyped(typed)) === typed && !markup.test(asTyped(typed)),
      ),
    );
  });

  it('cannot leave its quotation', () => {
    expect(quoteText('one\n# two\n> three', [])).toBe('> one\n> \\# two\n> \\> three');
  });

  it('is bold where something stands in for an identifier, without its white space', () => {
    expect(quoteText('so [Client] left', [{ start: 2, end: 11 }])).toBe('> so **\\[Client\\]** left');
    expect(
      quoteText('ab', [
        { start: 1, end: 9 },
        { start: -1, end: 1 },
      ]),
    ).toBe('> ab');
  });

  it('cannot leave a block to copy', () => {
    expect(codeBlock('a ``` b').match(/```/g)).toHaveLength(2);
  });
});

// In a time that grows with the square, each of these would take seconds and all of them minutes.
it('escapes 100,000 characters of whatever kind at once', () => {
  for (const part of [' ', '\n', ' \n', '1', '-', '\t', '. ', '1.', '\u2028', '*', '`']) {
    const text = `${part.repeat(100_000 / part.length)}x`;
    expect(asTyped(text).replaceAll('\\', '')).toBe(text);
    expect(quoteText(`${text} y`, [{ start: 0, end: text.length }] as never)).toContain('x**');
  }
});

it('escapes what begins a list, a heading, a quote or a numbered line, on every line and behind blanks', () => {
  expect(asTyped('- a\n  # b\r\n\t> c\u2028+ d')).toBe('\\- a\n  \\# b\r\n\t\\> c\u2028\\+ d');
  expect(asTyped('1. a\n  22. b\n3.4. c')).toBe('1\\. a\n  22\\. b\n3\\.4. c');
  expect(asTyped('a - b # c 1. d')).toBe('a - b # c 1. d');
});
