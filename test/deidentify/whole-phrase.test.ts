import { describe, expect, it } from 'vitest';
import { wholePhrase } from '../../src/deidentify/names/whole-phrase.ts';

/** The whole phrase, where the part in brackets was recognized. */
const whole = (marked: string): string => {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  const range = wholePhrase(text, { start, end });
  return text.slice(range.start, range.end);
};

describe('a phrase that singles somebody out', () => {
  it.each([
    ['Since the [cave-in] at the copper works he sleeps badly.', 'cave-in at the copper works'],
    ['She ran the [nursery where] the roof came down, nobody hurt.', 'nursery where the roof came down'],
    ['a retired [ship pilot] who lost her licence over a swan', 'ship pilot who lost her licence over a swan'],
    ['mum is envoy to the [holy island]. He copes.', 'envoy to the holy island'],
    ['acquitted after the [broadcast about the ferry]', 'acquitted after the broadcast about the ferry'],
  ])('goes to its ends in "%s"', (text, expected) => expect(whole(text)).toBe(expected));

  it.each([
    ['He is the [harbor master] and sleeps badly.', 'harbor master'],
    ['the [harbor master] was late', 'harbor master'],
    ['drinks. The [harbor master], 40', 'harbor master'],
    ['She told the [harbor master]', 'harbor master'],
  ])('ends where something else is said in "%s"', (text, expected) => expect(whole(text)).toBe(expected));

  it('stays in its text', () => {
    expect(whole('[harbor master]')).toBe('harbor master');
    expect(whole('[harbor master of]')).toBe('harbor master of');
  });
});
