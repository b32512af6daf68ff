import { levels } from './levels.ts';

const lowest = 1;
const highest = 5;

/**
 * How fine the others' answers can be. The median of two or four answers can be a half, that of one or three is whole;
 * a reader may know that everybody answered once. So nobody may be left with one value under either.
 */
const steps = [0.5, 1] as const;
type Step = (typeof steps)[number];

/** What a reader can have answered themself, however often. */
const own = Array.from({ length: (highest - lowest) / 0.5 + 1 }, (_, i) => lowest + i * 0.5);

const up = (x: number, step: Step): number => Math.ceil(x / step) * step;
const down = (x: number, step: Step): number => Math.floor(x / step) * step;

/** The smallest and largest sum that some answers can have, as far as a curious member can tell. */
interface Sums {
  readonly least: number;
  readonly most: number;
}

/** The smallest and largest sum, in halves, of answers that is shown as this level. */
function sumsOf(level: number, n: number): Sums {
  const least = level === levels[0] ? lowest * n : up((level - 0.25) * n, 0.5);
  const most = level === levels[levels.length - 1] ? highest * n : up((level + 0.25) * n, 0.5) - 0.5;
  return { least, most };
}

/** One set of people with every level that it was shown at, each time with its answers of that time. */
interface ShownSet {
  readonly n: number;
  readonly levels: readonly number[];
}

/**
 * Two sets of people, the second about to be shown at a level not known yet. Could the pictures of both, with the others'
 * answers unchanged, leave one value only for somebody else than the reader? The reader may be in both, in one or in
 * none, and knows their own answer of each time: where it changed while nobody else's did, two pictures of one and the
 * same set say more about the others than each of them alone. Exact: it goes through every level, every reader, all
 * their own answers, and any of the pictures together.
 */
export const couldPin = (first: ShownSet, second: ShownSet, gone: number, come: number): boolean =>
  steps.some((step) => couldPinIn(step, first, second, { stay: first.n - gone, gone, come }));

function couldPinIn(step: Step, first: ShownSet, second: ShownSet, parts: Parts): boolean {
  const { stay, gone, come } = parts;
  const [without, than] = [windowsOf(first, false, step), windowsOf(first, true, step)];
  return levels.some((level) => {
    const then = { n: second.n, levels: [...second.levels, level] };
    const [outside, inside] = [windowsOf(then, false, step), windowsOf(then, true, step)];
    return (
      anyPins(without, outside, parts) ||
      (stay > 0 && anyPins(than, inside, { ...parts, stay: stay - 1 })) ||
      (gone > 0 && anyPins(than, outside, { ...parts, gone: gone - 1 })) ||
      (come > 0 && anyPins(without, inside, { ...parts, come: come - 1 }))
    );
  });
}

const anything: Sums = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };

/** Everything that pictures of one set can say about the sum of the others: none of them, any, and any together. */
function windowsOf({ n, levels: shown }: ShownSet, readerIn: boolean, step: Step): Sums[] {
  let found = [anything];
  for (const level of shown) {
    const { least, most } = sumsOf(level, n);
    const of = (readerIn ? own : [0]).map((v) => ({ least: up(least - v, step), most: down(most - v, step) }));
    const narrower = found.flatMap((a) => of.map((b) => both(a, b))).filter((s) => s.least <= s.most);
    found = [...new Map([...found, ...narrower].map((s) => [`${s.least} ${s.most}`, s])).values()];
  }
  return found;
}

const both = (a: Sums, b: Sums): Sums => ({ least: Math.max(a.least, b.least), most: Math.min(a.most, b.most) });

/** The people besides the reader: in both sets, in the first only, in the second only. */
interface Parts {
  readonly stay: number;
  readonly gone: number;
  readonly come: number;
}

const anyPins = (first: readonly Sums[], then: readonly Sums[], parts: Parts): boolean =>
  first.some((a) => then.some((b) => pins(a, b, parts)));

/**
 * Stay + gone lies in `first`, stay + come in `then`: is somebody in one of the three parts left with one value? Bounds
 * suffice: they lie on the steps, and every sum between them can be reached.
 */
function pins(first: Sums, then: Sums, { stay, gone, come }: Parts): boolean {
  const range = (n: number): Sums => ({ least: n * lowest, most: n * highest });
  const less = (of: Sums, part: Sums): Sums => ({ least: of.least - part.most, most: of.most - part.least });
  const s = both(range(stay), both(less(first, range(gone)), less(then, range(come))));
  if (s.least > s.most) return false;
  const g = both(range(gone), less(first, s));
  const c = both(range(come), less(then, s));
  return forced(s, stay) || forced(g, gone) || forced(c, come);
}

/** Of n people with such a sum, is one left with fewer than two whole answers that they can have given? */
function forced(sum: Sums, n: number): boolean {
  if (n === 0) return false;
  const least = Math.max(lowest, sum.least - (n - 1) * highest);
  const most = Math.min(highest, sum.most - (n - 1) * lowest);
  return Math.floor(most) - Math.ceil(least) < 1;
}
