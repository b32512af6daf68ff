import { buckets } from '../../src/deidentify/tagger/features.ts';
import { labels, mayFollow } from '../../src/deidentify/tagger/labels.ts';
import type { Dataset } from './dataset.ts';
import { type Chance, shuffled } from './random.ts';

const size = labels.length;

/** Weights of a linear-chain conditional random field; `transitions` row = label before, −Infinity where forbidden. */
export interface Weights {
  readonly features: Float32Array;
  readonly transitions: Float64Array;
  readonly initial: Float64Array;
}

export interface Schedule {
  readonly epochs: number;
  readonly rate: number;
  /** Pull towards zero at each update of a weight. */
  readonly decay: number;
}

export const schedule: Schedule = { epochs: 4, rate: 0.15, decay: 2e-6 };

/** Differences smaller than this teach nothing and are skipped: most pieces are plainly outside after the first epoch. */
const negligible = 2e-3;

/** Maximises the log-likelihood with AdaGrad (Duchi, Hazan and Singer 2011), one text at a time, rate falling to a fifth. */
export const train = (data: Dataset, random: Chance, plan: Schedule = schedule): Weights => {
  const weights: Weights = {
    features: new Float32Array(buckets * size),
    transitions: Float64Array.from({ length: size * size }, (_, i) =>
      mayFollow(Math.floor(i / size), i % size) ? 0 : Number.NEGATIVE_INFINITY,
    ),
    initial: Float64Array.from({ length: size }, (_, y) => (mayFollow(0, y) ? 0 : Number.NEGATIVE_INFINITY)),
  };
  const squares = new Float32Array(buckets * size);
  const edgeSquares = new Float64Array(size * size + size).fill(1);
  const texts = Array.from({ length: data.texts.length - 1 }, (_, t) => t);
  const steps = plan.epochs * texts.length;
  let step = 0;
  for (let epoch = 0; epoch < plan.epochs; epoch += 1) {
    for (const text of shuffled(random, texts)) {
      const rate = plan.rate * (1 - 0.8 * (step / steps));
      step += 1;
      const first = data.texts[text] ?? 0;
      const count = (data.texts[text + 1] ?? 0) - first;
      if (count > 0) update(weights, squares, edgeSquares, data, first, count, rate, plan.decay);
    }
  }
  return weights;
};

const update = (
  weights: Weights,
  squares: Float32Array,
  edgeSquares: Float64Array,
  data: Dataset,
  first: number,
  count: number,
  rate: number,
  decay: number,
): void => {
  const { features: w, transitions, initial } = weights;
  const { features, from, gold } = data;
  const local = new Float64Array(count * size);
  for (let i = 0; i < count; i += 1) {
    const end = from[first + i + 1] ?? 0;
    for (let k = from[first + i] ?? 0; k < end; k += 1) {
      const row = (features[k] ?? 0) * size;
      for (let y = 0; y < size; y += 1) local[i * size + y] = (local[i * size + y] ?? 0) + (w[row + y] ?? 0);
    }
    let top = Number.NEGATIVE_INFINITY;
    for (let y = 0; y < size; y += 1) top = Math.max(top, local[i * size + y] ?? 0);
    for (let y = 0; y < size; y += 1) local[i * size + y] = Math.exp((local[i * size + y] ?? 0) - top);
  }
  const steps = transitions.map((value) => Math.exp(value));
  const { forward, backward } = passes(local, steps, initial, count);
  const edges = new Float64Array(size * size + size);
  const difference = new Float64Array(size);
  for (let i = 0; i < count; i += 1) {
    let sum = 0;
    for (let y = 0; y < size; y += 1) sum += (forward[i * size + y] ?? 0) * (backward[i * size + y] ?? 0);
    let most = 0;
    for (let y = 0; y < size; y += 1) {
      const expected = ((forward[i * size + y] ?? 0) * (backward[i * size + y] ?? 0)) / sum;
      difference[y] = (gold[first + i] === y ? 1 : 0) - expected;
      most = Math.max(most, Math.abs(difference[y] ?? 0));
    }
    if (i === 0) for (let y = 0; y < size; y += 1) edges[size * size + y] = difference[y] ?? 0;
    else expectEdges(edges, forward, backward, local, steps, gold, first, i);
    if (most < negligible) continue;
    const end = from[first + i + 1] ?? 0;
    for (let k = from[first + i] ?? 0; k < end; k += 1) {
      const row = (features[k] ?? 0) * size;
      for (let y = 0; y < size; y += 1) {
        const slope = (difference[y] ?? 0) - decay * (w[row + y] ?? 0);
        if (slope < 1e-4 && slope > -1e-4) continue;
        const square = (squares[row + y] ?? 0) + slope * slope;
        squares[row + y] = square;
        w[row + y] = (w[row + y] ?? 0) + (rate * slope) / Math.sqrt(square + 0.05);
      }
    }
  }
  for (let e = 0; e < edges.length; e += 1) {
    const slope = edges[e] ?? 0;
    const list = e < size * size ? transitions : initial;
    const at = e < size * size ? e : e - size * size;
    if (slope === 0 || list[at] === Number.NEGATIVE_INFINITY) continue;
    const square = (edgeSquares[e] ?? 0) + slope * slope;
    edgeSquares[e] = square;
    list[at] = (list[at] ?? 0) + (rate * slope) / Math.sqrt(square);
  }
};

