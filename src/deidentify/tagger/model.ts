import { buckets } from './features.ts';
import { labels } from './labels.ts';
import { schemeHash } from './scheme.ts';

/**
 * The model file, little-endian:
 *
 *     'CBTG' · version (1 byte) · labels (1 byte) · 2 bytes 0 · scheme hash (4) · rows (4) · scale of a weight (4, float)
 *     transitions (labels × labels floats, row = label before) · first label (labels floats)
 *     rows: gap to the bucket before as a base-128 number · labels × signed byte
 */
export const modelVersion = 1;
const magic = [0x43, 0x42, 0x54, 0x47];
const headerBytes = 20;

export interface Model {
  /** Row number plus one of each bucket, 0 where the model says nothing. */
  readonly rowOf: Uint16Array;
  /** Weights in row order, `labels.length` each, to be multiplied by `scale`. */
  readonly weights: Int8Array;
  readonly scale: number;
  readonly transitions: Float32Array;
  readonly initial: Float32Array;
}

/** Reads a model file. Throws when it is of another format, version, or set of features. */
export const readModel = (file: Uint8Array): Model => {
  const size = labels.length;
  if (file.length < headerBytes || magic.some((byte, i) => file[i] !== byte))
    throw new Error('tagger model: unknown format');
  if (file[4] !== modelVersion) throw new Error('tagger model: unknown version');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file[5] !== size || view.getUint32(8, true) !== schemeHash())
    throw new Error('tagger model: trained on other features');
  const rows = view.getUint32(12, true);
  const transitions = Float32Array.from({ length: size * size }, (_, i) => view.getFloat32(headerBytes + 4 * i, true));
  const initial = Float32Array.from({ length: size }, (_, i) =>
    view.getFloat32(headerBytes + 4 * (size * size + i), true),
  );
  const rowOf = new Uint16Array(buckets);
  const weights = new Int8Array(rows * size);
  let at = headerBytes + 4 * (size * size + size);
  let bucket = 0;
  for (let row = 0; row < rows; row += 1) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = file[at] ?? 0;
      at += 1;
      gap |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    bucket += gap;
    rowOf[bucket] = row + 1;
    for (let label = 0; label < size; label += 1) weights[row * size + label] = view.getInt8(at + label);
    at += size;
  }
  if (at !== file.length) throw new Error('tagger model: the file has another length than its rows');
  return { rowOf, weights, scale: view.getFloat32(16, true), transitions, initial };
};
