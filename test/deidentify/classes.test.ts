import { describe, expect, it } from 'vitest';
import { type ClassFigures, measureClasses, readClasses } from '../../bench/deid-measure.ts';
import { scan } from '../../src/index.ts';
import { shipped } from './cases.ts';

const figuresOf = (file: string): Map<string, ClassFigures> =>
  measureClasses(readClasses(file), (text) => scan(text, shipped()));

/**
 * Kinds of mistake that filters of this sort are known for, a few short texts each. The second file was held back while the
 * rules were mended with the first: what it shows is nearer to what new texts of the same kinds would show.
 */
describe('the classes of known mistakes', () => {
  it.each([
    ['classes.jsonl', 0.975, 0.96],
    ['held-back-classes.jsonl', 0.965, 0.92],
  ])('%s: caught at least %d, kept at least %d', (file, caught, kept) => {
    const all = figuresOf(file).get('all');
    expect(all?.caught).toBeGreaterThanOrEqual(caught);
    expect(all?.kept).toBeGreaterThanOrEqual(kept);
  });

  it('catches a client whatever the surname, also one that authors bear', () => {
    const figures = figuresOf('classes.jsonl');
    const shareOf = (prefix: string): number => {
      const ours = [...figures].filter(([name]) => name.startsWith(prefix));
      const sum = (key: 'expected' | 'found') => ours.reduce((total, [, one]) => total + one[key], 0);
      return sum('found') / sum('expected');
    };
    expect(shareOf('LISTED-')).toBeGreaterThanOrEqual(shareOf('CONTROL-') - 0.1);
    expect(shareOf('FLISTED-')).toBeGreaterThanOrEqual(shareOf('FCONTROL-') - 0.1);
  });

  it('takes no rating for a date', () => {
    const figures = figuresOf('classes.jsonl');
    for (const name of ['B03-scores', 'B20-scores-more', 'C14-scale-ctx']) expect(figures.get(name)?.kept).toBe(1);
  });
});
