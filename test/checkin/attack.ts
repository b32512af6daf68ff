import { sumsOf } from '../../src/features/checkin/group-summary/differencing.ts';
import { levels } from '../../src/features/checkin/group-summary/model.ts';
import { levelOf, type mayShow, median, type Released } from '../../src/features/checkin/group-summary/summary.ts';

/** A generator with a seed, so that a history that fails can be looked at again. */
function random(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  for (let i = 0; i < 5; i++) next();
  return { chance: (p: number) => next() < p, upTo: (n: number) => Math.floor(next() * n) };
}

/** What a curious member knows at worst: who stood behind each picture, their own answers, and every figure shown. */
export interface History {
  readonly shown: readonly Released[];
  readonly readers: readonly string[];
  /** The answer that a person had in a period. */
  readonly truth: (period: number, person: string) => number;
}

/**
 * `steady`: nobody changes their answer. `own`: nobody but the reader. `changing`: everybody answers anew. `worst`: nobody
 * but the reader, and of all answers that people can have the rare ones that make for the most telling figures.
 */
export type Mood = 'steady' | 'own' | 'changing' | 'worst';

/**
 * One to three overlapping groups over eight periods. People come in bunches of like mind, that join, pause, delete their
 * answers and come back together, or one by one; the reader answers what they like. Released as the release itself goes
 * about it.
 */
export function simulate(seed: number, mood: Mood, rule: typeof mayShow): History {
  const r = random(seed);
  const few = 1 + r.upTo(3);
  const bunches = Array.from({ length: 2 + r.upTo(3) }, (_, b) =>
    Array.from({ length: b > 0 && r.chance(0.5) ? 1 + r.upTo(4) : 5 + r.upTo(5) }, (_, i) => `${b}.${i}`),
  );
  const people = bunches.flat();
  const reader = people[r.upTo(people.length)] as string;
  const taste = new Map(
    bunches.flatMap((bunch) => {
      const liked = r.chance(0.6) ? (r.chance(0.5) ? 5 : 1) : 1 + r.upTo(5);
      const one = r.chance(0.5) ? 1 : 0.8;
      return bunch.map((p) => [p, r.chance(one) ? liked : Math.abs(liked - 1) || 2] as const);
    }),
  );
  const answers = new Map<string, number>();
  const truth = (period: number, person: string): number => {
    if (mood === 'steady' || (mood !== 'changing' && person !== reader)) return taste.get(person) ?? 3;
    const key = `${period} ${person}`;
    const any = () => (mood !== 'changing' ? (r.chance(0.5) ? 1 : 5) : 1 + r.upTo(5));
    const value = answers.get(key) ?? median(Array.from({ length: 1 + r.upTo(4) }, any));
    answers.set(key, value);
    return value;
  };
  // The whole, and parts of it: some nested, some apart, some crossing.
  const groups = ['A', 'B', 'C'].slice(0, few).map((group, i) => ({
    group,
    of: new Set(bunches.filter((_, b) => i === 0 || (r.chance(0.8) ? b % 2 === i % 2 : r.chance(0.6))).flat()),
  }));
  const shown: Released[] = [];
  const active = new Set(people);
  for (let period = 0; period < 8; period++) {
    if (period > 0 && r.chance(0.7)) {
      const move = r.chance(0.7)
        ? (bunches[r.upTo(bunches.length)] as string[])
        : [people[r.upTo(people.length)] as string];
      const back = !active.has(move[0] as string);
      for (const p of move) back ? active.add(p) : active.delete(p);
    }
    const circles = groups
      .map(({ group, of }) => ({ group, period, people: new Set([...of].filter((p) => active.has(p))) }))
      .sort((x, y) => y.people.size - x.people.size);
    for (const circle of circles) {
      if (circle.people.size === 0 || !rule(circle, shown, 6)) continue;
      const real = { ...circle, level: levelOf([...circle.people].map((p) => truth(period, p))) };
      shown.push(mood === 'worst' ? worst(shown, real, { truth, readers: [reader] }, r.upTo(levels.length)) : real);
    }
  }
  return { shown, readers: mood === 'worst' ? [reader] : [...new Set([reader, people[0] as string])], truth };
}

type Bound = { least: number; most: number };

const weights = (n: number): number[][] =>
  n === 0 ? [[]] : weights(n - 1).flatMap((w) => [-1, 0, 1].map((x) => [...w, x]));

/**
 * What is left for each person when these pictures are read together, their own answers known to the reader and the
 * others' taken to be the same in all: every sum and difference of pictures, as bounds on how people who stand behind
 * the same ones answered together, tightened until nothing moves. Null where it contradicts itself: answers changed.
 */
