import { describe, expect, it } from 'vitest';
import { type Figures, measure } from '../../bench/deid-measure.ts';
import { scan } from '../../src/index.ts';
import { readVignettes, shipped } from './cases.ts';

const figuresOf = (file: string): Figures => {
  const vignettes = readVignettes(file);
  return measure(vignettes, new Map(vignettes.map(({ id, text }) => [id, scan(text, shipped())])));
};

describe('floors that a change must not fall below', () => {
  it('on vignettes that neither the rules nor the tagger were made from at first writing', () => {
    const figures = figuresOf('held-back.jsonl');
    expect(figures.recall).toBeGreaterThan(0.96);
    expect(figures.clean).toBeGreaterThan(0.88);
    expect(figures.precision).toBeGreaterThan(0.85);
    expect(figures.alarms).toBeLessThan(8);
    expect(figures.sureAlarms).toBeLessThan(3);
  });

  it('on harder vignettes that nothing was trained on, whose first figures stand in docs/deidentification.md', () => {
    const figures = figuresOf('held-back-2.jsonl');
    expect(figures.recall).toBeGreaterThan(0.93);
    expect(figures.clean).toBeGreaterThan(0.75);
    expect(figures.precision).toBeGreaterThan(0.8);
    expect(figures.alarms).toBeLessThan(12);
    expect(figures.sureAlarms).toBeLessThan(4);
  });

  it('on phrases that single somebody out, whole', () => {
    const figures = figuresOf('held-back-7.jsonl');
    expect(figures.byKind.OTHER).toBeGreaterThan(0.75);
    expect(figures.clean).toBeGreaterThan(0.74);
  });

  it.each(['dev.jsonl', 'dev-2.jsonl', 'dev-3.jsonl', 'dev-4.jsonl'])('on %s', (file) => {
    const figures = figuresOf(file);
    expect(figures.recall).toBeGreaterThan(0.97);
    expect(figures.clean).toBeGreaterThan(0.88);
    expect(figures.precision).toBeGreaterThan(0.8);
    expect(figures.alarms).toBeLessThan(12);
    expect(figures.sureAlarms).toBeLessThan(4);
  });
});
