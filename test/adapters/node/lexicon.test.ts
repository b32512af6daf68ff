import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../adapters/node/fold.ts';
import { loadLexicon } from '../../../adapters/node/lexicon.ts';
import { packageDataFolder } from '../../../adapters/node/package-data.ts';
import { eachWord, packWords } from '../../../adapters/node/word-file.ts';
import { lexiconFiles } from '../../../adapters/node/word-lists.ts';
import { hashed, wordTable } from '../../../adapters/node/word-table.ts';

const lexicon = loadLexicon();
const bytesOf = (file: string): Uint8Array => readFileSync(join(packageDataFolder(), file));

describe('given names', () => {
  it.each([
    'Oluwaseun',
    'Siobhan',
    'Xochitl',
    'Aarav',
    'Kayleigh',
    'Jamal',
    'Ngozi',
    'Priya',
    'Łukasz',
    'Zoë',
    'Dmitri',
  ])('lists %s', (name) => expect(lexicon.firstName(name)).toBeGreaterThan(0));
  it('tells common from rare', () => {
    expect(lexicon.firstName('mary')).toBe(3);
    expect(lexicon.firstName('oluwaseun')).toBeLessThan(3);
  });
  it.each(['client', 'therapy', 'the', 'school', 'anxious', 'unknown', 'baby'])('does not list %s', (word) =>
    expect(lexicon.firstName(word)).toBe(0),
  );
});

describe('surnames', () => {
  it.each(['Nguyen', 'Okafor', 'García', "O'Brien", 'O’Brien', 'Kowalski', 'Patel', 'Kim'])('lists %s', (name) =>
    expect(lexicon.lastName(name)).toBeGreaterThan(0),
  );
  it.each(['client', 'because', 'depressed'])('does not list %s', (word) => expect(lexicon.lastName(word)).toBe(0));
});

describe('places', () => {
  it.each([
    'Fishkill',
    'Westminster',
    'Tacoma',
    'Winston-Salem',
    'Dutchess County',
    'park slope',
    'Kreuzberg',
    'Saint Louis',
  ])('lists %s', (name) => expect(lexicon.place(name)).toBeGreaterThan(0));
  it('bands by population', () => {
    expect(lexicon.place('los angeles')).toBe(3);
    expect(lexicon.place('fishkill')).toBe(1);
  });
  it('knows both ways of writing a saint', () => expect(lexicon.place('st. louis')).toBe(lexicon.place('saint louis')));
  it.each(['the', 'client', 'as'])('does not list %s', (word) => expect(lexicon.place(word)).toBe(0));
});

describe('ordinary words', () => {
  it('has bands', () => {
    expect(lexicon.word('because')).toBe(3);
    expect(lexicon.word('dialectical')).toBe(1);
    expect(lexicon.word('xochitl')).toBe(0);
  });
  it('lists words that are names too in both lists', () => {
    for (const word of ['will', 'grace', 'mark', 'hope', 'may', 'joy', 'summer', 'rich', 'faith']) {
      expect(lexicon.word(word)).toBe(3);
      expect(lexicon.firstName(word)).toBeGreaterThan(0);
    }
  });
});

describe('the tables', () => {
  it.each(Object.values(lexiconFiles))('find every word of %s under its own band', (file) => {
    const bytes = bytesOf(file);
    const table = wordTable(bytes);
    let wrong = 0;
    let before = '';
    eachWord(bytes, (letters, length, band) => {
      const word = String.fromCharCode(...letters.subarray(0, length));
      if (table(hashed(word)) !== band || word <= before || fold(word) !== word) wrong += 1;
      before = word;
    });
    expect(wrong).toBe(0);
  });

  it('find nothing in words that are not listed', () => {
    const table = wordTable(bytesOf(lexiconFiles.place));
    let found = 0;
    for (let i = 0; i < 200_000; i += 1) if (table(hashed(`q${i.toString(26).replace(/\d/g, 'x')}zqj`)) > 0) found += 1;
    expect(found).toBe(0);
  });

  it('tell of every place of several words what it begins with, and of most other words that none does', () => {
    const unannounced: string[] = [];
    eachWord(bytesOf(lexiconFiles.place), (letters, length) => {
      const place = String.fromCharCode(...letters.subarray(0, length));
      for (let at = place.indexOf(' '); at > 0; at = place.indexOf(' ', at + 1))
        if (lexicon.beginsPlace?.(place.slice(0, at)) !== true) unannounced.push(place);
    });
    expect(unannounced).toEqual([]);
    for (const words of ['wants', 'told', 'new york city']) expect(lexicon.beginsPlace?.(words), words).toBe(false);
    for (const words of ['New', 'St.', 'new york']) expect(lexicon.beginsPlace?.(words), words).toBe(true);
  });

  it('take a list through packing and back', () => {
    const list = new Map([
      ['ann', 3],
      ['anna', 2],
      ['annabel lee', 1],
      ['bo', 1],
    ]);
    const read = new Map<string, number>();
    eachWord(packWords(list), (letters, length, band) =>
      read.set(String.fromCharCode(...letters.subarray(0, length)), band),
    );
    expect(read).toEqual(list);
  });

  it('refuse other files', () => {
    expect(() => wordTable(Uint8Array.from([1, 2, 3]))).toThrow('unknown format');
    const newer = packWords(new Map([['ann', 1]]));
    newer[4] = 9;
    expect(() => wordTable(newer)).toThrow('unknown version');
    expect(() => wordTable(packWords(new Map([['ann', 1]])).subarray(0, 10))).toThrow('length');
  });
});

describe('fold', () => {
  it.each([
    ['O’Brien', 'obrien'],
    ['Zoë', 'zoe'],
    ['St.-Denis', 'st denis'],
    ['Bjørn', 'bjorn'],
    ['  New   York ', 'new york'],
    ['Иван', ''],
    ['r2d2', ''],
    ['', ''],
  ])('%s → "%s"', (typed, folded) => expect(fold(typed)).toBe(folded));
});

it('loads quickly and takes little memory (reported, not judged)', () => {
  const started = performance.now();
  loadLexicon();
  console.info(`word lists: loaded in ${Math.round(performance.now() - started)} ms`);
  const cells = Object.values(lexiconFiles).reduce((sum, file) => sum + bytesOf(file).length, 0);
  expect(cells).toBeLessThan(4_000_000);
});

it('brings the tagger along', () => {
  expect(lexicon.suspects?.('pt Marisol lives in Tacoma', 0.5).map(({ type }) => type)).toEqual(['NAME', 'LOCATION']);
});
