import { levels } from '../../src/features/checkin/group-summary/model.ts';
import { levelOf, type mayShow, median, type Released } from '../../src/features/checkin/group-summary/summary.ts';
import { type Fineness, type Reading, read } from './exact.ts';

/** A generator with a seed, so that a history that fails can be looked at again. */
function random(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  for (let i = 0; i < 5; i++) next();
  const upTo = (n: number) => Math.floor(next() * n);
  return { chance: (p: number) => next() < p, upTo, of: <T>(some: readonly T[]): T => some[upTo(some.length)] as T };
}
type Random = ReturnType<typeof random>;

/** What a curious member knows at worst: who stood behind each picture, their own answers, and every figure shown. */
export interface History {
  readonly shown: readonly Released[];
  /** The answer that a person had in a period; whoever reads knows their own. */
  readonly own: (period: number, person: string) => number;
  /** The last picture was chosen to give somebody away, and does: nothing after it is looked at. */
  readonly beaten: boolean;
}

/**
 * `steady`: nobody changes their answer. `own`: one person does, by deleting and answering again. `changing`: everybody answers anew.
 * `worst`: of all answers that the others can have the rare ones that make for the most telling figures, and whoever
 * reads has changed their own as they liked.
 */
export const moods = ['steady', 'own', 'changing', 'worst'] as const;
export type Mood = (typeof moods)[number];

const periods = 8;

/**
 * One to three overlapping groups over eight periods. People come in bunches of like mind, that join, leave, pause,
 * delete their answers of one period and come back together, or one by one. Released as the release itself goes about it.
 */
export function simulate(seed: number, mood: Mood, rule: typeof mayShow): History {
  const r = random(seed);
  const few = 1 + r.upTo(3);
  const bunches = Array.from({ length: 2 + r.upTo(3) }, (_, b) =>
    Array.from({ length: b > 0 && r.chance(0.5) ? 1 + r.upTo(4) : 5 + r.upTo(5) }, (_, i) => `${b}.${i}`),
  );
  const own = answersOf(r, mood, bunches);
  const here = presence(r, bunches);
  // The whole, and parts of it: some nested, some apart, some crossing.
  const groups = ['A', 'B', 'C'].slice(0, few).map((group, i) => ({
    group,
    of: bunches.filter((_, b) => i === 0 || (r.chance(0.8) ? b % 2 === i % 2 : r.chance(0.6))).flat(),
  }));
  const shown: Released[] = [];
  for (let period = 0; period < periods; period++) {
    const circles = groups
      .map(({ group, of }) => ({ group, period, people: new Set(of.filter((p) => here(period, p))) }))
      .sort((x, y) => y.people.size - x.people.size);
    for (const circle of circles) {
      if (circle.people.size === 0 || !rule(circle, shown, 6)) continue;
      const any = r.of(levels);
      if (mood === 'worst') {
        const telling = levels.find((level) => tells({ shown: [...shown, { ...circle, level }], own }, 'last'));
        shown.push({ ...circle, level: telling ?? any });
        if (telling !== undefined) return { shown, own, beaten: true };
      } else shown.push({ ...circle, level: levelOf([...circle.people].map((p) => own(period, p))) });
    }
  }
  return { shown, own, beaten: false };
}

/** Each person's answer of each period. */
function answersOf(r: Random, mood: Mood, bunches: readonly (readonly string[])[]): History['own'] {
  const people = bunches.flat();
  const changes = r.of(people);
  const taste = new Map(
    bunches.flatMap((bunch) => {
      const liked = r.chance(0.6) ? r.of([1, 5]) : 1 + r.upTo(5);
      const same = r.chance(0.5) ? 1 : 0.8;
      return bunch.map((p) => [p, r.chance(same) ? liked : Math.abs(liked - 1) || 2] as const);
    }),
  );
  const once = r.chance(0.5);
  const any = () => (mood === 'changing' ? 1 + r.upTo(5) : r.of([1, 5]));
  const values = new Map<string, number>();
  for (let period = 0; period < periods; period++) {
    for (const p of people) {
      const anew = mood === 'changing' || mood === 'worst' || (mood === 'own' && p === changes);
      const given = Array.from({ length: once ? 1 : 1 + r.upTo(4) }, any);
      values.set(`${period} ${p}`, anew ? median(given) : (taste.get(p) ?? 3));
    }
  }
  return (period, person) => values.get(`${period} ${person}`) ?? 3;
}

