import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTagger, type Tagger } from '../../src/deidentify/tagger/tagger.ts';
import type { Example } from './example.ts';
import { mixture } from './generate.ts';
import { meanOf } from './mean.ts';
import { type Makings, makeModel } from './validate.ts';

const folds = 4;
/** Fewer texts than for the shipped model: it costs a point of recall at most, and an hour less. */
const texts = { first: 12_000, hard: 13_000 };

/**
 * What a model learns from: one from ordinary texts; where there are hard texts too, another from all of them in `all`, which has
 * this share in the mean of both. A larger share makes fewer false alarms in hard text, and misses more in ordinary text.
 */
interface Corpus {
  readonly ordinary: readonly Example[];
  readonly all?: readonly Example[];
}
const hardShare = 0.3;

/** The shipped model. `size` is how many texts are generated for each of the two. */
export const makeMean = (
  { ordinary, all }: Corpus,
  makings: Makings,
  seed: number,
  size = { first: mixture.texts, hard: 28_000 },
  keep: (name: 'fold' | 'hard', make: () => Uint8Array) => Uint8Array = (_, make) => make(),
): Uint8Array => {
  const first = keep('fold', () => makeModel(ordinary, makings, seed, { ...mixture, texts: size.first }));
  if (all === undefined) return first;
  return meanOf(
    first,
    keep('hard', () => makeModel(all, makings, seed, { ...mixture, texts: size.hard })),
    hardShare,
  );
};

/** The part of the corpus that a text belongs to; texts of every hand are in every part. */
export const foldOf = ({ id }: { readonly id: string }): number =>
  [...id].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7) % folds;

/**
 * For each part a tagger that was trained without it, so that every text of the corpus can be judged as text that nobody has
 * seen. Models are kept in `folder`, where one is given, for the next time.
 */
export const foldTaggers = (
  { ordinary, all }: Corpus,
  makings: Makings,
  seed: number,
  folder?: string,
): readonly Tagger[] => {
  if (folder) mkdirSync(folder, { recursive: true });
  return Array.from({ length: folds }, (_, fold) => {
    const without = (texts: readonly Example[]): readonly Example[] => texts.filter((one) => foldOf(one) !== fold);
    const keep = (name: string, make: () => Uint8Array): Uint8Array => {
      const path = folder && join(folder, `${name}-${fold}.bin`);
      if (path && existsSync(path)) return readFileSync(path);
      const model = make();
      if (path) writeFileSync(path, model);
      return model;
    };
    const parts: Corpus = { ordinary: without(ordinary), ...(all ? { all: without(all) } : {}) };
    return createTagger(makeMean(parts, makings, seed + fold, texts, keep), makings.lexicon);
  });
};

/** The folder that `--models FOLDER` names. */
export const modelFolder = (args: readonly string[]): string | undefined =>
  args.includes('--models') ? args[args.indexOf('--models') + 1] : undefined;
