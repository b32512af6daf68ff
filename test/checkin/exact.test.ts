import { describe, expect, it } from 'vitest';
import { levels } from '../../src/features/checkin/group-summary/model.ts';
import { levelOf } from '../../src/features/checkin/group-summary/summary.ts';
import { read, shownAs } from './exact.ts';

const people = (from: number, to: number): ReadonlySet<string> =>
  new Set(Array.from({ length: to - from }, (_, i) => String(from + i)));

describe('what the attack concludes from figures', () => {
  it('is what going through every answer of every person leaves', () => {
    const all = (n: number, step: number): number[][] =>
      n === 0
        ? [[]]
        : all(n - 1, step).flatMap((rest) =>
            Array.from({ length: 4 / step + 1 }, (_, i) => 1 + i * step).map((v) => [...rest, v]),
          );
    const shows = (of: readonly number[], level: number) => {
      const [from, to] = shownAs(level, of.length);
      const sum = 2 * of.reduce((a, b) => a + b, 0);
      return from <= sum && sum <= to;
    };
    let [pinned, open] = [0, 0];
    for (const [fineness, step, n] of [
      ['whole', 1, 5],
      ['half', 0.5, 4],
    ] as const) {
      for (const level of levels)
        for (const later of levels)
          for (const own of [1, 2.5, 5])
            for (const stay of [2, 3]) {
              // The reader, "0", is the first; after them those who stay; the last ones leave.
              const figures = [
                { people: people(0, n), level },
                { people: people(0, stay), level: later },
              ];
              const possible = all(n - 1, step)
                .map((of) => [own, ...of])
                .filter((of) => shows(of, level) && shows(of.slice(0, stay), later));
              const alone = [...people(1, n)].filter((p) => {
                const whole = possible.map((of) => of[Number(p)] as number).filter(Number.isInteger);
                return possible.length > 0 && new Set(whole).size < 2;
              });
              expect([...read(figures).pinned('0', () => own, fineness)].sort()).toEqual(alone);
              alone.length > 0 ? pinned++ : open++;
            }
    }
    expect(pinned).toBeGreaterThan(10);
    expect(open).toBeGreaterThan(10);
  });

  it('undoes the rounding as it was done', () => {
    for (const n of [6, 7, 11])
      for (let sum = 2 * n; sum <= 10 * n; sum++) {
        const level = levelOf([sum / 2 - (n - 1) * 3, ...Array.from({ length: n - 1 }, () => 3)]);
        const as = levels.filter((l) => shownAs(l, n)[0] <= sum && sum <= shownAs(l, n)[1]);
        expect(as).toEqual([level]);
      }
  });
});
