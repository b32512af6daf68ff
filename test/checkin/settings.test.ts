import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCheckins, WrongCheckinFile } from '../../adapters/node/checkin-settings.ts';
import { filledFor } from '../../src/features/checkin/monthly/fill.ts';
import { bandOf, itemsFor, rangeOf, scoreOf, subscalesFor } from '../../src/features/checkin/monthly/score.ts';
import type { Instrument } from '../../src/index.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'curbside-checkins-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const save = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
};

const own = {
  id: 'own-scale',
  name: 'A scale of our own',
  notice: 'Written by the practice.',
  frame: 'In the last month',
  rightToUse: { confirmed: true, by: 'written by ourselves' },
  scale: [
    { value: 0, word: 'never' },
    { value: 25, word: 'seldom' },
    { value: 50, word: 'sometimes' },
    { value: 75, word: 'often' },
    { value: 100, word: 'always' },
  ],
  items: [
    { n: 1, text: 'The days are long.' },
    { n: 2, text: 'The evenings are my own.' },
  ],
  subscales: [{ id: 'long', name: 'Long days', items: [1, 2], reversed: [2], score: 'mean', bands: [] }],
};

describe('the operator’s file', () => {
  it('is not needed: ProQOL 5 comes with the product, with its notice', () => {
    const { instruments, least, supportLine } = loadCheckins();
    expect(instruments.map((i) => i.id)).toEqual(['proqol5']);
    expect(instruments[0]?.notice).toContain('© B. Hudnall Stamm; The Center for Victims of Torture');
    expect([least, supportLine]).toEqual([6, null]);
  });

  it('puts a fitting word for each bracket of ProQOL 5, for every profession and for none', () => {
    const proqol = loadCheckins().instruments[0] as Instrument;
    const read = (credential: string | null) =>
      filledFor(proqol.items, proqol.fill ?? [], credential).map((item) => item.text);
    for (const credential of [null, '', 'RN', 'LMFT', 'LCSW-S', 'LPC Associate'])
      expect(read(credential).join('\n')).not.toMatch(/[[\]]/);
    expect(read(null)).toContain('I like my work as a helper.');
    expect(read('RN')).toContain('I am proud of what I can do to help.');
    expect(read('LMFT')).toContain('I like my work as a therapist.');
    expect(read('lcsw-s')).toContain('I feel trapped by my job as a social worker.');
    expect(read('PsyD')).toContain('I like my work as a psychologist.');
    expect(read('PMHNP-BC')).toContain('I like my work as a nurse.');
    expect(read('LPC Associate')).toContain('I like my work as a counselor.');
  });

  it('adds an instrument after the right to use it was confirmed', async () => {
    await save('own.json', own);
    const file = await save('checkins.json', {
      instruments: ['own.json'],
      supportLine: 'Ask for Robin, ext. 12',
      leastRespondents: 9,
    });
    const settings = loadCheckins(file);
    expect(settings.instruments.map((i) => i.id)).toEqual(['proqol5', 'own-scale']);
    expect([settings.least, settings.supportLine]).toEqual([9, 'Ask for Robin, ext. 12']);
    const mine = settings.instruments[1] as Instrument;
    const scale = mine.subscales[0];
    if (!scale) throw new Error('no subscale');
    expect(scoreOf(mine, scale, { 1: 75, 2: 100 })).toBe(37.5);
    expect(rangeOf(mine, scale)).toEqual({ from: 0, to: 100 });
  });

  it.each([
    ['without the word that the text may be used', { ...own, rightToUse: undefined }, /rightToUse.*hold the right/],
    ['where that word is no', { ...own, rightToUse: { confirmed: false, by: 'x' } }, /hold the right/],
    [
      'with a subscale of items that are not there',
      { ...own, subscales: [{ ...own.subscales[0], items: [1, 9], reversed: [] }] },
      /subscales/,
    ],
    ['with two items of one number', { ...own, items: [own.items[0], { ...own.items[1], n: 1 }] }, /items/],
  ])('refuses an instrument %s', async (_what, content, message) => {
    await save('own.json', content);
    const file = await save('checkins.json', { instruments: ['own.json'] });
    expect(() => loadCheckins(file)).toThrow(message);
    expect(() => loadCheckins(file)).toThrow(WrongCheckinFile);
  });

  it('can raise the least number of respondents, never lower it', async () => {
    const file = await save('checkins.json', { leastRespondents: 5 });
    expect(() => loadCheckins(file)).toThrow(/leastRespondents/);
  });

  it('replaces the lines to call', async () => {
    const file = await save('checkins.json', { lines: { 'de-DE': ['0800 111 0 111'] } });
    expect(loadCheckins(file).lines).toEqual({ 'de-DE': ['0800 111 0 111'] });
  });
});

describe('ProQOL 5', () => {
  const proqol = loadCheckins().instruments[0] as Instrument;
  const all = (value: number) => Object.fromEntries(proqol.items.map((i) => [i.n, value]));
  const scored = (value: number) => proqol.subscales.map((s) => scoreOf(proqol, s, all(value)));

  it('has thirty items, each in one subscale of ten', () => {
    expect(proqol.items).toHaveLength(30);
    expect(proqol.subscales.flatMap((s) => s.items).sort((a, b) => a - b)).toEqual(proqol.items.map((i) => i.n));
    expect(proqol.subscales.map((s) => s.items.length)).toEqual([10, 10, 10]);
  });

  it('reverses five items of burnout and no others', () => {
    expect(proqol.subscales.map((s) => [...s.reversed])).toEqual([[1, 4, 15, 17, 29], [], []]);
    expect(scored(1)).toEqual([30, 10, 10]);
    expect(scored(5)).toEqual([30, 50, 50]);
  });

  it('names its authors’ ranges: 22 and less low, 23 to 41 moderate, 42 and more high', () => {
    const [burnout] = proqol.subscales;
    if (!burnout) throw new Error('no subscale');
    expect([10, 22, 23, 41, 42, 50].map((n) => bandOf(burnout, n))).toEqual([
      'low',
      'low',
      'moderate',
      'moderate',
      'high',
      'high',
    ]);
  });

  it('asks twenty items unless secondary traumatic stress is switched on', () => {
    expect(itemsFor(proqol, subscalesFor(proqol, []))).toHaveLength(20);
    expect(itemsFor(proqol, subscalesFor(proqol, ['sts']))).toHaveLength(30);
  });
});
