import type { Observation } from './boost.ts';

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

/** Logistic regression by Newton's method, with a ridge that pulls every weight but the first towards zero. */
export const fitLogistic = (data: readonly Observation[], size: number, ridge: number, rounds = 12): Float64Array => {
  let found = new Float64Array(size);
  for (let round = 0; round < rounds; round += 1) {
    const slope = new Float64Array(size);
    const curve = new Float64Array(size * size);
    for (const { values, truth, weight } of data) {
      const p = 1 / (1 + Math.exp(-dot(values, found)));
      const error = ((truth ? 1 : 0) - p) * weight;
      const bend = Math.max(1e-6, p * (1 - p)) * weight;
      const used: number[] = [];
      for (let i = 0; i < size; i += 1) if (values[i]) used.push(i);
      for (const i of used) {
        const value = values[i] ?? 0;
        slope[i] = (slope[i] ?? 0) + error * value;
        for (const j of used) curve[i * size + j] = (curve[i * size + j] ?? 0) + bend * value * (values[j] ?? 0);
      }
    }
    for (let i = 0; i < size; i += 1) {
      const pull = i === 0 ? 1e-9 : ridge;
      slope[i] = (slope[i] ?? 0) - pull * (found[i] ?? 0);
      curve[i * size + i] = (curve[i * size + i] ?? 0) + pull;
    }
    const step = solve(curve, slope);
    found = found.map((value, i) => value + Math.max(-2, Math.min(2, step[i] ?? 0)));
  }
  return found;
};

/** Solves a symmetric positive system by elimination. */
const solve = (matrix: Float64Array, right: Float64Array): Float64Array => {
  const size = right.length;
  const a = matrix.slice();
  const b = right.slice();
  for (let k = 0; k < size; k += 1) {
    const pivot = a[k * size + k] || 1e-9;
    for (let i = k + 1; i < size; i += 1) {
      const factor = (a[i * size + k] ?? 0) / pivot;
      if (factor === 0) continue;
      for (let j = k; j < size; j += 1) a[i * size + j] = (a[i * size + j] ?? 0) - factor * (a[k * size + j] ?? 0);
      b[i] = (b[i] ?? 0) - factor * (b[k] ?? 0);
    }
  }
  for (let k = size - 1; k >= 0; k -= 1) {
    let sum = b[k] ?? 0;
    for (let j = k + 1; j < size; j += 1) sum -= (a[k * size + j] ?? 0) * (b[j] ?? 0);
    b[k] = sum / (a[k * size + k] || 1e-9);
  }
  return b;
};
