/**
 * What figures that were shown leave open, by complete search: no bound is guessed and nothing is sampled. It shares no
 * code with the rule it is held against.
 */

/** One figure: who stood behind it, and what was shown. */
export interface Figure {
  readonly people: ReadonlySet<string>;
  readonly level: number;
}

/** `half`: medians of any number of answers. `whole`: everybody else answered once, or three times. */
export type Fineness = 'half' | 'whole';

/** All in half points from here on, so that every number is whole: answers are 2 to 10, in steps of 1 or 2. */
const [lowest, highest] = [2, 10];

/** The sums (in half points) of n answers whose mean is shown as this level: the rounding and clamping, undone. */
export function shownAs(level: number, n: number): readonly [number, number] {
  // Mean m = sum / (2n) is shown as level l when l - 1/4 <= m < l + 1/4; "2 or lower" and "4 or higher" are open.
  const from = level <= 2 ? lowest * n : Math.ceil((4 * level - 1) * n * 0.5);
  const below = level >= 4 ? highest * n + 1 : Math.ceil((4 * level + 1) * n * 0.5);
  return [from, below - 1];
}

/** People who stand behind the same figures, and together with whom one cannot be told from another. */
interface Alike {
  readonly n: number;
  readonly rows: readonly number[];
}

interface Row {
  readonly from: number;
  readonly to: number;
}

type Range = readonly [number, number];

/** Is there a sum for each part, within its range and in these steps, such that every row holds? Complete search. */
function solvable(parts: readonly Alike[], rows: readonly Row[], ranges: readonly Range[], step: 1 | 2): boolean {
  const insides = rows.map((_, r) => parts.flatMap((p, i) => (p.rows.includes(r) ? [i] : [])));
  return holds(
    insides,
    rows,
    ranges.map(([a]) => a),
    ranges.map(([, b]) => b),
    step,
  );
}

/** The same with the parts inside of each row, and the ranges from `least` to `most`, which it may change. */
function holds(
  insides: readonly (readonly number[])[],
  rows: readonly Row[],
  least: number[],
  most: number[],
  step: 1 | 2,
): boolean {
  for (let moved = true; moved; ) {
    moved = false;
    for (let r = 0; r < rows.length; r += 1) {
      const row = rows[r] as Row;
      const inside = insides[r] as readonly number[];
      let [low, high] = [0, 0];
      for (const i of inside) {
        low += least[i] as number;
        high += most[i] as number;
      }
      if (high < row.from || low > row.to) return false;
      for (const i of inside) {
        const a = least[i] as number;
        const b = most[i] as number;
        // Range ends stay on the lattice of the part: its least sum is lowest * n, which both steps divide.
        const from = Math.max(a, Math.ceil((row.from - (high - b)) / step) * step);
        const to = Math.min(b, Math.floor((row.to - (low - a)) / step) * step);
        if (from > to) return false;
        if (from === a && to === b) continue;
        least[i] = from;
        most[i] = to;
        low += from - a;
        high += to - b;
        moved = true;
      }
    }
  }
  let widest = 0;
  for (let i = 1; i < least.length; i += 1) if (widthOf(i) > widthOf(widest)) widest = i;
  if (least.length === 0 || widthOf(widest) === 0) return true;
  // The widest part is cut in two: one of the halves holds a solution, or none does.
  const cut = (least[widest] as number) + Math.floor(widthOf(widest) / step / 2) * step;
  return (
    holds(insides, rows, [...least], most.with(widest, cut), step) ||
    holds(insides, rows, least.with(widest, cut + step), [...most], step)
  );

  function widthOf(i: number): number {
    return (most[i] as number) - (least[i] as number);
  }
}

const solved = new Map<string, readonly number[] | null>();

/**
 * For each set of people alike: on how many whole answers one of them can still be, with these figures read together,
 * the others' answers the same in all, and the reader's own (by figure) known. Null where that cannot be: answers changed.
 */
function openFor(parts: readonly Alike[], rows: readonly Row[], fineness: Fineness): readonly number[] | null {
  const key = `${fineness}|${parts.map((p) => `${p.n}:${p.rows}`).join(';')}|${rows.map((r) => `${r.from},${r.to}`).join(';')}`;
  const known = solved.get(key);
  if (known !== undefined) return known;
  const step = fineness === 'half' ? 1 : 2;
  const all: Range[] = parts.map(({ n }) => [lowest * n, highest * n]);
  const found = solvable(parts, rows, all, step)
    ? parts.map((part, i) => {
        let open = 0;
        for (let value = lowest; value <= highest && open < 2; value += 2) {
          const one: Alike = { n: 1, rows: part.rows };
          const rest: Alike = { n: part.n - 1, rows: part.rows };
          const ranges: Range[] = [...all.with(i, [lowest * rest.n, highest * rest.n]), [value, value]];
          if (solvable([...parts.with(i, rest), one], rows, ranges, step)) open += 1;
        }
        return open;
      })
    : null;
  solved.set(key, found);
  return found;
}

/** Everybody behind these figures, by the figures that they stand behind. */
function alikeIn(figures: readonly Figure[]): { readonly rows: number[]; readonly people: string[] }[] {
  const where = new Map<string, number>();
  for (const [i, f] of figures.entries()) for (const p of f.people) where.set(p, (where.get(p) ?? 0) | (1 << i));
  const alike = new Map<number, string[]>();
  for (const [p, mask] of where) alike.set(mask, [...(alike.get(mask) ?? []), p]);
  return [...alike].map(([mask, people]) => ({
    rows: figures.flatMap((_, i) => (mask & (1 << i) ? [i] : [])),
    people,
  }));
}

/** Reads some figures together, for one reader after the other. */
export interface Reading {
  /** People who stand behind the same figures, and which. */
  readonly alike: readonly { readonly rows: readonly number[]; readonly people: readonly string[] }[];
  /**
   * Who is left with fewer than two whole answers, for a reader (null: somebody who answered nowhere) with these answers
   * of their own, by figure. Empty too where the figures contradict each other: then somebody's answer changed.
   */
  pinned(reader: string | null, own: (figure: number) => number, fineness: Fineness): readonly string[];
}

export function read(figures: readonly Figure[]): Reading {
  const alike = alikeIn(figures);
  const sums = figures.map((f) => shownAs(f.level, f.people.size));
  return {
    alike,
    pinned(reader, own, fineness) {
      const mine = alike.findIndex((a) => reader !== null && a.people.includes(reader));
      const others = alike
        .map(({ rows, people }, i) => ({ rows, people, n: people.length - (i === mine ? 1 : 0) }))
        .filter(({ n }) => n > 0);
      const rows = sums.map(([from, to], i) => {
        const less = alike[mine]?.rows.includes(i) ? 2 * own(i) : 0;
        return { from: from - less, to: to - less };
      });
      const open = openFor(others, rows, fineness);
      if (open === null) return [];
      return others.flatMap((p, i) => ((open[i] as number) < 2 ? p.people.filter((one) => one !== reader) : []));
    },
  };
}
