import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTagger, type Lexicon } from '../../src/index.ts';
import { packageDataFolder } from './package-data.ts';
import { loadWordLists } from './word-lists.ts';

/** The learned tagger's file in `data/`; `scripts/tagger/train.ts` writes it. */
export const taggerFile = 'tagger.bin';

/**
 * Loads the word lists and the learned tagger, once. Throws like `loadWordLists`, and when the tagger's
 * file is missing or was trained on other features than this version computes.
 */
export const loadLexicon = (folder: string = packageDataFolder()): Lexicon => {
  const lists = loadWordLists(folder);
  return { ...lists, suspects: createTagger(readFileSync(join(folder, taggerFile)), lists) };
};

/** The same, loaded at the first look-up: whoever starts connects first, and then asks for something by itself. */
export function lexiconWhenUsed(folder?: string): Lexicon {
  let loaded: Lexicon | undefined;
  const words = (): Lexicon => {
    loaded ??= loadLexicon(folder);
    return loaded;
  };
  return {
    firstName: (word) => words().firstName(word),
    lastName: (word) => words().lastName(word),
    place: (word) => words().place(word),
    beginsPlace: (word) => words().beginsPlace?.(word) ?? true,
    word: (word) => words().word(word),
    suspects: (text, atLeast) => words().suspects?.(text, atLeast) ?? [],
  };
}
