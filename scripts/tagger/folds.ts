import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTagger, type Tagger } from '../../src/deidentify/tagger/tagger.ts';
import type { Example } from './example.ts';
import { mixture } from './generate.ts';
import { type Makings, makeModel } from './validate.ts';

const folds = 4;
/** Fewer texts than for the shipped model: it costs a point of recall at most, and an hour less. */
const texts = 12_000;

/** The part of the corpus that a text belongs to; texts of every hand are in every part. */
export const foldOf = ({ id }: { readonly id: string }): number =>
  [...id].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7) % folds;

/**
 * For each part a tagger that was trained without it, so that every text of the corpus can be judged as text that nobody has
 * seen. Models are kept in `folder`, where one is given, for the next time.
 */
export const foldTaggers = (
  corpus: readonly Example[],
  makings: Makings,
  seed: number,
  folder?: string,
): readonly Tagger[] => {
  if (folder) mkdirSync(folder, { recursive: true });
  return Array.from({ length: folds }, (_, fold) => {
    const path = folder && join(folder, `fold-${fold}.bin`);
    if (path && existsSync(path)) return createTagger(readFileSync(path), makings.lexicon);
    const learn = corpus.filter((one) => foldOf(one) !== fold);
    const model = makeModel(learn, makings, seed + fold, { ...mixture, texts });
    if (path) writeFileSync(path, model);
    return createTagger(model, makings.lexicon);
  });
};

/** The folder that `--models FOLDER` names. */
export const modelFolder = (args: readonly string[]): string | undefined =>
  args.includes('--models') ? args[args.indexOf('--models') + 1] : undefined;
