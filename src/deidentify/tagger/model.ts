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
export const headerBytes = 20;
const size = labels.length;

/** Makes every signed byte a positive number, so that a sum in one part of a lane never borrows from the next. */
export const lift = 128;
/** Lanes of one row. */
export const laneCount = Math.ceil(labels.length / 4);

export interface Model {
  /**
   * Two numbers for every 32 buckets: a bit for each of which the model says something, and how many rows stand before them.
   * Rows are in the order of their buckets, so this tells a bucket's row; it is small enough to stay near the processor.
   */
  readonly told: Uint32Array;
  /**
   * Weights by row number, four labels to a lane: each raised by `lift`, the first in the lowest byte. So a model of 60,000 rows
   * takes 720 KB, most of which stays near the processor.
   */
  readonly lanes: Int32Array;
  readonly scale: number;
  readonly transitions: Float32Array;
  readonly initial: Float32Array;
}

/** Reads a model file. Throws when it is of another format, version, or set of features. */
export const readModel = (file: Uint8Array): Model => {
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
  const told = new Uint32Array(buckets >> 4);
  const lanes = new Int32Array(rows * laneCount);
  const end = eachRow(file, rows, (row, bucket, at) => {
    const told32 = (bucket >> 5) << 1;
    if (told[told32] === 0) told[told32 + 1] = row;
    told[told32] = (told[told32] ?? 0) | (1 << (bucket & 31));
    for (let label = 0; label < size; label += 1) {
      const lane = row * laneCount + (label >> 2);
      lanes[lane] = (lanes[lane] ?? 0) | ((view.getInt8(at + label) + lift) << (8 * (label & 3)));
    }
  });
  if (end !== file.length) throw new Error('tagger model: the file has another length than its rows');
  return { told, lanes, scale: view.getFloat32(16, true), transitions, initial };
};

/** Goes through the rows of a model file: each with its bucket and where its weights begin. Returns where the last one ends. */
export function eachRow(
  file: Uint8Array,
  rows: number,
  visit: (row: number, bucket: number, at: number) => void,
): number {
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
    visit(row, bucket, at);
    at += size;
  }
  return at;
}
