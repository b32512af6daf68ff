import { buckets } from '../../src/deidentify/tagger/features.ts';
import { labels } from '../../src/deidentify/tagger/labels.ts';
import { eachRow, headerBytes } from '../../src/deidentify/tagger/model.ts';
import type { Weights } from './crf.ts';
import { modelFile } from './write-model.ts';

const size = labels.length;

/** The weights of a model file (format: src/deidentify/tagger/model.ts), as they were rounded when it was written. */
const weightsOf = (file: Uint8Array): Weights => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const [rows, scale] = [view.getUint32(12, true), view.getFloat32(16, true)];
  const floats = (from: number, count: number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => view.getFloat32(headerBytes + 4 * (from + i), true));
  const features = new Float32Array(buckets * size);
  eachRow(file, rows, (_row, bucket, at) => {
    for (let label = 0; label < size; label += 1) features[bucket * size + label] = view.getInt8(at + label) * scale;
  });
  return { features, transitions: floats(0, size * size), initial: floats(size * size, size) };
};

/** One model from two: `share` of the other, the rest of the first. What either has learned by chance counts less in it. */
export const meanOf = (first: Uint8Array, other: Uint8Array, share: number): Uint8Array => {
  const [a, b] = [weightsOf(first), weightsOf(other)];
  const mix = (value: number, more: number | undefined): number => (1 - share) * value + share * (more ?? 0);
  return modelFile({
    features: a.features.map((value, i) => mix(value, b.features[i])),
    transitions: a.transitions.map((value, i) => mix(value, b.transitions[i])),
    initial: a.initial.map((value, i) => mix(value, b.initial[i])),
  });
};
