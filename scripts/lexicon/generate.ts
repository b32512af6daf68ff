/**
 * Writes the word lists in data/: `npm ci --prefix scripts/lexicon && npx tsx scripts/lexicon/generate.ts`.
 * The same packages give the same bytes. data/sources.md names the sources and their licences.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packWords } from '../../adapters/node/word-file.ts';
import { lexiconFiles } from '../../adapters/node/word-lists.ts';
import { firstNames, lastNames } from './names.ts';
import { places } from './places.ts';
import { words } from './words.ts';

const english = words();
const lists = {
  word: english,
  firstName: await firstNames(english),
  lastName: await lastNames(english),
  place: places(english),
};

for (const [kind, bands] of Object.entries(lists)) {
  const file = packWords(bands);
  writeFileSync(join(import.meta.dirname, '../../data', lexiconFiles[kind as keyof typeof lexiconFiles]), file);
  const sizes = [3, 2, 1].map((band) => [...bands.values()].filter((value) => value === band).length);
  console.log(`${kind}: ${bands.size} (${sizes.join(' + ')}), ${Math.round(file.length / 1024)} KB`);
}