export function conclude(
  shown: readonly Released[],
  reader: string,
  own: (period: number) => number,
): Map<string, Bound> | null {
  const alike = new Map<string, { in: boolean[]; people: string[] }>();
  for (const p of new Set(shown.flatMap((s) => [...s.people]))) {
    if (p === reader) continue;
    const where = shown.map((s) => s.people.has(p));
    const known = alike.get(where.join()) ?? { in: where, people: [] };
    known.people.push(p);
    alike.set(where.join(), known);
  }
  const parts = [...alike.values()].map((a) => ({
    ...a,
    sum: { least: a.people.length, most: 5 * a.people.length },
  }));
  const sums = shown.map((s) => {
    const { least, most } = sumsOf(s.level, s.people.size);
    const mine = s.people.has(reader) ? own(s.period) : 0;
    return { least: least - mine, most: most - mine };
  });
  const rows = weights(shown.length).map((w) => ({
    of: parts.map((part) => w.reduce((n, x, i) => n + (part.in[i] ? x : 0), 0)),
    least: w.reduce((n, x, i) => n + Math.min(x * (sums[i] as Bound).least, x * (sums[i] as Bound).most), 0),
    most: w.reduce((n, x, i) => n + Math.max(x * (sums[i] as Bound).least, x * (sums[i] as Bound).most), 0),
  }));
  for (let moved = true, round = 0; moved && round < 30; round++) {
    moved = false;
    for (const row of rows) {
      const term = (i: number, side: 'least' | 'most'): number => {
        const x = row.of[i] as number;
        const { sum } = parts[i] as (typeof parts)[number];
        return side === 'least' ? Math.min(x * sum.least, x * sum.most) : Math.max(x * sum.least, x * sum.most);
      };
      const low = parts.reduce((n, _, i) => n + term(i, 'least'), 0);
      const high = parts.reduce((n, _, i) => n + term(i, 'most'), 0);
      parts.forEach((part, i) => {
        const x = row.of[i] as number;
        if (x === 0) return;
        const ends = [(row.least - (high - term(i, 'most'))) / x, (row.most - (low - term(i, 'least'))) / x];
        const sum = {
          least: Math.max(part.sum.least, Math.min(...ends)),
          most: Math.min(part.sum.most, Math.max(...ends)),
        };
        if (sum.least > part.sum.least + 1e-9 || sum.most < part.sum.most - 1e-9) moved = true;
        part.sum = sum;
      });
    }
  }
  if (parts.some((p) => p.sum.least > p.sum.most + 1e-9)) return null;
  return new Map(
    parts.flatMap(({ people, sum }) => {
      const rest = people.length - 1;
      const each = { least: Math.max(1, sum.least - 5 * rest), most: Math.min(5, sum.most - rest) };
      return people.map((p) => [p, each] as const);
    }),
  );
}

/** How many values are left for somebody who is known to have answered once: whole numbers from 1 to 5. */
export const left = (b: Bound): number =>
  [1, 2, 3, 4, 5].filter((v) => v >= b.least - 1e-9 && v <= b.most + 1e-9).length;

/** Whatever the others answered: the figure that pins somebody, if there is one, or else any. */
function worst(shown: readonly Released[], next: Released, of: Omit<History, 'shown'>, any: number): Released {
  const near = shown.filter((s) => next.period - s.period < 3);
  const telling = levels.find((level) => attack({ ...of, shown: [...near, { ...next, level }] }).pinned > 0);
  return { ...next, level: telling ?? levels[any] ?? next.level };
}

/** Every two and every three pictures near enough in time that answers may be taken to be the same; and all of them. */
export function attack({ shown, truth, readers }: History): { pinned: number; looked: number } {
  let [pinned, looked] = [0, 0];
  for (const from of new Set(shown.map((s) => s.period))) {
    const near = shown.filter((s) => s.period >= from && s.period < from + 3);
    const sets = near.flatMap((a, i) =>
      near.slice(i + 1).flatMap((b, j) => [[a, b], ...near.slice(i + j + 2).map((c) => [a, b, c])]),
    );
    for (const some of [...near.map((s) => [s]), ...sets, ...(near.length > 3 && near.length < 6 ? [near] : [])]) {
      for (const reader of readers) {
        const found = conclude(some, reader, (period) => truth(period, reader));
        for (const b of found?.values() ?? []) {
          looked += 1;
          if (left(b) < 2) pinned += 1;
        }
      }
    }
  }
  return { pinned, looked };
}