/** Who has an answer in which period: bunches or single people join, leave, pause for a while, or delete one period's answers. */
function presence(r: Random, bunches: readonly (readonly string[])[]): (period: number, person: string) => boolean {
  const gone = new Set<string>();
  const [later] = r.chance(0.3) ? [r.of(bunches)] : [];
  if (later !== undefined) mark(later, 0, 1 + r.upTo(4));
  for (let period = 1; period < periods; period++) {
    if (!r.chance(0.7)) continue;
    const who = r.chance(0.7) ? r.of(bunches) : [r.of(bunches.flat())];
    const lasts = { leave: periods, pause: 1 + r.upTo(3), delete: 1 };
    mark(who, period, lasts[r.of(['leave', 'pause', 'pause', 'delete', 'delete'] as const)]);
  }
  function mark(who: readonly string[], from: number, lasts: number): void {
    for (const p of who) for (let period = from; period < from + lasts; period++) gone.add(`${period} ${p}`);
  }
  return (period, person) => !gone.has(`${period} ${person}`);
}

const shares = (a: Released, b: Released): boolean => [...a.people].some((p) => b.people.has(p));

/** All sets of pictures that hang together by people they share; others say nothing about each other. */
function* together(near: readonly Released[]): Generator<readonly Released[]> {
  const friends = near.map((a) => near.reduce((mask, b, j) => mask | (shares(a, b) ? 1 << j : 0), 0));
  for (let set = 1; set < 1 << near.length; set++) {
    let reached = set & -set;
    for (let before = 0; before !== reached; ) {
      before = reached;
      for (const [i, f] of friends.entries()) if (reached & (1 << i)) reached |= f & set;
    }
    if (reached === set) yield near.filter((_, i) => set & (1 << i));
  }
}

/** Somebody for each way of having answered: others know no more than they do. Last, one who answered nowhere. */
function readersOf({ alike }: Reading, some: readonly Released[], own: History['own']): (string | null)[] {
  const ways = alike.flatMap(({ rows, people }) => {
    const way = (p: string) => rows.map((i) => own((some[i] as Released).period, p)).join();
    return [...new Map(people.map((p) => [way(p), p])).values()];
  });
  return [...ways, null];
}

export interface Found {
  /** Somebody was left with one answer: by whom, under which fineness, from how many pictures. */
  readonly pinned: number;
  readonly looked: number;
}

const compared = 3;

/**
 * Every set of pictures near enough in time that answers may be taken to be the same, read by everybody who may be
 * curious, under half values and under whole ones. `last`: only sets with the latest picture in them.
 */
export function attack(history: Omit<History, 'beaten'>, which: 'all' | 'last' = 'all'): Found {
  let [found, looked] = [0, 0];
  for (const n of look(history, which)) {
    looked += 1;
    found += n > 0 ? 1 : 0;
  }
  return { pinned: found, looked };
}

/** Whether anybody is pinned: stops at the first. */
export function tells(history: Omit<History, 'beaten'>, which: 'all' | 'last' = 'all'): boolean {
  for (const n of look(history, which)) if (n > 0) return true;
  return false;
}

/** How many people each look leaves with one answer. */
function* look({ shown, own }: Omit<History, 'beaten'>, which: 'all' | 'last'): Generator<number> {
  const last = shown[shown.length - 1];
  const starts = which === 'all' ? [...new Set(shown.map((s) => s.period))] : [(last?.period ?? 0) - compared + 1];
  for (const from of starts) {
    const near = shown.filter((s) => s.period >= from && s.period < from + compared);
    for (const some of together(near)) {
      // A set that begins later is looked at from its own beginning.
      if (which === 'all' ? some.every((s) => s.period > from) : !some.includes(last as Released)) continue;
      const reading = read(some);
      for (const reader of readersOf(reading, some, own)) {
        const mine = (i: number) => (reader === null ? 0 : own((some[i] as Released).period, reader));
        for (const fineness of ['half', 'whole'] satisfies Fineness[])
          yield reading.pinned(reader, mine, fineness).length;
      }
    }
  }
}
