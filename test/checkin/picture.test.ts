import { describe, expect, it } from 'vitest';
import { levelOf, mayShow, median, type Released, sumsOf } from '../../src/checkin/picture.ts';
import { type Level, levels } from '../../src/checkin/picture-model.ts';

/** A generator with a seed, so that a history that fails can be looked at again. */
function random(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return { chance: (p: number) => next() < p, upTo: (n: number) => Math.floor(next() * n), next };
}

interface Shown extends Released {
  readonly level: Level;
}

/** What a curious member knows at worst: who stood behind each picture, their own answers, and every figure shown. */
interface History {
  readonly shown: readonly Shown[];
  /** Answers by period and person; `steady` ones never change. */
  readonly truth: (period: number, person: string) => number;
}

/** Two overlapping groups, some periods; people join, leave, pause and delete; as the release itself goes about it. */
function simulate(seed: number, steady: boolean, rule: typeof mayShow = mayShow): History {
  const r = random(seed);
  const size = 7 + r.upTo(14);
  const people = Array.from({ length: size + 6 }, (_, i) => `p${i}`);
  const inB = new Set(people.filter(() => r.chance(0.6)));
  const taste = new Map(people.map((p) => [p, 1 + r.upTo(5)]));
  const skewed = r.upTo(3);
  const answers = new Map<string, number>();
  const truth = (period: number, person: string): number => {
    if (steady) return skewed === 1 ? 1 : skewed === 2 ? 5 : (taste.get(person) ?? 3);
    const key = `${period} ${person}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const value = median(Array.from({ length: 1 + r.upTo(4) }, () => 1 + r.upTo(5)));
    answers.set(key, value);
    return value;
  };
  const shown: Shown[] = [];
  let active = new Set(people.slice(0, size));
  for (let period = 0; period < 8; period++) {
    const moves = r.chance(0.4) ? 0 : 1 + r.upTo(6);
    active = new Set(active);
    for (let i = 0; i < moves; i++) {
      const who = people[r.upTo(people.length)] as string;
      if (active.has(who)) active.delete(who);
      else active.add(who);
    }
    const a = new Set([...active].filter((p) => r.chance(0.97) || p === 'p0'));
    const groups = [
      { group: 'A', people: a },
      { group: 'B', people: new Set([...a].filter((p) => inB.has(p))) },
    ].sort((x, y) => y.people.size - x.people.size);
    for (const { group, people: circle } of groups) {
      const candidate = { group, period, people: circle };
      if (circle.size === 0 || !rule(candidate, shown, 6)) continue;
      shown.push({ ...candidate, level: levelOf([...circle].map((p) => truth(period, p))) });
    }
  }
  return { shown, truth };
}

type Bound = { least: number; most: number };

/**
 * All that can be concluded from pictures whose answers are taken to be the same for each person: every picture, and
 * every picture less another, as bounds on sums, tightened until nothing moves. The reader's own answers are known.
 */
function conclude(shown: readonly Shown[], reader: string, own: number): Map<string, Bound> {
  const bounds = new Map<string, Bound>();
  for (const s of shown)
    for (const p of s.people) bounds.set(p, p === reader ? { least: own, most: own } : { least: 1, most: 5 });
  const sums: { plus: string[]; minus: string[]; least: number; most: number }[] = [];
  for (const s of shown) {
    const of = sumsOf(s.level, s.people.size);
    sums.push({ plus: [...s.people], minus: [], ...of });
    for (const t of shown) {
      if (s === t) continue;
      const other = sumsOf(t.level, t.people.size);
      sums.push({
        plus: [...s.people].filter((p) => !t.people.has(p)),
        minus: [...t.people].filter((p) => !s.people.has(p)),
        least: of.least - other.most,
        most: of.most - other.least,
      });
    }
  }
  for (let round = 0; round < 30; round++) {
    let moved = false;
    for (const { plus, minus, least, most } of sums) {
      const at = (p: string): Bound => bounds.get(p) as Bound;
      const total = (side: 'least' | 'most'): number =>
        plus.reduce((n, p) => n + at(p)[side], 0) -
        minus.reduce((n, p) => n + at(p)[side === 'least' ? 'most' : 'least'], 0);
      const [low, high] = [total('least'), total('most')];
      const tighten = (p: string, next: Bound): void => {
        const before = at(p);
        const now = { least: Math.max(before.least, next.least), most: Math.min(before.most, next.most) };
        if (now.least > before.least + 1e-9 || now.most < before.most - 1e-9) moved = true;
        bounds.set(p, now);
      };
      for (const p of plus) tighten(p, { least: least - (high - at(p).most), most: most - (low - at(p).least) });
      for (const p of minus) tighten(p, { least: low + at(p).most - most, most: high + at(p).least - least });
    }
    if (!moved) break;
  }
  return bounds;
}

/** How many values are left for somebody who is known to have answered once: whole numbers from 1 to 5. */
const left = (b: Bound): number => [1, 2, 3, 4, 5].filter((v) => v >= b.least - 1e-9 && v <= b.most + 1e-9).length;

/** Everything that can be subtracted: what is near enough in time that answers may be taken to be the same. */
function attack({ shown, truth }: History): { pinned: number; looked: number } {
  let pinned = 0;
  let looked = 0;
  const everybody = new Set(shown.flatMap((s) => [...s.people]));
  for (const reader of everybody) {
    for (const from of new Set(shown.map((s) => s.period))) {
      const near = shown.filter((s) => s.period >= from && s.period < from + 3);
      const [first] = near;
      if (first === undefined) continue;
      for (const one of near) {
        // Subtract this picture from each of the others, and all of them together.
        for (const some of [...near.filter((s) => s !== one).map((s) => [one, s]), near]) {
          const bounds = conclude(some, reader, truth(one.period, reader));
          const consistent = [...bounds.values()].every((b) => b.least <= b.most + 1e-9);
          if (!consistent) continue;
          for (const [who, b] of bounds) {
            if (who === reader) continue;
            looked += 1;
            if (left(b) < 2) pinned += 1;
          }
        }
      }
    }
  }
  return { pinned, looked };
}

describe('the group picture', () => {
  it('is rounded to 0.5 and clamped', () => {
    expect(levelOf([1, 1, 1, 1, 1, 1])).toBe(2);
    expect(levelOf([5, 5, 5, 5, 5, 5])).toBe(4);
    expect(levelOf([3, 3, 3, 4, 4, 3, 3])).toBe(3.5);
    expect(levels).toEqual([2, 2.5, 3, 3.5, 4]);
  });

  it('takes one value for each person: the median', () => {
    expect(median([5, 1, 2])).toBe(2);
    expect(median([2, 3, 4, 5])).toBe(3.5);
  });

  const set = (...ids: number[]): ReadonlySet<string> => new Set(ids.map(String));
  const upTo = (n: number): ReadonlySet<string> => new Set(Array.from({ length: n }, (_, i) => String(i)));
  const before = (people: ReadonlySet<string>, period = 0, group = 'A', level = 3): Released => ({
    group,
    period,
    level,
    people,
  });

  it('needs six, and an operator can only raise that', () => {
    expect(mayShow({ group: 'A', period: 0, people: upTo(5) }, [], 6)).toBe(false);
    expect(mayShow({ group: 'A', period: 0, people: upTo(6) }, [], 6)).toBe(true);
    expect(mayShow({ group: 'A', period: 0, people: upTo(6) }, [], 8)).toBe(false);
  });

  it('is withheld when one or two came or went in 12 weeks, also when they came back in between', () => {
    const next = (people: ReadonlySet<string>, period: number, was: Released[]) =>
      mayShow({ group: 'A', period, people }, was, 6);
    expect(next(upTo(16), 1, [before(upTo(16))])).toBe(true);
    expect(next(upTo(15), 1, [before(upTo(16))])).toBe(false);
    expect(next(upTo(14), 2, [before(upTo(16))])).toBe(false);
    expect(next(upTo(15), 3, [before(upTo(16))])).toBe(true);
    const away = new Set([...upTo(8), ...set(100, 101, 102, 103, 104, 105, 106, 107)]);
    expect(next(upTo(15), 2, [before(upTo(16)), before(away, 1)])).toBe(false);
  });

  it('of two groups, the smaller is withheld unless they differ by nobody or at least six each way', () => {
    const smaller = (people: ReadonlySet<string>) => mayShow({ group: 'B', period: 0, people }, [before(upTo(20))], 6);
    expect(smaller(upTo(20))).toBe(true);
    expect(smaller(upTo(15))).toBe(false);
    expect(smaller(upTo(14))).toBe(true);
    expect(smaller(new Set([...upTo(14), '100']))).toBe(false);
    expect(smaller(set(100, 101, 102, 103, 104, 105))).toBe(true);
  });

  it('decides by who answered and what was shown, never by the new answers', () => {
    expect(mayShow.length).toBe(3);
    const candidate = { group: 'A', period: 1, people: upTo(9) };
    expect(Object.keys(candidate).sort()).toEqual(['group', 'people', 'period']);
  });

  for (const steady of [true, false]) {
    it(`gives no answer away in hundreds of histories, ${steady ? 'nobody changing their answer' : 'answers changing'}`, () => {
      let looked = 0;
      let pictures = 0;
      for (let seed = 1; seed <= 300; seed++) {
        const history = simulate(seed, steady);
        pictures += history.shown.length;
        const found = attack(history);
        looked += found.looked;
        expect(found.pinned, `history ${seed}`).toBe(0);
      }
      expect(pictures).toBeGreaterThan(600);
      expect(looked).toBeGreaterThan(10_000);
    }, 120_000);
  }

  /** Rules that read well and do not hold; the same attack must find what they give away. */
  const weaker: Record<string, typeof mayShow> = {
    'six respondents alone': (candidate, _released, least) => candidate.people.size >= least,
    'comparing with the last picture of the group only': (candidate, released, least) => {
      const own = released.filter((r) => r.group === candidate.group);
      const others = released.filter((r) => r.group !== candidate.group && r.period === candidate.period);
      return mayDiffer(candidate, [...own.slice(-1), ...others], least);
    },
  };

  function mayDiffer(candidate: Parameters<typeof mayShow>[0], released: readonly Released[], least: number): boolean {
    const minus = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((x) => !b.has(x)).length;
    return (
      candidate.people.size >= least &&
      released
        .filter((r) => candidate.period - r.period < 3)
        .every((r) => {
          const [gone, come] = [minus(r.people, candidate.people), minus(candidate.people, r.people)];
          if (r.group === candidate.group) return gone + come === 0 || gone + come >= 3;
          return (gone === 0 || gone >= least) && (come === 0 || come >= least);
        })
    );
  }

  for (const [name, rule] of Object.entries(weaker)) {
    it(`the attack is no straw man: it finds answers behind “${name}”`, () => {
      const caught = Array.from({ length: 300 }, (_, i) => i + 1).find((seed) => {
        const { pinned } = attack(simulate(seed, true, rule));
        return pinned > 0;
      });
      expect(caught).toBeDefined();
    }, 120_000);
  }

  it('is withheld where three who left could be found out: nine at “4 or higher”, then six of them at 3', () => {
    const nine = before(upTo(9), 0, 'A', 4);
    const six = { group: 'A', period: 1, people: upTo(6) };
    expect(mayDiffer(six, [nine], 6)).toBe(true);
    const bounds = conclude([nine as Shown, { ...six, level: 3 }], '0', 3);
    expect([6, 7, 8].map((p) => left(bounds.get(String(p)) as Bound))).toEqual([1, 1, 1]);
    expect(mayShow(six, [nine], 6)).toBe(false);
  });
});
