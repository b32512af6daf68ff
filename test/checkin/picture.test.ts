import { describe, expect, it } from 'vitest';
import { levels } from '../../src/features/checkin/group-summary/model.ts';
import { levelOf, mayShow, median, type Released } from '../../src/features/checkin/group-summary/summary.ts';

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

  it('of what shares people, no third set of respondents is shown within 12 weeks', () => {
    const [whole, half, otherHalf] = [upTo(19), set(0, 1, 2, 3, 4, 5), set(6, 7, 8, 9, 10, 11)];
    const shown = [before(whole), before(half, 0, 'B')];
    expect(mayShow({ group: 'C', period: 0, people: otherHalf }, [before(whole)], 6)).toBe(true);
    expect(mayShow({ group: 'C', period: 0, people: otherHalf }, [before(half, 0, 'B')], 6)).toBe(true);
    expect(mayShow({ group: 'C', period: 0, people: otherHalf }, shown, 6)).toBe(false);
    expect(mayShow({ group: 'C', period: 0, people: half }, shown, 6)).toBe(true);
    expect(mayShow({ group: 'C', period: 0, people: set(100, 101, 102, 103, 104, 105) }, shown, 6)).toBe(true);
    expect(mayShow({ group: 'C', period: 3, people: otherHalf }, shown, 6)).toBe(true);
  });
});
