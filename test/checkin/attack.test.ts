import { describe, expect, it } from 'vitest';
import { couldPin } from '../../src/features/checkin/group-summary/differencing.ts';
import { levels } from '../../src/features/checkin/group-summary/model.ts';
import { levelOf, mayShow, mostTogether, type Released } from '../../src/features/checkin/group-summary/summary.ts';
import { attack, type Mood, moods, simulate, tells } from './attack.ts';
import { type Fineness, read } from './exact.ts';

type Rule = typeof mayShow;

const minus = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((x) => !b.has(x)).length;
const people = (from: number, to: number): ReadonlySet<string> =>
  new Set(Array.from({ length: to - from }, (_, i) => String(from + i)));

/** The rules of docs/domain.md, Group summary as they are worded, with one more question about each picture compared. */
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

/** Somebody who left, who came, who stayed, and who is in neither: every reader knows what one of them knows. */
const anyReader = (r: Released, of: Parameters<Rule>[0]): (string | null)[] =>
  [(p: string) => !of.people.has(p), (p: string) => !r.people.has(p), (p: string) => r.people.has(p)]
    .map((is) => [...r.people, ...of.people].find(is) ?? null)
    .concat(null);

const values = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5];

/** Whether two pictures, the second at any level, pin nobody: under this fineness, with these pairs of own answers. */
const harmless = (
  r: Released,
  candidate: Parameters<Rule>[0],
  fineness: readonly Fineness[],
  owns: readonly (readonly number[])[],
): boolean =>
  levels.every((level) => {
    const reading = read([r, { ...candidate, level }]);
    return anyReader(r, candidate).every((reader) =>
      owns.every((own) => fineness.every((f) => reading.pinned(reader, (i) => own[i] as number, f).length === 0)),
    );
  });

const sameAnswer = values.map((v) => [v, v]);
const anyAnswers = values.flatMap((a) => values.map((b) => [a, b]));
const sameSet = (a: Released, b: { readonly people: ReadonlySet<string> }) =>
  minus(a.people, b.people) + minus(b.people, a.people) === 0;

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
    harmless(r, candidate, ['half', 'whole'], sameAnswer),
  ),
  'two by two, whatever the reader answers': pairs((r, candidate) => {
    const [gone, come] = [minus(r.people, candidate.people), minus(candidate.people, r.people)];
    return !couldPin({ n: r.people.size, levels: [r.level] }, { n: candidate.people.size, levels: [] }, gone, come);
  }),
  'two sets of people, whatever the reader answers, under half values only': (candidate, released, least) => {
    const near = released.filter((r) => candidate.period - r.period < 3);
    const others = near.filter((r) => !sameSet(r, candidate));
    return (
      others.every((r) => sameSet(r, others[0] as Released)) &&
      pairs((r) => harmless(r, candidate, ['half'], anyAnswers))(candidate, released, least)
    );
  },
};

