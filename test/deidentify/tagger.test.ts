import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageDataFolder } from '../../adapters/node/package-data.ts';
import { loadWordLists } from '../../adapters/node/word-lists.ts';
import golden from '../../scripts/tagger/golden.json' with { type: 'json' };
import report from '../../scripts/tagger/report.json' with { type: 'json' };
import { createTagger } from '../../src/index.ts';

const lexicon = loadWordLists();
const bytes = readFileSync(join(packageDataFolder(), 'tagger.bin'));
const tagger = createTagger(bytes, lexicon);
/** What the tagger finds, as words with their type. */
const found = (text: string, atLeast = 0.5): string[] =>
  tagger(text, atLeast).map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);

describe('the model file', () => {
  it('is the one that the trainer wrote', () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(golden.sha256);
    expect(bytes.length).toBeLessThan(1_048_576);
  });

  it('is refused when it is cut, of another format, version, or set of features', () => {
    const changed = (at: number): Uint8Array => Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 0x55 : byte));
    expect(() => createTagger(changed(0), lexicon)).toThrow('unknown format');
    expect(() => createTagger(changed(4), lexicon)).toThrow('unknown version');
    expect(() => createTagger(changed(8), lexicon)).toThrow('other features');
    expect(() => createTagger(bytes.subarray(0, bytes.length - 5), lexicon)).toThrow();
    expect(() => createTagger(new Uint8Array(), lexicon)).toThrow('unknown format');
  });
});

describe('what the tagger finds', () => {
  it('says of fixed texts what it said when it was trained', () => {
    for (const { text, suspects } of golden.texts) {
      const now = tagger(text, 0.1);
      expect(now.map(({ start, end, type }) => ({ start, end, type }))).toEqual(
        suspects.map(({ start, end, type }) => ({ start, end, type })),
      );
      for (const [i, suspect] of now.entries())
        expect(suspect.probability).toBeCloseTo(suspects[i]?.probability ?? -1, 3);
    }
  });

  it('tells a name from the word it is', () => {
    expect(found('Client Will will not come back.')).toEqual(['NAME Will']);
    expect(found('will may come in may, mark it as done. thoughts?').filter((hit) => hit.endsWith('mark'))).toEqual([]);
  });

  it('gives nothing for an empty text', () => {
    expect(tagger('')).toEqual([]);
    expect(tagger('   \n\n')).toEqual([]);
  });
});

describe('offsets', () => {
  it('count UTF-16 units past emoji, combining marks and other scripts', () => {
    const texts = [
      '😀🏳️‍🌈 pt Marisol lives in Tacoma 👩‍👩‍👧 w/ her mom Zoe\u0301.',
      'e\u0301\u0301 José\u0301 said so. मेरा pt Siobhan, حلب, 김하늘',
      '\ud83d pt Marisol (lone surrogate) \udc00',
    ];
    for (const text of texts) {
      const suspects = tagger(text, 0.02);
      let before = 0;
      for (const { start, end, probability } of suspects) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(probability).toBeGreaterThan(0);
        expect(probability).toBeLessThanOrEqual(1);
        before = end;
      }
    }
    expect(found(texts[0] ?? '')).toContain('NAME Marisol');
    expect(found(texts[0] ?? '')).toContain('NAME Zoe\u0301');
  });

  it('stay the same words when an emoji stands in front', () => {
    const text = 'pt Thandiwe works at lucky nails in Tacoma.';
    const plain = found(text);
    expect(found(`👍 ${text}`).map((hit) => hit)).toEqual(plain);
    expect(plain.length).toBeGreaterThan(1);
  });
});

/** Of taggers trained on three quarters of the corpus, hard pairs among it, and on half of the generated texts (folds.ts). */
describe('the judged figures', () => {
  it.each([
    ['NAME', 0.96],
    ['LOCATION', 0.93],
    ['ORG', 0.95],
    ['OTHER', 0.72],
  ] as const)('four folds catch %s at or above its floor', (type, floor) => {
    expect(report.folds['0.05'].recall[type]).toBeGreaterThanOrEqual(floor);
  });

  it('stay under the ceiling of false alarms', () => {
    expect(report.folds['0.5'].falseAlarms).toBeLessThanOrEqual(13);
    expect(report.folds['0.2'].falseAlarms).toBeLessThanOrEqual(23);
  });
});

it('reads a long text (speed is reported, not judged)', () => {
  const text = readFileSync(new URL('../fixtures/deid/dev.jsonl', import.meta.url), 'utf8').slice(0, 60_000);
  const started = performance.now();
  const suspects = tagger(text);
  console.info(`tagger: ${Math.round(text.length / (performance.now() - started))} KB/s`);
  expect(suspects.length).toBeGreaterThan(100);
});
