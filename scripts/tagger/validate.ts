import { createTagger } from '../../src/deidentify/tagger/tagger.ts';
import type { Lexicon } from '../../src/deidentify/types.ts';
import { type Schedule, schedule, train } from './crf.ts';
import { datasetOf } from './dataset.ts';
import { addTo, emptyTally, type Figures, figuresOf, type Tally } from './evaluate.ts';
import { corpusFiles, type Example } from './example.ts';
import { generate, type Mixture, mixture } from './generate.ts';
import type { Lists } from './lists.ts';
import { chance, shuffled } from './random.ts';
import type { Template } from './templates.ts';
import { modelFile } from './write-model.ts';

export interface Makings {
  readonly templates: readonly Template[];
  /** Written for training alone, never judged on. */
  readonly vignettes: readonly Example[];
  readonly lists: Lists;
  readonly lexicon: Lexicon;
}

/** Trains a model on some texts written by hand and what is generated from them. */
export const makeModel = (
  written: readonly Example[],
  makings: Makings,
  seed: number,
  mix: Mixture = mixture,
  plan: Schedule = schedule,
): Uint8Array => {
  const examples = generate([...written, ...makings.vignettes], makings.templates, makings.lists, chance(seed), mix);
  return modelFile(train(datasetOf(examples, makings.lexicon), chance(seed + 1), plan));
};

export const thresholds = [0.5, 0.2, 0.1, 0.05, 0.02] as const;
export type Report = Readonly<Record<string, Figures>>;

const reportOf = (tallies: readonly Tally[]): Report =>
  Object.fromEntries(thresholds.map((threshold, i) => [String(threshold), figuresOf(tallies[i] ?? emptyTally())]));

/** Figures for each split of (texts to learn from, texts to be judged on), put together over the splits. */
export const judge = (
  splits: ReadonlyArray<readonly [learn: readonly Example[], held: readonly Example[]]>,
  makings: Makings,
  seed: number,
  mix: Mixture = mixture,
  plan: Schedule = schedule,
): Report => {
  const tallies = thresholds.map(emptyTally);
  for (const [learn, held] of splits) {
    const tagger = createTagger(makeModel(learn, makings, seed, mix, plan), makings.lexicon);
    for (const [i, threshold] of thresholds.entries()) addTo(tallies[i] ?? emptyTally(), tagger, held, threshold);
  }
  return reportOf(tallies);
};

/** Five folds over all files. */
export const foldsOf = (
  files: readonly (readonly Example[])[],
  seed: number,
): Array<readonly [Example[], Example[]]> => {
  const all = shuffled(chance(seed), files.flat());
  return [0, 1, 2, 3, 4].map(
    (fold) => [all.filter((_, i) => i % 5 !== fold), all.filter((_, i) => i % 5 === fold)] as const,
  );
};

/** Learn from two files, be judged on the third, which another hand wrote: closest to text that nobody has seen. */
export const leaveOneOut = (
  files: readonly (readonly Example[])[],
): ReadonlyArray<readonly [name: string, learn: Example[], held: readonly Example[]]> =>
  files.map((held, i) => [corpusFiles[i] ?? '', files.filter((_, other) => other !== i).flat(), held] as const);
