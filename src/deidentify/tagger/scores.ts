import { featuresOf, mostFeatures } from './features.ts';
import { labels } from './labels.ts';
import { laneCount, lift, type Model } from './model.ts';
import type { Observed } from './observe.ts';

const size = labels.length;

/** How many bits of a number are set. */
const onesIn = (bits: number): number => {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/**
 * Puts where the model's rows begin in place of the first `count` features, without those of which it says nothing, and
 * returns how many are left. Without a branch, which the processor would guess wrong at every fifth feature.
 */
const rowsOf = ({ told }: Model, features: Int32Array, count: number): number => {
  let known = 0;
  for (let k = 0; k < count; k += 1) {
    const bucket = features[k] as number;
    const told32 = (bucket >> 5) << 1;
    const bits = told[told32] as number;
    const below = (1 << (bucket & 31)) - 1;
    features[known] = ((told[told32 + 1] as number) + onesIn(bits & below)) * laneCount;
    known += (bits >>> (bucket & 31)) & 1;
  }
  return known;
};

/** The first and the third byte of a number, apart enough to be summed 256 times: no piece has more features. */
const apart = 0x00ff00ff;

/**
 * The log weight of every label at every piece: `count × labels`. This is where most of the time goes, so the sum over the
 * three lanes of a row (model.ts) is written out, two labels to an addition.
 */
export const scoresOf = (model: Model, seen: Observed): Float64Array => {
  const { lanes, scale } = model;
  const scores = new Float64Array(seen.count * size);
  const features = new Int32Array(mostFeatures);
  /** Labels 0 and 2, 1 and 3, 4 and 6, … */
  const sums = new Int32Array(2 * laneCount);
  for (let i = 0; i < seen.count; i += 1) {
    const known = rowsOf(model, features, featuresOf(seen, i, features));
    let [s0, s1, s2, s3, s4, s5] = [0, 0, 0, 0, 0, 0];
    for (let k = 0; k < known; k += 1) {
      const at = features[k] as number;
      const first = lanes[at] as number;
      const second = lanes[at + 1] as number;
      const third = lanes[at + 2] as number;
      s0 = (s0 + (first & apart)) | 0;
      s1 = (s1 + ((first >>> 8) & apart)) | 0;
      s2 = (s2 + (second & apart)) | 0;
      s3 = (s3 + ((second >>> 8) & apart)) | 0;
      s4 = (s4 + (third & apart)) | 0;
      s5 = (s5 + ((third >>> 8) & apart)) | 0;
    }
    sums[0] = s0;
    sums[1] = s1;
    sums[2] = s2;
    sums[3] = s3;
    sums[4] = s4;
    sums[5] = s5;
    for (let y = 0; y < size; y += 1) {
      const sum = sums[2 * (y >> 2) + (y & 1)] as number;
      scores[i * size + y] = ((y & 2 ? sum >>> 16 : sum & 0xffff) - lift * known) * scale;
    }
  }
  return scores;
};
