import { describe, expect, it } from 'vitest';
import { type Lexicon, redact, redactFields, scan, scanFields, wordKey } from '../../src/index.ts';
import { shipped } from './cases.ts';

const keep = (...words: string[]) => ({ keep: new Set(words.map(wordKey)), hide: new Set<string>() });
const hide = (...words: string[]) => ({ keep: new Set<string>(), hide: new Set(words.map(wordKey)) });

describe('redact', () => {
  it('reads as a sentence and names people by their part in the case', () => {
    const text =
      'Client Maribel Quintero, 34, lives in Tacoma with her sister Ximena. Maribel starts at Harmon Valley High.';
    expect(redact(text, scan(text, shipped())).text).toBe(
      'Client [Client], 34, lives in [Town] with her sister [Sister]. [Client] starts at [School].',
    );
  });

  it('takes the article along, which is no part of what was found', () => {
    const text = 'Client Maribel Quintero was at the Stockman Cafe until the 9th of June.';
    const findings = scan(text, shipped());
    expect(findings.map((one) => text.slice(one.start, one.end))).toContain('Stockman Cafe');
    expect(redact(text, findings).text).toBe('Client [Client] was at [Place] until [Date].');
  });

  it('keeps what a group kept with its article before', () => {
    const text = 'We met at the Larkwood, and client Maribel Quintero was there.';
    const surfaces = (lexicon: Lexicon) => scan(text, lexicon).map((one) => text.slice(one.start, one.end));
    expect(surfaces(shipped())).toEqual(['Larkwood', 'Maribel Quintero']);
    const kept = { ...shipped(), alwaysKeep: new Set([wordKey('the Larkwood')]) };
    expect(surfaces(kept)).toEqual(['Maribel Quintero']);
  });

  it('turns a mention into "a colleague"', () => {
    const text = '<@U07QK3RTZ> asked about this';
    expect(redact(text, scan(text, shipped())).text).toBe('a colleague asked about this');
  });

  it('keeps a word of tier check when the author says so, and never one of tier remove', () => {
    const text = 'Client Maribel Quintero, 34, plays with Dawn at recess.';
    const findings = scan(text, shipped());
    const doubtful = findings.find((one) => one.tier === 'check');
    const word = doubtful ? text.slice(doubtful.start, doubtful.end) : '';
    const kept = redact(text, findings, keep('Maribel Quintero', word)).text;
    expect(kept).not.toContain('Maribel');
    if (doubtful) expect(kept).toContain(word);
  });

  it('hides what the author points at, in all fields, whatever its letter case, and whole words only', () => {
    const fields = {
      question: 'Ask about carpentry?',
      facts: 'He loves Carpentry; the carpentrylike kid. CARPENTRY helps.',
    };
    const out = redactFields(fields, scanFields(fields, shipped()), hide('carpentry'));
    expect(out.question?.text).toBe('Ask about [Detail left out]?');
    expect(out.facts?.text).toMatch(/^He loves \[[^\]]+\]; the carpentrylike kid\. \[Detail left out\] helps\.$/);
  });

  it.each([
    ['zoologist', 'The ex-zoologist, a zoologist-artist.', 'The ex-[Detail left out], a [Detail left out]-artist.'],
    ['zoologist', 'zoologist_x, zoologist\u02BCs', '[Detail left out]_x, [Detail left out]\u02BCs'],
    ['zoologist', 'A zoo\u200Blogist or zoo\u00ADlogist.', 'A [Detail left out] or [Detail left out].'],
    ['zoologist', 'zoological zoologist2', 'zoological zoologist2'],
    ['ex-zoologist', 'The ex-zoologist.', 'The [Detail left out].'],
    ['养蜂人', '她是一个养蜂人。养\u200B蜂人很悲伤。', '她是一个[Detail left out]。[Detail left out]很悲伤。'],
    ['養蜂家', '彼は養蜂家です。', '彼は[Detail left out]です。'],
    ['ﾊﾞｲｸ', 'バイクと人', '[Detail left out]と人'],
    ['คนเลี้ยงผึ้ง', 'เขาเป็นคนเลี้ยงผึ้ง', 'เขาเป็น[Detail left out]'],
  ])('hides %s in "%s"', (word, text, shown) => expect(redact(text, [], hide(word)).text).toBe(shown));

  it('makes no placeholder of an article that is left of a phrase', () => {
    const text = 'He works at the Stockman Cafe.';
    const out = redact(text, scan(text, shipped()), hide('the Stockman Cafe'));
    expect(out.text).toBe('He works at [Place].');
  });

  it('hides the rest of a phrase in which something is taken out already', () => {
    const text = 'She runs the falconry blog, Maribel, of the valley.';
    const start = text.indexOf('Maribel');
    const name = {
      start,
      end: start + 7,
      type: 'NAME',
      tier: 'remove',
      reason: 'firstName',
      placeholder: '[Client]',
    } as const;
    expect(redact(text, [name], hide('falconry blog Maribel of the valley')).text).toBe(
      'She runs the [Detail left out], [Client], [Detail left out].',
    );
  });

  it('lets a group keep its own words, if they were only doubtful', () => {
    const text = 'Client Maribel Quintero, 34, likes Snorfle.';
    const without = scan(text, shipped()).map((one) => text.slice(one.start, one.end));
    const withList = scan(text, {
      ...shipped(),
      alwaysKeep: new Set([wordKey('Snorfle'), wordKey('Maribel Quintero')]),
    }).map((one) => text.slice(one.start, one.end));
    expect(without).toContain('Maribel Quintero');
    expect(withList).toContain('Maribel Quintero');
    expect(withList).not.toContain('Snorfle');
  });
});

describe('wordKey', () => {
  it.each([
    ['Zoë', 'zoe'],
    ['  O’Brien ', 'o brien'],
    ['MАRIA', 'maria'],
  ])('folds %s to %s', (typed, key) => expect(wordKey(typed)).toBe(key));
});
