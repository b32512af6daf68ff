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
  const local = localWeights(scores, count);
  for (let i = 0; i < count; i += 1) {
    const [here, before] = [i * size, (i - 1) * size];
    for (let y = 0; y < size; y += 1) {
      let sum = i === 0 ? Math.exp(initial[y] ?? 0) : 0;
      if (i > 0)
        for (let x = 0; x < size; x += 1) sum += (forward[before + x] as number) * (steps[x * size + y] as number);
      forward[here + y] = sum * (local[here + y] as number);
    }
    normalize(forward, here);
  }
  for (let i = count - 1; i >= 0; i -= 1) {
    const [here, next] = [i * size, (i + 1) * size];
    for (let x = 0; x < size; x += 1) {
      let sum = i === count - 1 ? 1 : 0;
      if (i < count - 1)
        for (let y = 0; y < size; y += 1)
          sum += (steps[x * size + y] as number) * (local[next + y] as number) * (backward[next + y] as number);
      backward[here + x] = sum;
    }
    normalize(backward, here);
  }
  for (let at = 0; at < forward.length; at += 1) forward[at] = (forward[at] as number) * (backward[at] as number);
  for (let i = 0; i < count; i += 1) normalize(forward, i * size);
  return forward;
};

/** Each position is scaled to its likeliest label, which keeps the numbers in range on any length of text. */
const localWeights = (scores: Float64Array, count: number): Float64Array => {
  const local = new Float64Array(count * size);
  for (let i = 0; i < count; i += 1) {
    const here = i * size;
    let top = Number.NEGATIVE_INFINITY;
    for (let y = 0; y < size; y += 1) {
      const score = scores[here + y] as number;
      if (score > top) top = score;
    }
    for (let y = 0; y < size; y += 1) local[here + y] = Math.exp((scores[here + y] as number) - top);
  }
  return local;
};

const normalize = (values: Float64Array, here: number): void => {
  let sum = 0;
  for (let y = 0; y < size; y += 1) sum += values[here + y] as number;
  if (sum > 0) for (let y = 0; y < size; y += 1) values[here + y] = (values[here + y] as number) / sum;
};
