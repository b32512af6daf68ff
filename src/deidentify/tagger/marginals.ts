import { labels } from './labels.ts';

const size: 11 = labels.length;

/**
 * Forward–backward over a linear chain: the probability of every label at every piece, given the whole text.
 * `scores` holds `count × labels` log weights, `transitions` `labels × labels` (row = label before; −Infinity forbids),
 * `initial` the log weight of each first label. Returns `count × labels` probabilities. (Lafferty, McCallum and Pereira 2001.)
 */
export const marginals = (
  scores: Float64Array,
  count: number,
  transitions: ArrayLike<number>,
  initial: ArrayLike<number>,
): Float64Array => {
  const back = Float64Array.from(transitions, Math.exp);
  const on = Float64Array.from(back, (_, k) => back[(k % size) * size + Math.floor(k / size)] as number);
  const local = locals(scores, count);
  // Each position is scaled to sum to one, which keeps the numbers in range on any length of text.
  const forward = new Float64Array(count * size);
  for (let y = 0; y < size && count > 0; y += 1) forward[y] = Math.exp(initial[y] ?? 0);
  for (let from = 0; from < forward.length; from += size) {
    if (from > 0) sumUp(forward, from - size, on, forward, from);
    for (let k = from; k < from + size; k += 1) forward[k] = (forward[k] as number) * (local[k] as number);
    normalize(forward, from);
  }
  const backward = new Float64Array(count * size);
  const behind = new Float64Array(size);
  for (let from = forward.length - size; from >= 0; from -= size) {
    if (from === forward.length - size) backward.fill(1, from);
    else sumUp(behind, 0, back, backward, from);
    normalize(backward, from);
    for (let y = 0; y < size; y += 1) behind[y] = (local[from + y] as number) * (backward[from + y] as number);
  }
  for (let k = 0; k < forward.length; k += 1) forward[k] = (forward[k] as number) * (backward[k] as number);
  for (let from = 0; from < forward.length; from += size) normalize(forward, from);
  return forward;
};

/** What the labels of each piece weigh by themselves, the heaviest as 1. */
const locals = (scores: Float64Array, count: number): Float64Array => {
  const local = new Float64Array(count * size);
  for (let from = 0; from < local.length; from += size) {
    let top = Number.NEGATIVE_INFINITY;
    for (let y = 0; y < size; y += 1) top = Math.max(top, scores[from + y] as number);
    for (let y = 0; y < size; y += 1) local[from + y] = Math.exp((scores[from + y] as number) - top);
  }
  return local;
};

/**
 * Writes to `sums`, from `to` on, for each label the sum over the labels of the neighbor, whose values begin at `from`, each
 * times its step. Done twice a piece, so the eleven products are written out, at half of a loop's time.
 */
const sumUp = (values: Float64Array, from: number, steps: Float64Array, sums: Float64Array, to: number): void => {
  const v0 = values[from] as number;
  const v1 = values[from + 1] as number;
  const v2 = values[from + 2] as number;
  const v3 = values[from + 3] as number;
  const v4 = values[from + 4] as number;
  const v5 = values[from + 5] as number;
  const v6 = values[from + 6] as number;
  const v7 = values[from + 7] as number;
  const v8 = values[from + 8] as number;
  const v9 = values[from + 9] as number;
  const v10 = values[from + 10] as number;
  for (let label = 0; label < size; label += 1) {
    const at = label * size;
    sums[to + label] =
      v0 * (steps[at] as number) +
      v1 * (steps[at + 1] as number) +
      v2 * (steps[at + 2] as number) +
      v3 * (steps[at + 3] as number) +
      v4 * (steps[at + 4] as number) +
      v5 * (steps[at + 5] as number) +
      v6 * (steps[at + 6] as number) +
      v7 * (steps[at + 7] as number) +
      v8 * (steps[at + 8] as number) +
      v9 * (steps[at + 9] as number) +
      v10 * (steps[at + 10] as number);
  }
};

/** Divides the values of the piece that begins at `from` by their sum. */
const normalize = (values: Float64Array, from: number): void => {
  let sum = 0;
  for (let k = from; k < from + size; k += 1) sum += values[k] as number;
  if (sum > 0) for (let k = from; k < from + size; k += 1) values[k] = (values[k] as number) / sum;
};
