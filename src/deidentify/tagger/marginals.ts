import { labels } from './labels.ts';

const size = labels.length;

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
  const forward = new Float64Array(count * size);
  const backward = new Float64Array(count * size);
  const steps = Float64Array.from(transitions, Math.exp);
  // Each position is scaled to sum to one, which keeps the numbers in range on any length of text.
  const local = new Float64Array(count * size);
  for (let i = 0; i < count; i += 1) {
    let top = Number.NEGATIVE_INFINITY;
    for (let y = 0; y < size; y += 1) top = Math.max(top, scores[i * size + y] ?? 0);
    for (let y = 0; y < size; y += 1) local[i * size + y] = Math.exp((scores[i * size + y] ?? 0) - top);
  }
  for (let i = 0; i < count; i += 1) {
    for (let y = 0; y < size; y += 1) {
      let sum = i === 0 ? Math.exp(initial[y] ?? 0) : 0;
      if (i > 0)
        for (let x = 0; x < size; x += 1) sum += (forward[(i - 1) * size + x] ?? 0) * (steps[x * size + y] ?? 0);
      forward[i * size + y] = sum * (local[i * size + y] ?? 0);
    }
    normalize(forward, i);
  }
  for (let i = count - 1; i >= 0; i -= 1) {
    for (let x = 0; x < size; x += 1) {
      let sum = i === count - 1 ? 1 : 0;
      if (i < count - 1) {
        const next = (i + 1) * size;
        for (let y = 0; y < size; y += 1) {
          sum += (steps[x * size + y] ?? 0) * (local[next + y] ?? 0) * (backward[next + y] ?? 0);
        }
      }
      backward[i * size + x] = sum;
    }
    normalize(backward, i);
  }
  for (let i = 0; i < count; i += 1) {
    for (let y = 0; y < size; y += 1)
      forward[i * size + y] = (forward[i * size + y] ?? 0) * (backward[i * size + y] ?? 0);
    normalize(forward, i);
  }
  return forward;
};

const normalize = (values: Float64Array, i: number): void => {
  let sum = 0;
  for (let y = 0; y < size; y += 1) sum += values[i * size + y] ?? 0;
  if (sum > 0) for (let y = 0; y < size; y += 1) values[i * size + y] = (values[i * size + y] ?? 0) / sum;
};
