import { featuresOf, mostFeatures } from './features.ts';
import { labels } from './labels.ts';
import type { Model } from './model.ts';
import type { Observed } from './observe.ts';

const size = labels.length;

/**
 * The log weight of every label at every piece: `count × labels`. This is where nearly all the time goes, so the sum over
 * the eleven labels is written out: the same as a loop over them, at a fifth of its time.
 */
export const scoresOf = (model: Model, seen: Observed): Float64Array => {
  const { rowOf, weights, scale } = model;
  const scores = new Float64Array(seen.count * size);
  const features = new Int32Array(mostFeatures);
  const weight = (at: number): number => weights[at] ?? 0;
  for (let i = 0; i < seen.count; i += 1) {
    const count = featuresOf(seen, i, features);
    let [s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let k = 0; k < count; k += 1) {
      const row = rowOf[features[k] ?? 0] ?? 0;
      if (row === 0) continue;
      const at = (row - 1) * size;
      s0 += weight(at);
      s1 += weight(at + 1);
      s2 += weight(at + 2);
      s3 += weight(at + 3);
      s4 += weight(at + 4);
      s5 += weight(at + 5);
      s6 += weight(at + 6);
      s7 += weight(at + 7);
      s8 += weight(at + 8);
      s9 += weight(at + 9);
      s10 += weight(at + 10);
    }
    const sums = [s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10];
    for (let y = 0; y < size; y += 1) scores[i * size + y] = (sums[y] ?? 0) * scale;
  }
  return scores;
};
