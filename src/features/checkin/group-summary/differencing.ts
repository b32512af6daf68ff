import { levels } from './model.ts';

const lowest = 1;
const highest = 5;
/** Medians of one person's answers come in halves. */
const step = 0.5;
const values = Array.from({ length: (highest - lowest) / step + 1 }, (_, i) => lowest + i * step);

/** The smallest and largest sum that some answers can have, as far as a curious member can tell. */
export interface Sums {
  readonly least: number;
  readonly most: number;
}

/** The smallest and largest sum of answers that is shown as this level. */
export function sumsOf(level: number, n: number): Sums {
  const from = level === levels[0] ? lowest * n : up((level - 0.25) * n);
  const to = level === levels[levels.length - 1] ? highest * n : below((level + 0.25) * n);
  return { least: from, most: to };
}

const up = (x: number): number => Math.ceil(x / step - 1e-9) * step;
const below = (x: number): number => up(x) - step;

/** One set of people with every level that it was shown at, each time with its answers of that time. */
interface Shown {
  readonly n: number;
  readonly levels: readonly number[];
}

/**
 * Two sets of people, the second about to be shown at a level not known yet. Could subtracting their pictures, with the
 * answers of those in both unchanged, leave one value only for somebody else than the reader? The reader may be in
 * both, in one or in none, and knows their own answer of each time: where it changed while nobody else's did, two
 * pictures of one and the same set say more about the others than each of them alone.
 */
export function couldPin(first: Shown, second: Shown, gone: number, come: number): boolean {
  const stay = first.n - gone;
  const [without, than] = [windowsOf(first, false), windowsOf(first, true)];
  return levels.some((level) => {
    const then = { n: second.n, levels: [...second.levels, level] };
    const [outside, inside] = [windowsOf(then, false), windowsOf(then, true)];
    return (
      anyPins(without, outside, { stay, gone, come }) ||
      (stay > 0 && anyPins(than, inside, { stay: stay - 1, gone, come })) ||
      (gone > 0 && anyPins(than, outside, { stay, gone: gone - 1, come })) ||
      (come > 0 && anyPins(without, inside, { stay, gone, come: come - 1 }))
    );
  });
}

/** Everything that pictures of one set can say about the sum of the others: any of them, and any of them together. */
function windowsOf({ n, levels: shown }: Shown, readerIn: boolean): Sums[] {
  const everything: Sums = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  let found = [everything];
  for (const level of shown) {
    const of = sumsOf(level, n);
    const own = readerIn ? values.map((v) => ({ least: of.least - v, most: of.most - v })) : [of];
    const narrower = found.flatMap((a) => own.map((b) => both(a, b))).filter((s) => s.least <= s.most);
    found = [...new Map([...found, ...narrower].map((s) => [`${s.least} ${s.most}`, s])).values()];
  }
  return found.slice(1);
}

const both = (a: Sums, b: Sums): Sums => ({ least: Math.max(a.least, b.least), most: Math.min(a.most, b.most) });

interface Parts {
  readonly stay: number;
  readonly gone: number;
  readonly come: number;
}

const anyPins = (first: readonly Sums[], then: readonly Sums[], parts: Parts): boolean =>
  first.some((a) => then.some((b) => pins(a, b, parts)));

/** Stay + gone lies in `first`, stay + come in `then`: is somebody in one of the three parts left with one value? */
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
  return Math.floor(most + 1e-9) - Math.ceil(least - 1e-9) < 1;
}