const passes = (
  local: Float64Array,
  steps: Float64Array,
  initial: Float64Array,
  count: number,
): { forward: Float64Array; backward: Float64Array } => {
  const forward = new Float64Array(count * size);
  const backward = new Float64Array(count * size);
  for (let i = 0; i < count; i += 1) {
    let total = 0;
    for (let y = 0; y < size; y += 1) {
      let sum = i === 0 ? Math.exp(initial[y] ?? 0) : 0;
      if (i > 0)
        for (let x = 0; x < size; x += 1) sum += (forward[(i - 1) * size + x] ?? 0) * (steps[x * size + y] ?? 0);
      sum *= local[i * size + y] ?? 0;
      forward[i * size + y] = sum;
      total += sum;
    }
    for (let y = 0; y < size; y += 1) forward[i * size + y] = (forward[i * size + y] ?? 0) / total;
  }
  for (let i = count - 1; i >= 0; i -= 1) {
    let total = 0;
    for (let x = 0; x < size; x += 1) {
      let sum = i === count - 1 ? 1 : 0;
      if (i < count - 1) {
        const next = (i + 1) * size;
        for (let y = 0; y < size; y += 1)
          sum += (steps[x * size + y] ?? 0) * (local[next + y] ?? 0) * (backward[next + y] ?? 0);
      }
      backward[i * size + x] = sum;
      total += sum;
    }
    for (let x = 0; x < size; x += 1) backward[i * size + x] = (backward[i * size + x] ?? 0) / total;
  }
  return { forward, backward };
};

/** Adds observed minus expected label pairs between piece i − 1 and piece i. */
const expectEdges = (
  edges: Float64Array,
  forward: Float64Array,
  backward: Float64Array,
  local: Float64Array,
  steps: Float64Array,
  gold: Uint8Array,
  first: number,
  i: number,
): void => {
  let total = 0;
  const pairs = new Float64Array(size * size);
  for (let x = 0; x < size; x += 1) {
    for (let y = 0; y < size; y += 1) {
      const value =
        (forward[(i - 1) * size + x] ?? 0) *
        (steps[x * size + y] ?? 0) *
        (local[i * size + y] ?? 0) *
        (backward[i * size + y] ?? 0);
      pairs[x * size + y] = value;
      total += value;
    }
  }
  for (let e = 0; e < size * size; e += 1) edges[e] = (edges[e] ?? 0) - (pairs[e] ?? 0) / total;
  const seen = (gold[first + i - 1] ?? 0) * size + (gold[first + i] ?? 0);
  edges[seen] = (edges[seen] ?? 0) + 1;
};
