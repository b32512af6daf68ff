import { describe, expect, it } from 'vitest';
import { scan } from '../../src/index.ts';
import { found, readVignettes, shipped } from './cases.ts';

/**
 * Clinical text that identifies nobody and is as full of capitals as such text gets: instruments, medicines, authors, eponyms,
 * agencies of five countries, apps, toys, idioms, rites. The lists were completed by kind with the `quiet-` texts before the
 * eyes; the `fresh-` texts were written when the lists stood, so their figure tells how far they reach.
 *
 * False positives per 1,000 words when the texts were first run, before the lists were extended: quiet 70.9, fresh 82.9.
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
  it('keeps the texts it was completed with quiet', () => {
    const { all, sure } = alarms('quiet-');
    expect(all).toBeLessThan(16.5);
    expect(sure).toBeLessThan(2.8);
  });

  it('reaches beyond them', () => {
    const { all, sure } = alarms('fresh-');
    expect(all).toBeLessThan(60.5);
    expect(sure).toBeLessThan(21);
  });
});

describe('a surname that is also an author’s', () => {
  it.each([
    'Gilbert and Markon on self-criticism',
    'Mitchell (1988) on relational concepts',
    'Gordon et al. on craving',
    'read Arntz and Shaw',
    'the Ritvo scale',
    'the Bowen family systems view',
  ])('passes where it is cited: "%s"', (text) => expect(found(text)).toEqual([]));

  it.each([
    ['Ms. Weiner cancelled again.', 'Weiner'],
    ['The Novaco family came in for a first session and dad would not sit down.', 'Novaco'],
    ['Mr. Gordon, his boss at the plant, texts her at night.', 'Gordon'],
    ['Client Denise Mitchell, 34, started drinking after the divorce.', 'Denise Mitchell'],
    ['pt epley, marcus, 22m, no show x3', 'epley'],
    ['Dr. Markon called about the dose.', 'Markon'],
  ])('is found where it is a person’s: "%s"', (text, name) => expect(found(text).join(' | ')).toContain(name));
});
