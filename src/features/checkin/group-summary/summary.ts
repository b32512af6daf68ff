import { couldPin } from './differencing.ts';
import { type counts, type Level, levels } from './levels.ts';

/** Releases closer than this many periods (of four weeks) are compared: 12 weeks (docs/domain.md, Group summary, 4). */
export const comparedPeriods = 3;

/** Of more pictures than this many that share people, in that time, no further one is shown: what they say together is gone through. */
export const mostTogether = 6;

/** A picture that was released, with who stood behind it. */
export interface Released {
  readonly group: string;
  readonly period: number;
  readonly level: number;
  readonly people: ReadonlySet<string>;
}

/** A picture that could be released now. */
interface Candidate {
  readonly group: string;
  readonly period: number;
  readonly people: ReadonlySet<string>;
}

/**
 * May this picture be shown beside all that were? It looks at who answered and at what was already shown, never at the
 * new answers, so that withholding tells nothing about them. `released` are those of the community so far, larger
 * groups of the same period first.
 *
 * Rules 1, 4 and 6 of docs/domain.md, Group summary, with three closings of gaps: every release of the last 12 weeks is compared,
 * not the last one only (somebody may go and come back), and other groups' too; of pictures that share people, no more
 * than two different sets of respondents are shown (three pairs can each be harmless and pin somebody together: a whole
 * less two halves); and it is withheld if, at any level it could have, all pictures together leave anybody with one
 * value only (`couldPin`). Those two sets and `mostTogether` bound that reckoning; beyond them it is withheld.
 */
export function mayShow(candidate: Candidate, released: readonly Released[], least: number): boolean {
  const { people } = candidate;
  if (people.size < least) return false;
  const near = released.filter((r) => candidate.period - r.period < comparedPeriods);
  const enough = near.every((r) => {
    const [gone, come] = [without(r.people, people), without(people, r.people)];
    return r.group === candidate.group
      ? gone + come === 0 || gone + come >= 3
      : (gone === 0 || gone >= least) && (come === 0 || come >= least);
  });
  if (!enough) return false;
  const shared = sharing(people, near);
  if (shared.length > mostTogether) return false;
  const again = shared.filter((r) => sameSet(r.people, people));
  const others = shared.filter((r) => !sameSet(r.people, people));
  const other = others[0]?.people ?? people;
  if (others.some((r) => !sameSet(r.people, other))) return false;
  return !couldPin(
    { n: other.size, levels: others.map((r) => r.level) },
    { n: people.size, levels: again.map((r) => r.level) },
    without(other, people),
    without(people, other),
  );
}

/** The pictures that share people with these, or with such pictures, and so on: only they can be subtracted. */
function sharing(people: ReadonlySet<string>, near: readonly Released[]): readonly Released[] {
  const reached = new Set(people);
  const found = new Set<Released>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const r of near) {
      if (found.has(r) || ![...r.people].some((p) => reached.has(p))) continue;
      found.add(r);
      for (const p of r.people) reached.add(p);
    }
  }
  return [...found];
}

const without = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((x) => !b.has(x)).length;
const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && without(a, b) === 0;

/** The mean rounded to 0.5 and clamped (rule 3). */
export function levelOf(values: readonly number[]): Level {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const rounded = Math.min(4, Math.max(2, Math.round(mean * 2) / 2));
  return levels.find((l) => l === rounded) ?? 3;
}

export const countOf = (n: number): (typeof counts)[number] => (n < 10 ? '6to9' : n < 15 ? '10to14' : '15more');

/** One value for each person and period (docs/domain.md, Group summary). */
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
