import { describe, expect, it } from 'vitest';
import { couldPin } from '../../src/features/checkin/group-summary/differencing.ts';
import { levels } from '../../src/features/checkin/group-summary/model.ts';
import { mayShow, type Released } from '../../src/features/checkin/group-summary/summary.ts';
import { attack, conclude, left, type Mood, simulate } from './attack.ts';

type Rule = typeof mayShow;

const minus = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((x) => !b.has(x)).length;
const people = (from: number, to: number): ReadonlySet<string> =>
  new Set(Array.from({ length: to - from }, (_, i) => String(from + i)));

/** The rules of domain section 5.5 as they are worded, with one more question about each picture compared. */
const pairs =
  (also: (r: Released, candidate: Parameters<Rule>[0]) => boolean): Rule =>
  (candidate, released, least) =>
    candidate.people.size >= least &&
    released
      .filter((r) => candidate.period - r.period < 3)
      .every((r) => {
        const [gone, come] = [minus(r.people, candidate.people), minus(candidate.people, r.people)];
        const enough =
          r.group === candidate.group
            ? gone + come === 0 || gone + come >= 3
            : (gone === 0 || gone >= least) && (come === 0 || come >= least);
        return enough && also(r, candidate);
      });

/** The first of each of: those who left, those who came, those who stayed. */
const anyReader = (r: Released, of: Parameters<Rule>[0]): string[] =>
  [(p: string) => !of.people.has(p), (p: string) => !r.people.has(p), (p: string) => r.people.has(p)].flatMap((is) => {
    const found = [...r.people, ...of.people].find(is);
    return found === undefined ? [] : [found];
  });

/** Rules that read well and do not hold; the same attack must find what they give away. */
const weaker: Record<string, Rule> = {
  'six respondents alone': (candidate, _released, least) => candidate.people.size >= least,
  'comparing with the last picture of the group only': (candidate, released, least) => {
    const own = released.filter((r) => r.group === candidate.group);
    const others = released.filter((r) => r.group !== candidate.group && r.period === candidate.period);
    return pairs(() => true)(candidate, [...own.slice(-1), ...others], least);
  },
  'the rules as they are worded': pairs(() => true),
  'two by two, the reader answering the same each time': pairs((r, candidate) =>
    levels.every((level) =>
      anyReader(r, candidate).every((reader) =>
        [1, 2, 3, 4, 5].every((own) =>
          [...(conclude([r, { ...candidate, level }], reader, () => own)?.values() ?? [])].every((b) => left(b) > 1),
        ),
      ),
    ),
  ),
  'two by two, whatever the reader answers': pairs((r, candidate) => {
    const [gone, come] = [minus(r.people, candidate.people), minus(candidate.people, r.people)];
    return !couldPin({ n: r.people.size, levels: [r.level] }, { n: candidate.people.size, levels: [] }, gone, come);
  }),
};

describe('a curious member who knows who answered, every picture, and their own answers', () => {
  const histories: Record<Mood, number> = { steady: 300, own: 300, changing: 300, worst: 300 };
  const words: Record<Mood, string> = {
    steady: 'nobody changing their answer',
    own: 'nobody but them changing their answer',
    changing: 'answers changing',
    worst: 'nobody but them changing their answer, the others answering as unluckily as they can',
  };
  for (const mood of Object.keys(histories) as Mood[]) {
    it(`learns nobody’s answer in hundreds of histories, ${words[mood]}`, () => {
      let [looked, pictures, together] = [0, 0, 0];
      for (let seed = 1; seed <= histories[mood]; seed++) {
        const history = simulate(seed, mood, mayShow);
        pictures += history.shown.length;
        together += new Set(history.shown.map((s) => s.group)).size > 1 ? 1 : 0;
        const found = attack(history);
        looked += found.looked;
        expect(found.pinned, `history ${seed}`).toBe(0);
      }
      expect(pictures).toBeGreaterThan(1000);
      expect(together).toBeGreaterThan(50);
      expect(looked).toBeGreaterThan(10_000);
    }, 120_000);
  }

  for (const [name, rule] of Object.entries(weaker)) {
    it(`finds answers behind “${name}”: the attack is no straw man`, () => {
      const seeds = Array.from({ length: 300 }, (_, i) => i + 1);
      const caught = seeds.find((seed) => attack(simulate(seed, 'worst', rule)).pinned > 0);
      expect(caught).toBeDefined();
    }, 120_000);
  }

  const shown = (group: string, period: number, level: number, of: ReadonlySet<string>): Released => ({
    group,
    period,
    level,
    people: of,
  });
  const leftFor = (some: readonly Released[], who: string, own: (period: number) => number): number =>
    left(conclude(some, '0', own)?.get(who) ?? { least: 1, most: 5 });

  it('gets no second picture where three who left could be found out: nine at “4 or higher”, then six at 3', () => {
    const nine = shown('A', 0, 4, people(0, 9));
    const six = shown('A', 1, 3, people(0, 6));
    expect(['6', '7', '8'].map((p) => leftFor([nine, six], p, () => 3))).toEqual([1, 1, 1]);
    expect(mayShow(six, [nine], 6)).toBe(false);
  });

  it('gets no second picture where their own change of mind gives newcomers away: nine at 2.5, then fifteen at 4', () => {
    const nine = shown('A', 0, 2.5, people(0, 9));
    const fifteen = shown('A', 1, 4, people(0, 15));
    const changing = (period: number): number => (period === 0 ? 3 : 5);
    expect(leftFor([nine, fifteen], '12', () => 3)).toBeGreaterThan(1);
    expect(leftFor([nine, fifteen], '12', changing)).toBe(1);
    expect(mayShow(fifteen, [nine], 6)).toBe(false);
  });

  it('gets no third picture where a whole less two parts is one person', () => {
    const whole = shown('A', 0, 4, people(0, 13));
    const part = shown('B', 0, 3.5, people(1, 7));
    const other = shown('C', 0, 3.5, people(7, 13));
    const alone = (some: readonly Released[]) => left(conclude(some, '1', () => 3)?.get('0') ?? { least: 1, most: 5 });
    expect([alone([whole, part]), alone([whole, other]), alone([part, other])].every((n) => n > 1)).toBe(true);
    expect(alone([whole, part, other])).toBe(1);
    expect(mayShow(other, [whole, part], 6)).toBe(false);
  });

  it('gets no picture more of two sets that were shown again and again', () => {
    for (const level of levels) {
      const was = [0, 1].map((period) => shown('A', period, level, people(0, 8)));
      for (const next of levels) {
        const now = shown('A', 2, next, people(0, 14));
        if (!mayShow(now, was, 6)) continue;
        for (const own of [
          [1, 5, 3],
          [5, 1, 1],
          [1, 3, 5],
          [3, 3, 1],
        ]) {
          const found = conclude([...was, now], '0', (period) => own[period] ?? 3);
          expect([...(found?.values() ?? [])].every((b) => left(b) > 1)).toBe(true);
        }
      }
    }
  });
});
