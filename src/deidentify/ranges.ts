export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Sorted by start, with the furthest end of each and all before it, so that questions take the time of a binary search. */
interface Sorted {
  readonly starts: readonly number[];
  readonly reach: readonly number[];
}

function sorted(ranges: readonly Range[]): Sorted {
  const inOrder = [...ranges].sort((a, b) => a.start - b.start);
  const reach: number[] = [];
  for (const one of inOrder) reach.push(Math.max(reach.at(-1) ?? 0, one.end));
  return { starts: inOrder.map((one) => one.start), reach };
}

/** How many of the sorted values are smaller than `value`, or as large where `orEqual`. */
export function countBelow(values: readonly number[], value: number, orEqual = false): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = values[middle] ?? 0;
    if (one < value || (orEqual && one === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether any of some ranges, which may overlap each other, shares a letter with the range asked about. */
export function overlapWith(ranges: readonly Range[]): (asked: Range) => boolean {
  const { starts, reach } = sorted(ranges);
  return ({ start, end }) => {
    const before = countBelow(starts, end);
    return before > 0 && (reach[before - 1] ?? 0) > start;
  };
}

/** Whether one of some ranges, or several that begin at or before it, reach from the start of the range asked about to its end. */
export function coveredBy(ranges: readonly Range[]): (asked: Range) => boolean {
  const { starts, reach } = sorted(ranges);
  return ({ start, end }) => {
    const before = countBelow(starts, start, true);
    return before > 0 && (reach[before - 1] ?? 0) >= end;
  };
}
