import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { catalogues } from '../../src/i18n/locales.ts';

const root = resolve(import.meta.dirname, '../..');

async function sources(...folders: readonly string[]) {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const all = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
      return all.filter((e) => e.isFile() && /\.tsx?$/.test(e.name)).map((e) => join(e.parentPath, e.name));
    }),
  );
  return Promise.all(
    found.flat().map(async (file) => ({ path: relative(root, file), text: await readFile(file, 'utf8') })),
  );
}

/** Code without comments, so that what is said about it is no sentence of it. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{(,])\/\/[^\n]*/g, '$1');

it('no file outside src/i18n names a language: the locale comes from the reader, the group or the default', async () => {
  const named = Object.keys(catalogues).map((locale) => `'${locale}'`);
  const wrong = (await sources('src', 'adapters', 'scripts', 'bench'))
    .filter(({ path }) => !path.startsWith('src/i18n/'))
    .filter(({ text }) => named.some((literal) => withoutComments(text).includes(literal)));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

/**
 * Where sentences may stand outside the catalogue: what the playground's frame says (no part of the product), what only
 * the person who runs Curbside reads on a terminal or in a page of the docs, and names of the cast.
 */
const elsewhere = [
  'adapters/playground/pages/words.ts',
  'adapters/playground/pages/tour.ts',
  'adapters/playground/chat/cast.ts',
  // What registering the commands answers on the terminal.
  'adapters/discord/index.ts',
  'adapters/cli/',
  'adapters/lowdb/',
  'adapters/node/',
  'adapters/postgres/',
  'src/i18n/',
  'src/deidentify/',
];

/** A platform's own words are its catalogue, and its settings are for operators. */
const ofPlatform = /^adapters\/\w+\/(?:words\/en|settings)\.ts$/;

/** Errors and logs are read by whoever runs Curbside; `about` of a kind is docs/data.md; `detail` goes into the log. */
const forOperators =
  /\b(?:\w*Error|Refused|Broken|describe|refine)\(|\blog\b|\b(?:what|readBy|keptFor|detail|message|family):|\bfamily =|===|\.(?:startsWith|includes)\(|aria-/;

it('no sentence that people read stands outside the catalogue', async () => {
  const found: string[] = [];
  for (const { path, text } of await sources('src', 'adapters')) {
    if (elsewhere.some((place) => path.startsWith(place)) || ofPlatform.test(path)) continue;
    for (const line of withoutComments(text).split('\n')) {
      if (forOperators.test(line)) continue;
      const literals = [...line.matchAll(/'([^'\\]*)'|"([^"\\]*)"|>([^<>{}=;()]+)</g)].map((m) => m[1] ?? m[2] ?? m[3]);
      for (const literal of literals)
        if (/^[A-Z][a-z]+(?:,? [A-Za-z’]+)+[.?!…]?$|[a-z]{2} [a-z]{2,} [a-z]+.*[.?!]$/.test(literal?.trim() ?? ''))
          found.push(`${path}: ${literal}`);
    }
  }
  expect(found).toEqual([]);
});
