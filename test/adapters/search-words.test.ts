import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createGroupIndex } from '../../adapters/minisearch/group-index.ts';
import { createReader } from '../../adapters/minisearch/reader.ts';
import { wordsOf } from '../../adapters/minisearch/words.ts';

/** The words that a reader finds in texts which it reads one after another. */
function readIn(texts: readonly string[]): string[][] {
  let found: string[] = [];
  const reader = createReader(
    (word) => word,
    (word) => found.push(word),
  );
  return texts.map((text) => {
    found = [];
    reader.read(text);
    return found;
  });
}

it('reads of every character what the words of a search are made of', () => {
  const texts = Array.from({ length: 0xd800 }, (_, code) => `Ab${String.fromCharCode(code)}cd`);
  const wrong = readIn(texts).flatMap((words, i) => (words.join(' ') === wordsOf(texts[i] ?? '').join(' ') ? [] : [i]));
  expect(wrong).toEqual([]);
});

it('reads the same words from many texts as from each alone', () => {
  const piece = fc.constantFrom(
    ..."she said clinic a I CLINIC don't don’t – Zoë naïve Straße ½ x² ⏎ → 😀 14 é".split(' '),
  );
  const letters = fc.stringMatching(/^[a-c]{0,44}$/);
  const gap = fc.constantFrom('', ' ', '. ', "'");
  const text = fc.array(fc.tuple(fc.oneof(piece, letters, fc.string({ unit: 'binary' })), gap));
  fc.assert(
    fc.property(fc.array(text.map((parts) => parts.flat().join(''))), (texts) => {
      expect(readIn(texts)).toEqual(texts.map((one) => [...wordsOf(one)]));
    }),
  );
});

const text = (id: string, question: string) => ({ id, group: 'g', at: 1, labels: [], print: id, parts: { question } });
const query = { group: 'g', from: null, until: null, labels: [], limit: 10 };
const idsFor = (index: ReturnType<typeof createGroupIndex>, words: string): string[] =>
  index.search({ ...query, words }).hits.map(({ id }) => id);

it('finds what was added after a group was read as what was read', () => {
  const index = createGroupIndex();
  index.add(text('read', 'The client’s naïve boundaries'));
  index.settle();
  index.add(text('later', "A client's NAIVE boundary"));
  for (const words of ['clients', 'naive', 'boundaries', 'naïve boundary'])
    expect(idsFor(index, words).sort(), words).toEqual(['later', 'read']);
});

it('knows no word any more of a text that went while its group was read', () => {
  const index = createGroupIndex();
  index.add(text('gone', 'maribel'));
  index.remove('gone');
  index.add(text('back', 'maribel again'));
  expect(idsFor(index, 'maribel')).toEqual(['back']);
  index.remove('back');
  expect(idsFor(index, 'maribel')).toEqual([]);
});

it('takes what runs on for longer than any word for one word', () => {
  const index = createGroupIndex();
  const long = 'abcdefghij'.repeat(5);
  for (const id of ['a', 'b', 'c']) index.add(text(id, `${long} ${long}`));
  index.settle();
  index.add(text('d', long));
  expect(idsFor(index, long).sort()).toEqual(['a', 'b', 'c', 'd']);
  expect(idsFor(index, long.slice(0, 41)).sort()).toEqual(['a', 'b', 'c', 'd']);
});