describe('a curious member who knows who answered, every picture, and their own answers', () => {
  const words: Record<Mood, string> = {
    steady: 'nobody changing their answer',
    own: 'one person changing their answer',
    changing: 'answers changing',
    worst: 'nobody but the reader changing their answer, the others answering as unluckily as they can',
  };
  for (const mood of moods) {
    it(`learns nobody’s answer in a hundred and twenty histories, ${words[mood]}`, () => {
      let [looked, pictures, together] = [0, 0, 0];
      for (let seed = 1; seed <= 120; seed++) {
        const history = simulate(seed, mood, mayShow);
        pictures += history.shown.length;
        together += new Set(history.shown.map((s) => s.group)).size > 1 ? 1 : 0;
        const found = attack(history);
        looked += found.looked;
        expect(found.pinned, `history ${seed}`).toBe(0);
      }
      expect(pictures).toBeGreaterThan(400);
      expect(together).toBeGreaterThan(20);
      expect(looked).toBeGreaterThan(4000);
    });
  }

  for (const [name, rule] of Object.entries(weaker)) {
    it(`finds answers behind “${name}”: the attack is no straw man`, () => {
      const seeds = Array.from({ length: 300 }, (_, i) => i + 1);
      const caught = seeds.find((seed) => tells(simulate(seed, 'worst', rule)));
      expect(caught).toBeDefined();
    });
  }

  const shown = (group: string, period: number, level: number, of: ReadonlySet<string>): Released => ({
    group,
    period,
    level,
    people: of,
  });
  const pinnedBy = (some: readonly Released[], reader: string | null, own: readonly number[], fineness: Fineness) =>
    [...read(some).pinned(reader, (i) => own[i] as number, fineness)].sort();

  it('gets no second picture where three who left could be found out: nine at “4 or higher”, then six at 3', () => {
    const nine = shown('A', 0, 4, people(0, 9));
    const six = shown('A', 1, 3, people(0, 6));
    expect(pinnedBy([nine, six], '0', [3, 3], 'half')).toEqual(['6', '7', '8']);
    expect(mayShow(six, [nine], 6)).toBe(false);
  });

  it('gets no second picture where everybody answering once would give three leavers away: eleven at 3, then seven', () => {
    // Six at 2 and one at 3 stay; three at 5 and the reader, at 1, leave.
    expect(levelOf([2, 2, 2, 2, 2, 2, 3, 5, 5, 5, 1])).toBe(3);
    expect(levelOf([2, 2, 2, 2, 2, 2, 3])).toBe(2);
    const eleven = shown('A', 0, 3, people(0, 11));
    const seven = shown('A', 1, 2, people(0, 7));
    expect(pinnedBy([eleven, seven], '10', [1], 'half')).toEqual([]);
    expect(pinnedBy([eleven, seven], '10', [1], 'whole')).toEqual(['7', '8', '9']);
    expect(mayShow(seven, [eleven], 6)).toBe(false);
  });

  it('gets no second picture where their own change of mind gives newcomers away: nine at 2.5, then fifteen at 4', () => {
    const nine = shown('A', 0, 2.5, people(0, 9));
    const fifteen = shown('A', 1, 4, people(0, 15));
    expect(pinnedBy([nine, fifteen], '0', [3, 3], 'half')).toEqual([]);
    expect(pinnedBy([nine, fifteen], '0', [3, 5], 'half')).toContain('12');
    expect(mayShow(fifteen, [nine], 6)).toBe(false);
  });

  it('gets no third picture where a whole less two parts is one person', () => {
    const whole = shown('A', 0, 4, people(0, 13));
    const part = shown('B', 0, 3.5, people(1, 7));
    const other = shown('C', 0, 3.5, people(7, 13));
    const alone = (some: readonly Released[]) => pinnedBy(some, '1', [3, 3, 3], 'half').includes('0');
    expect([alone([whole, part]), alone([whole, other]), alone([part, other])]).toEqual([false, false, false]);
    expect(alone([whole, part, other])).toBe(true);
    expect(mayShow(other, [whole, part], 6)).toBe(false);
  });

  it('gets no picture more of two sets that were shown again and again, whatever they answered each time', () => {
    const own = [1, 2.5, 4, 5];
    const answers = own.flatMap((a) => own.flatMap((b) => own.map((c) => [a, b, c])));
    const given: string[] = [];
    let pictures = 0;
    for (const [first, then] of [
      [8, 14],
      [14, 8],
      [30, 12],
      [11, 24],
    ] as const)
      for (const level of levels)
        for (const next of levels) {
          const was = [shown('A', 0, level, people(0, first)), shown('A', 1, next, people(0, first))];
          if (!mayShow(shown('A', 2, 3, people(0, then)), was, 6)) continue;
          pictures += 1;
          for (const now of levels) {
            const reading = read([...was, shown('A', 2, now, people(0, then))]);
            for (const reader of ['0', String(Math.max(first, then) - 1), null])
              for (const mine of answers)
                for (const fineness of ['half', 'whole'] as const)
                  given.push(...reading.pinned(reader, (i) => mine[i] as number, fineness));
          }
        }
    expect(given).toEqual([]);
    expect(pictures).toBeGreaterThan(0);
  });

  it('is not shown beyond what is gone through: more than six pictures of the same people in 12 weeks', () => {
    const all = people(0, 30);
    const groups = (n: number) =>
      Array.from({ length: n }, (_, i) => shown(String.fromCharCode(65 + (i % 3)), Math.floor(i / 3), 3, all));
    expect(mayShow({ group: 'A', period: 2, people: all }, groups(mostTogether), 6)).toBe(true);
    expect(mayShow({ group: 'B', period: 2, people: all }, groups(mostTogether + 1), 6)).toBe(false);
  });

  it('gets a picture of thirty who stay every four weeks of a year, beside a team that changes', () => {
    const year: Released[] = [];
    for (let period = 0; period < 13; period++)
      for (const [group, of] of [
        ['A', people(0, 30)],
        ['B', people(0, period % 2 === 0 ? 15 : 22)],
      ] as const)
        if (mayShow({ group, period, people: of }, year, 6)) year.push(shown(group, period, 3, of));
    expect(year.filter((r) => r.group === 'A')).toHaveLength(13);
    expect(year.filter((r) => r.group === 'B').length).toBeGreaterThan(0);
  });
});
