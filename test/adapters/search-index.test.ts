import { expect, it } from 'vitest';
import { createSearchIndex } from '../../adapters/minisearch/index.ts';
import { createLog } from '../../adapters/node/log.ts';
import type { SearchAnswer, SearchIndex, SearchSource, SearchText } from '../../src/index.ts';

const log = createLog('silent');
const text = (id: string, question: string, rest: Partial<SearchText> = {}): SearchText => ({
  ...{ id, group: 'g', at: 1, labels: [], print: question },
  ...rest,
  parts: { question, background: '' },
});
const query = { group: 'g', words: '', from: null, until: null, labels: [], limit: 10 };
const of = (...pages: SearchText[][]): SearchSource =>
  async function* () {
    yield* pages;
  };

/** What is found once the group was read. */
async function found(index: SearchIndex, words: string, source: SearchSource, rest = {}): Promise<string[]> {
  let answer: SearchAnswer = index.search('s', { ...query, words, ...rest }, source);
  while ('reading' in answer) {
    await answer.reading;
    answer = index.search('s', { ...query, words, ...rest }, source);
  }
  return answer.hits.map(({ id }) => id);
}

it('ranks a question above its neighbors in spelling, and the newer of two alike first', async () => {
  const index = createSearchIndex(log);
  const source = of([
    text('old', 'grief after a loss', { at: 1 }),
    text('new', 'grief after a loss', { at: 2 }),
    text('typo', 'greif in a family', { at: 3 }),
  ]);
  expect(await found(index, 'grief', source)).toEqual(['new', 'old']);
  expect(await found(index, 'greif', source)).toEqual(['typo']);
  expect(await found(index, 'gref', source)).toEqual(['typo', 'new', 'old']);
  expect(await found(index, 'losses', source)).toEqual(['new', 'old']);
});

it('takes what changed while a group was read over what was read', async () => {
  const index = createSearchIndex(log);
  const slow: SearchSource = async function* () {
    yield [text('a', 'first words')];
    index.put('s', text('b', 'changed words'));
    index.remove('s', 'c');
    yield [text('b', 'earlier words'), text('c', 'gone words')];
  };
  expect((await found(index, 'words', slow)).sort()).toEqual(['a', 'b']);
  expect(await found(index, 'changed', slow)).toEqual(['b']);
  expect(await found(index, 'earlier', slow)).toEqual([]);
});

it('lets go of what was removed, and of the words that stood there alone', async () => {
  const index = createSearchIndex(log);
  const source = of([text('a', 'maribel keeps boundaries'), text('b', 'boundaries again')]);
  expect(await found(index, 'maribel', source)).toEqual(['a']);
  index.remove('s', 'a');
  for (const words of ['maribel', 'marib', 'maribal']) expect(await found(index, words, source), words).toEqual([]);
  expect(await found(index, 'boundary', source)).toEqual(['b']);
});

it('keeps groups and communities apart, and holds no more than it may', async () => {
  const index = createSearchIndex(log, { mostTexts: 4 });
  let reads = 0;
  const counted = (group: string): SearchSource =>
    async function* () {
      reads += 1;
      yield [text(`${group}1`, 'alike', { group }), text(`${group}2`, 'alike', { group })];
    };
  const inGroup = (group: string) => found(index, 'alike', counted(group), { group });
  expect((await inGroup('g1')).sort()).toEqual(['g11', 'g12']);
  expect((await inGroup('g2')).sort()).toEqual(['g21', 'g22']);
  expect(reads).toBe(2);
  await inGroup('g2');
  expect(reads).toBe(2);
  await inGroup('g1');
  expect(reads).toBe(3);
});

it('says that it is still reading, and tries again after a failure', async () => {
  const index = createSearchIndex(log, { patience: 1 });
  const never: SearchSource = async function* () {
    yield await new Promise<SearchText[]>(() => {});
  };
  const answer = index.search('s', { ...query, words: 'x' }, never);
  if (!('reading' in answer)) throw new Error('it was read at once');
  await answer.reading;
  expect('reading' in index.search('s', { ...query, words: 'x' }, never)).toBe(true);

  const failing = createSearchIndex(log);
  let fails = true;
  const source: SearchSource = async function* () {
    if (fails) throw new Error('no disk');
    yield [text('a', 'back again')];
  };
  const first = failing.search('s', { ...query, words: 'again' }, source);
  if ('reading' in first) await first.reading;
  fails = false;
  expect(await found(failing, 'again', source)).toEqual(['a']);
});

it('reads a group again for what another process changed, while what was read before still answers', async () => {
  const index = createSearchIndex(log, { restMs: 0 });
  const before = of([text('a', 'first words'), text('gone', 'words that go')]);
  expect((await found(index, 'words', before)).sort()).toEqual(['a', 'gone']);
  let go = (): void => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  let reads = 0;
  const now: SearchSource = async function* () {
    reads += 1;
    yield [text('a', 'first words')];
    await held;
    yield [text('b', 'words of another process'), text('c', 'earlier words')];
  };
  index.outdated('other');
  expect((await found(index, 'words', now)).sort()).toEqual(['a', 'gone']);
  expect(reads).toBe(0);
  index.outdated('s');
  // It rests for a share of the time that the first reading took.
  const again = async () => [(await found(index, 'words', now)).sort(), reads];
  await expect.poll(again).toEqual([['a', 'gone'], 1]);
  index.put('s', text('c', 'changed words'));
  expect((await found(index, 'words', now)).sort()).toEqual(['a', 'c', 'gone']);
  go();
  await expect.poll(async () => (await found(index, 'words', now)).sort()).toEqual(['a', 'b', 'c']);
  expect(await found(index, 'earlier', now)).toEqual([]);
  expect(await found(index, 'changed', now)).toEqual(['c']);
});

it('goes on with what it has when a group cannot be read again, and rests between two readings', async () => {
  let reads = 0;
  const source = (...pages: SearchText[][]): SearchSource =>
    async function* () {
      reads += 1;
      yield* pages;
    };
  const index = createSearchIndex(log, { restMs: 3_600_000 });
  expect(await found(index, 'words', source([text('a', 'first words')]))).toEqual(['a']);
  index.outdated(null);
  expect(await found(index, 'words', source([text('b', 'other words')]))).toEqual(['a']);
  expect(reads).toBe(1);
  const failing = createSearchIndex(log, { restMs: 0 });
  expect(await found(failing, 'words', source([text('a', 'first words')]))).toEqual(['a']);
  failing.outdated(null);
  const broken: SearchSource = async function* () {
    reads += 1;
    yield [];
    throw new Error('no database');
  };
  expect(await found(failing, 'words', broken)).toEqual(['a']);
  await expect.poll(async () => (await found(failing, 'words', source([text('b', 'other words')])))[0]).toBe('b');
});
