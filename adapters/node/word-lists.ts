import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lexicon } from '../../src/index.ts';
import { fold } from './fold.ts';
import { packageDataFolder } from './package-data.ts';
import { type Beginnings, beginnings, type Hashed, hashed, wordTable } from './word-table.ts';

/** Names of the files in `data/`; `scripts/lexicon/generate.ts` writes them. */
export const lexiconFiles = {
  firstName: 'first-names.bin',
  lastName: 'last-names.bin',
  place: 'places.bin',
  word: 'words.bin',
} as const;

/**
 * Loads the word lists without the tagger. Look-ups fold their argument (case, marks, apostrophes, hyphens), so callers
 * may pass a word as it was typed. Throws when a file is missing or is not a word list.
 */
export const loadWordLists = (folder: string = packageDataFolder()): Lexicon => {
  // Every list is asked for the same word in turn.
  let asked = '';
  let hashes = hashed('');
  const hashOnce = (word: string): Hashed => {
    if (word === asked) return hashes;
    asked = word;
    hashes = hashed(fold(word));
    return hashes;
  };
  const begun = beginnings();
  const load = (file: string, withBeginnings?: Beginnings): ((word: string) => number) => {
    const table = wordTable(readFileSync(join(folder, file)), withBeginnings);
    return (word) => table(hashOnce(word));
  };
  return {
    firstName: load(lexiconFiles.firstName),
    lastName: load(lexiconFiles.lastName),
    place: load(lexiconFiles.place, begun),
    beginsPlace: (words) => begun.has(hashOnce(words)),
    word: load(lexiconFiles.word),
  };
};
