import { featuresOf, mostFeatures } from '../../src/deidentify/tagger/features.ts';
import { labelOf, outside } from '../../src/deidentify/tagger/labels.ts';
import { observe } from '../../src/deidentify/tagger/observe.ts';
import { cutPieces, type Pieces } from '../../src/deidentify/tagger/pieces.ts';
import type { Lexicon } from '../../src/deidentify/types.ts';
import type { Example } from './example.ts';

/** Texts as numbers: the features of piece p are `features[from[p] … from[p + 1])`, the pieces of text t `texts[t] … texts[t + 1]`. */
export interface Dataset {
  readonly features: Int32Array;
  readonly from: Int32Array;
  readonly gold: Uint8Array;
  readonly texts: Int32Array;
}

/** The label of each piece: inside a span of its type, else outside. */
export const goldLabels = (pieces: Pieces, example: Example): Uint8Array => {
  const gold = new Uint8Array(pieces.count).fill(outside);
  let at = 0;
  for (const span of example.spans) {
    let first = true;
    for (; at < pieces.count && (pieces.start[at] ?? 0) < span.end; at += 1) {
      if ((pieces.end[at] ?? 0) <= span.start) continue;
      gold[at] = labelOf(span.type, first);
      first = false;
    }
  }
  return gold;
};

export const datasetOf = (examples: readonly Example[], lexicon: Lexicon): Dataset => {
  let features = new Int32Array(1 << 24);
  let used = 0;
  const from: number[] = [0];
  const gold: number[] = [];
  const texts: number[] = [0];
  const out = new Int32Array(mostFeatures);
  for (const example of examples) {
    const pieces = cutPieces(example.text);
    const seen = observe(pieces, lexicon);
    for (let i = 0; i < pieces.count; i += 1) {
      const count = featuresOf(seen, i, out);
      if (used + count > features.length) {
        const larger = new Int32Array(features.length * 2);
        larger.set(features);
        features = larger;
      }
      features.set(out.subarray(0, count), used);
      used += count;
      from.push(used);
    }
    gold.push(...goldLabels(pieces, example));
    texts.push(gold.length);
  }
  return {
    features: features.subarray(0, used),
    from: Int32Array.from(from),
    gold: Uint8Array.from(gold),
    texts: Int32Array.from(texts),
  };
};
