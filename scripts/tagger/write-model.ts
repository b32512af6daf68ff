import { labels } from '../../src/deidentify/tagger/labels.ts';
import { modelVersion } from '../../src/deidentify/tagger/model.ts';
import { schemeHash } from '../../src/deidentify/tagger/scheme.ts';
import type { Weights } from './crf.ts';

const size = labels.length;
/** Rows of largest weight that are kept; 16 bits number them when the model is read. */
export const mostRows = 60_000;

/** The model file (format: src/deidentify/tagger/model.ts): one scale for all weights, a signed byte each. */
export const modelFile = (weights: Weights): Uint8Array => {
  const rows = heaviest(weights.features);
  let largest = 0;
  for (const row of rows) {
    for (let y = 0; y < size; y += 1) largest = Math.max(largest, Math.abs(weights.features[row * size + y] ?? 0));
  }
  const scale = Math.fround(largest / 127);
  const head = new DataView(new ArrayBuffer(20 + 4 * (size * size + size)));
  for (const [i, letter] of [...'CBTG'].entries()) head.setUint8(i, letter.charCodeAt(0));
  head.setUint8(4, modelVersion);
  head.setUint8(5, size);
  head.setUint32(8, schemeHash(), true);
  head.setUint32(12, rows.length, true);
  head.setFloat32(16, scale, true);
  for (const [i, value] of [...weights.transitions, ...weights.initial].entries())
    head.setFloat32(20 + 4 * i, value, true);
  const body: number[] = [];
  let before = 0;
  for (const row of rows) {
    let gap = row - before;
    before = row;
    for (; gap > 127; gap >>>= 7) body.push((gap & 127) | 128);
    body.push(gap);
    for (let y = 0; y < size; y += 1) body.push(Math.round((weights.features[row * size + y] ?? 0) / scale) & 255);
  }
  const file = new Uint8Array(head.byteLength + body.length);
  file.set(new Uint8Array(head.buffer));
  file.set(body, head.byteLength);
  return file;
};

const heaviest = (features: Float32Array): number[] => {
  const weight = (row: number): number => {
    // What moves a decision is the spread between labels, not what they have in common.
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let y = 0; y < size; y += 1) {
      low = Math.min(low, features[row * size + y] ?? 0);
      high = Math.max(high, features[row * size + y] ?? 0);
    }
    return high - low;
  };
  return Array.from({ length: features.length / size }, (_, row) => [row, weight(row)] as const)
    .filter(([, value]) => value > 0)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostRows)
    .map(([row]) => row)
    .sort((a, b) => a - b);
};
