import { describe, expect, it } from 'vitest';
import { scan } from '../../src/index.ts';
import { found, readVignettes, shipped } from './cases.ts';

/**
 * Clinical text that identifies nobody and is as full of capitals as such text gets: instruments, medicines, authors, eponyms,
 * agencies of five countries, apps, toys, idioms, rites. It was written in three lots, and the lists were completed by kind after
 * each, so the first figure of a lot with the lists as they stood tells how far they reach beyond what they were made from.
 *
 * False positives per 1,000 words: with the lists as first found, with those made from the lots before it, and now:
 * quiet 70.9, –, 14.9; fresh 82.9, 59.8, 25.2; later 58.6, 36.1, 20.3.
 */
const texts = readVignettes('quiet.jsonl');

function alarms(prefix: string): { all: number; sure: number } {
  let [words, all, sure] = [0, 0, 0];
  for (const { text } of texts.filter(({ id }) => id.startsWith(prefix))) {
    words += text.split(/\s+/).filter((word) => word !== '').length;
    const findings = scan(text, shipped());
    all += findings.length;
    sure += findings.filter((one) => one.tier === 'remove').length;
  }
  return { all: (1000 * all) / words, sure: (1000 * sure) / words };
}

describe('the clinical safe list', () => {
  it.each([
    ['quiet-', 15.5, 2.5],
    ['fresh-', 26, 8],
    ['later-', 21, 2.5],
  ])('keeps the texts "%s" below %d per 1,000 words, and %d in tier remove', (prefix, most, mostSure) => {
    const { all, sure } = alarms(prefix);
    expect(all).toBeLessThan(most);
    expect(sure).toBeLessThan(mostSure);
  });
});

describe('a surname that is also an author’s', () => {
  it.each([
    'Gilbert and Markon on self-criticism',
    'Mitchell (1988) on relational concepts',
    'Gordon et al. on craving',
    'read Arntz and Shaw',
    'Stolorow, Atwood and Orange on intersubjectivity',
    'the Ritvo scale',
    'the Bowen family systems view',
    'Frost, Steketee and Tolin on the Clutter Image Rating',
  ])('passes where it is cited: "%s"', (text) => expect(found(text)).toEqual([]));

  it.each([
    ['Ms. Weiner cancelled again.', 'Weiner'],
    ['The Novaco family came in for a first session and dad would not sit down.', 'Novaco'],
    ['Mr. Gordon, his boss at the plant, texts her at night.', 'Gordon'],
    ['Client Denise Mitchell, 34, started drinking after the divorce.', 'Denise Mitchell'],
    ['pt epley, marcus, 22m, no show x3', 'epley'],
    ['Okafor Test results are back, call him.', 'Okafor'],
    ['Dr. Markon called about the dose.', 'Markon'],
    ['Client Devon Price, 24, moved in with her aunt.', 'Devon Price'],
    ['her husband Bruce Perry hits her', 'Bruce Perry'],
    ['Saw Christy Harrison today, cl cried.', 'Christy Harrison'],
    ['pt thomas joiner, 34m, no show', 'thomas joiner'],
    ['mom is Stella Chess and she knows', 'Stella Chess'],
  ])('is found where it is a person’s: "%s"', (text, name) => expect(found(text).join(' | ')).toContain(name));
});
