import { type counts, type Level, levels } from './picture-model.ts';

/** Releases closer than this many periods (of four weeks) are compared: 12 weeks (domain section 5.5, rule 4). */
export const comparedPeriods = 3;

/** A picture that was released, with who stood behind it. */
export interface Released {
  readonly group: string;
  readonly period: number;
  readonly level: number;
  readonly people: ReadonlySet<string>;
}

/** A picture that could be released now. */
export interface Candidate {
  readonly group: string;
  readonly period: number;
  readonly people: ReadonlySet<string>;
}

/**
 * May this picture be shown beside all that were? It looks at who answered and at what was already shown, never at the
 * new answers, so that withholding tells nothing about them. `released` are those of the community so far, larger
 * groups of the same period first.
 *
 * Rules 1, 4 and 6 of domain section 5.5, with two closings of gaps: every release of the last 12 weeks is compared, not
 * the last one only (somebody may go and come back), and other groups' too; and sizes for which a subtraction could
 * leave one value only are withheld (`couldPin`).
 */
export function mayShow(candidate: Candidate, released: readonly Released[], least: number): boolean {
  if (candidate.people.size < least) return false;
  return released
    .filter((r) => candidate.period - r.period < comparedPeriods)
    .every((r) => {
      const gone = without(r.people, candidate.people);
      const come = without(candidate.people, r.people);
      const enough =
        r.group === candidate.group
          ? gone + come === 0 || gone + come >= 3
          : (gone === 0 || gone >= least) && (come === 0 || come >= least);
      return enough && !couldPin(r.level, r.people.size, gone, come);
    });
}

const without = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((x) => !b.has(x)).length;

const lowest = 1;
const highest = 5;
/** Medians of one person's answers come in halves. */
const step = 0.5;

/** The smallest and largest sum of answers that is shown as this level. */
export function sumsOf(level: number, n: number): { readonly least: number; readonly most: number } {
  const from = level === levels[0] ? lowest * n : up((level - 0.25) * n);
  const to = level === levels[levels.length - 1] ? highest * n : below((level + 0.25) * n);
  return { least: from, most: to };
}

const up = (x: number): number => Math.ceil(x / step - 1e-9) * step;
const below = (x: number): number => up(x) - step;

/**
 * Could subtracting two pictures, with the answers of those in both unchanged, leave one value only for somebody else
 * than the reader, whatever level the second one shows? The reader may be in both, gone or come, and knows their own.
 */
export function couldPin(level: number, n: number, gone: number, come: number): boolean {
  const stay = n - gone;
  const second = stay + come;
  const first = sumsOf(level, n);
  const own = [null, ...Array.from({ length: 9 }, (_, i) => lowest + i * step)];
  return levels.some((l) => {
    const then = sumsOf(l, second);
    return own.some((value) =>
      value === null
        ? pins(first, then, stay, gone, come)
        : (stay > 0 && pins(less(first, value), less(then, value), stay - 1, gone, come)) ||
          (gone > 0 && pins(less(first, value), then, stay, gone - 1, come)) ||
          (come > 0 && pins(first, less(then, value), stay, gone, come - 1)),
    );
  });
}

type Sums = ReturnType<typeof sumsOf>;
const less = (s: Sums, own: number): Sums => ({ least: s.least - own, most: s.most - own });

/** Stay + gone lies in `first`, stay + come in `then`: is one of the three sums forced to an end of its range? */
function pins(first: Sums, then: Sums, stay: number, gone: number, come: number): boolean {
  const low = (sums: readonly number[]): number => Math.max(...sums);
  const high = (sums: readonly number[]): number => Math.min(...sums);
  const s = {
    least: low([stay * lowest, first.least - gone * highest, then.least - come * highest]),
    most: high([stay * highest, first.most - gone * lowest, then.most - come * lowest]),
  };
  if (s.least > s.most) return false;
  const g = { least: low([gone * lowest, first.least - s.most]), most: high([gone * highest, first.most - s.least]) };
  const c = { least: low([come * lowest, then.least - s.most]), most: high([come * highest, then.most - s.least]) };
  return forced(s, stay) || forced(g, gone) || forced(c, come);
}

/** Nearly so counts: somebody who knows that answers were whole numbers would know the rest. */
const forced = (s: Sums, n: number): boolean => n > 0 && (s.most < n * lowest + 1 || s.least > n * highest - 1);

/** The mean rounded to 0.5 and clamped (rule 3). */
export function levelOf(values: readonly number[]): Level {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const rounded = Math.min(4, Math.max(2, Math.round(mean * 2) / 2));
  return levels.find((l) => l === rounded) ?? 3;
}

export const countOf = (n: number): (typeof counts)[number] => (n < 10 ? '6to9' : n < 15 ? '10to14' : '15more');

/** One value for each person and period (domain section 5.5). */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** Compared with the last picture shown in 12 weeks: from what both show only, so that it says nothing more. */
export function trendOf(level: Level, before: number | null): 'heavier' | 'same' | 'lighter' | null {
  if (before === null) return null;
  return level > before ? 'heavier' : level < before ? 'lighter' : 'same';
}
