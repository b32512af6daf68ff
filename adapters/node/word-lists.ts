import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lexicon } from '../../src/index.ts';
import { fold } from './fold.ts';
import { packageDataFolder } from './package-data.ts';
import { beginnings, hashed, wordTable } from './word-table.ts';

/** Names of the files in `data/`; `scripts/lexicon/generate.ts` writes them. */
export const lexiconFiles = {
  firstName: 'first-names.bin',
  lastName: 'last-names.bin',
  place: 'places.bin',
  word: 'words.bin',
} as const;

const lists = ['firstName', 'lastName', 'place', 'word'] as const;

/**
 * Loads the word lists without the tagger. Look-ups fold their argument (case, marks, apostrophes, hyphens), so callers
 * may pass a word as it was typed. Throws when a file is missing or is not a word list.
 */
export const loadWordLists = (folder: string = packageDataFolder()): Lexicon => {
  const begun = beginnings();
  const files = lists.map((name) => readFileSync(join(folder, lexiconFiles[name])));
  const table = wordTable(files, begun, lists.indexOf('place'));
  // Every list is asked for the same word in turn.
  let asked = '';
  let hashes = hashed('');
  let bands = 0;
  const look = (word: string): void => {
    asked = word;
    hashes = hashed(fold(word));
    bands = table(hashes);
  };
  const bandIn = (name: (typeof lists)[number]): ((word: string) => number) => {
    const shift = 2 * lists.indexOf(name);
    return (word) => {
      if (word !== asked) look(word);
      return (bands >> shift) & 3;
    };
  };
  return {
    firstName: bandIn('firstName'),
    lastName: bandIn('lastName'),
    place: bandIn('place'),
    word: bandIn('word'),
    beginsPlace: (words) => {
      if (words !== asked) look(words);
      return begun.has(hashes);
    },
  };
};
