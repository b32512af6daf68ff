import type { Lexicon, Suspect } from '../types.ts';
import { marginals } from './marginals.ts';
import { readModel } from './model.ts';
import { observe } from './observe.ts';
import { cutPieces, sign } from './pieces.ts';
import { scoresOf } from './scores.ts';
import { suspectsOf } from './suspects.ts';

/** Below this probability a piece is not worth a question. Callers that want fewer suspects filter by `probability`. */
export const lowestProbability = 0.02;

/** Finds what may be a name, place or organization, with how likely that is. */
export type Tagger = (text: string, atLeast?: number) => Suspect[];

/**
 * A tagger from a model file and the word lists: a linear-chain conditional random field. One piece of evidence among
 * several: it knows neither the safe list nor the structured patterns. Offsets are UTF-16. Throws like `readModel`.
 */
export const createTagger = (file: Uint8Array, lexicon: Lexicon): Tagger => {
  const model = readModel(file);
  return (text, atLeast = lowestProbability) => {
    const pieces = cutPieces(text);
    // Nobody is called by signs alone.
    if (pieces.kind.every((kind) => kind === sign)) return [];
    const seen = observe(pieces, lexicon);
    const chances = marginals(scoresOf(model, seen), pieces.count, model.transitions, model.initial);
    return suspectsOf(pieces, chances, atLeast);
  };
};
