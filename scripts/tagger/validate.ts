import type { Tagger } from '../../src/deidentify/tagger/tagger.ts';
import type { Lexicon } from '../../src/deidentify/types.ts';
import { type Schedule, schedule, train } from './crf.ts';
import { datasetOf } from './dataset.ts';
import { addTo, emptyTally, type Figures, figuresOf, type Tally } from './evaluate.ts';
import type { Example } from './example.ts';
import { generate, type Mixture, mixture } from './generate.ts';
import type { Lists } from './lists.ts';
import { chance } from './random.ts';
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

const thresholds = [0.5, 0.2, 0.1, 0.05, 0.02] as const;
type Report = Readonly<Record<string, Figures>>;

const reportOf = (tallies: readonly Tally[]): Report =>
  Object.fromEntries(thresholds.map((threshold, i) => [String(threshold), figuresOf(tallies[i] ?? emptyTally())]));

/** Figures over texts, each judged by the tagger that belongs to it. */
export const judge = (examples: readonly Example[], taggerOf: (example: Example) => Tagger): Report => {
  const tallies = thresholds.map(emptyTally);
  for (const example of examples) {
    const tagger = taggerOf(example);
    for (const [i, threshold] of thresholds.entries()) addTo(tallies[i] ?? emptyTally(), tagger, [example], threshold);
  }
  return reportOf(tallies);
};
