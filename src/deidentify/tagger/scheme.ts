import type { Lexicon } from '../types.ts';
import { cueWords } from '../words/cue-words.ts';
import { knownWords } from '../words/known-words.ts';
import { cueClasses } from './cue-words.ts';
import { featuresOf, mostFeatures } from './features.ts';
import { hashText, mix } from './hash.ts';
import { labels } from './labels.ts';
import { observe } from './observe.ts';
import { cutPieces } from './pieces.ts';

/** A text that calls up every template: names, places, numbers, cue words, a pasted form, lower and upper case. */
const probe =
  "Pt Zoë O'Brien-Vega (34F), lives in St. Louis w/ her mom.\nName: Doe, J.\n555-0199 the only judge at lucky nails's on 5th St; saw Dr. Wu 3/14.";

const bands: Lexicon = {
  firstName: (name) => name.length % 4,
  lastName: (name) => (name.length >> 1) % 4,
  place: (name) => (name.includes(' ') ? (name.endsWith('louis') ? 2 : 0) : name.length % 3),
  word: (name) => (name.length * 7) % 4,
};

/**
 * A number that changes whenever the features change, so that a model is never read with features it was not trained
 * on: taken over the labels, the cue words, and what the features say of a fixed text with a fixed word list.
 */
export const schemeHash = (): number => {
  let hash = hashText(labels.join(' '));
  for (const name of cueClasses) hash = mix(1, hash, hashText(`${name}:${cueWords[name]}`));
  for (const list of Object.values(knownWords)) hash = mix(3, hash, hashText(list));
  const out = new Int32Array(mostFeatures);
  for (const text of [probe, probe.toLowerCase()]) {
    const seen = observe(cutPieces(text), bands);
    for (let i = 0; i < seen.count; i += 1) {
      const count = featuresOf(seen, i, out);
      for (let k = 0; k < count; k += 1) hash = mix(2, hash, out[k] ?? 0);
    }
  }
  return hash >>> 0;
};
