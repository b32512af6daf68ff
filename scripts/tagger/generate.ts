import { type Example, isHard } from './example.ts';
import type { Lists } from './lists.ts';
import { type Chance, pick, weighted } from './random.ts';
import { recombine, sentencesOf } from './recombine.ts';
import { bandsOf, reword, rhymesOf } from './reword.ts';
import { poolOf, swapEntities } from './swap.ts';
import { fillTemplate, type Template } from './templates.ts';

export interface Mixture {
  /** How many generated texts, beside the texts as they were written. */
  readonly texts: number;
  readonly swapped: number;
  readonly recombined: number;
  readonly templates: number;
  /** Share of ordinary words exchanged in a swapped text. */
  readonly reworded: number;
}

/** Half swapped vignettes, a third templates, the rest recombined sentences. Chosen by judgement; other shares were not tried. */
export const mixture: Mixture = { texts: 26_000, swapped: 0.48, recombined: 0.14, templates: 0.38, reworded: 0.12 };

/** The texts that a model is trained on: those written by hand, and many made from them and from the templates. */
export const generate = (
  written: readonly Example[],
  templates: readonly Template[],
  lists: Lists,
  random: Chance,
  mix: Mixture = mixture,
): Example[] => {
  const pool = poolOf(written);
  const sentences = written.flatMap(sentencesOf);
  const rhymes = rhymesOf(lists.english);
  const bands = bandsOf(lists.english);
  // Hard texts are many and count half, or ordinary text is judged as if it were like them.
  const drawn = written.flatMap((one) => (isHard(one) ? [one] : [one, one]));
  const made: Example[] = written.some(isHard) ? [...drawn] : [...written, ...written];
  for (let i = 0; i < mix.texts; i += 1) {
    made.push(
      weighted(random, [
        [
          mix.swapped,
          () =>
            reword(
              swapEntities(pick(random, drawn), random, lists, pool),
              random,
              rhymes,
              bands,
              random() < 0.6 ? mix.reworded : 0,
            ),
        ],
        [mix.recombined, () => swapEntities(recombine(sentences, random), random, lists, pool)],
        [mix.templates, () => fillTemplate(pick(random, templates), random, lists)],
      ]),
    );
  }
  return made;
};
