import { describe, expect, it } from 'vitest';
import { redact, scan } from '../../src/index.ts';
import { readVignettes, shipped } from './cases.ts';

const corpus = ['dev.jsonl', 'dev-2.jsonl', 'dev-3.jsonl'].flatMap(readVignettes);
const long = corpus
  .map((one) => one.text)
  .join('\n\n')
  .slice(0, 100_000);

/** Work, not time: how often the lists were asked. Quadratic behaviour shows as more questions a letter. */
const questions = (text: string): number => {
  const lexicon = shipped();
  let asked = 0;
  const count = (ask: (word: string) => number) => (word: string) => {
    asked++;
    return ask(word);
  };
  scan(text, {
    firstName: count(lexicon.firstName),
    lastName: count(lexicon.lastName),
    place: count(lexicon.place),
    word: count(lexicon.word),
  });
  return asked;
};

describe('a scan', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t\n '],
    ['emoji', '🙂👩‍👩‍👧‍👦🏳️‍🌈'.repeat(40)],
    ['right-to-left text', 'המטופלת מרים גרה בחיפה. '.repeat(20)],
    ['lone surrogates', '\ud800 pt \udc00 Maria \ud83d'],
    ['one letter 20,000 times', 'A'.repeat(20_000)],
    ['one sign 20,000 times', '@'.repeat(20_000)],
    ['open brackets', '(['.repeat(10_000)],
    ['digits without end', '1'.repeat(20_000)],
    ['dashed digits', '1-'.repeat(10_000)],
    ['dotted letters', 'a.'.repeat(10_000)],
    ['one phrase without end', 'the only man in the '.repeat(1_000)],
    ['10,000 lines', 'Name: Maria Garcia\n'.repeat(10_000)],
  ])('ends on %s', (_, text) => {
    const findings = scan(text, shipped());
    expect(redact(text, findings).marks.length).toBe(findings.length);
  });

  it('asks the lists in proportion to the length of the text', () => {
    const [half, whole] = [questions(long.slice(0, 50_000)), questions(long)];
    expect(whole / half).toBeGreaterThan(1.5);
    expect(whole / half).toBeLessThan(2.5);
  });
});
