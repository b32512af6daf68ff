/**
 * Fits src/deidentify/names/phrase-trees.ts: `npx tsx bench/deid-phrases.ts` (`--models FOLDER` as for deid-evidence.ts, which says
 * how texts are kept apart from the taggers that learned them). Boosted trees over every phrase of the development corpus that the tagger or a
 * rule suspects of singling somebody out. `--limits` fits without each quarter in turn and prints what limits would give on it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWordLists } from '../adapters/node/word-lists.ts';
import { boost, linesOf, type Observation, scoreOf } from '../scripts/tagger/boost.ts';
import { readCorpus } from '../scripts/tagger/example.ts';
import { foldOf, foldTaggers, modelFolder } from '../scripts/tagger/folds.ts';
import { readLists } from '../scripts/tagger/lists.ts';
import { readTemplates, readVignettes } from '../scripts/tagger/templates.ts';
import { read } from '../src/deidentify/document.ts';
import { rangeOf, weighPhrases } from '../src/deidentify/names/learned-rarities.ts';
import { phraseEvidenceNames } from '../src/deidentify/names/phrase-evidence.ts';
import { rarities } from '../src/deidentify/names/rarity.ts';
import { readWords } from '../src/deidentify/names/reading.ts';

const seed = 20240607;
const lists = loadWordLists();
const makings = { templates: readTemplates(), vignettes: readVignettes(), lists: readLists(), lexicon: lists };
const corpus = readCorpus().flat();
const taggers = foldTaggers(corpus, makings, seed, modelFolder(process.argv));
const plan = { trees: 120, depth: 4, rate: 0.07, ridge: 4, least: 4 };

interface Row extends Observation {
  readonly fold: number;
  readonly text: number;
  readonly start: number;
  readonly end: number;
}
const letters = (text: string): number => [...text.matchAll(/[\p{L}\p{N}]/gu)].length;

/** A phrase is right when it covers an indirect identifier wholly and is at most half again as long. */
const rows = corpus.flatMap((example, text): Row[] => {
  const fold = foldOf(example);
  const document = read(example.text, lists);
  const words = readWords(document);
  const suspects = taggers[fold]?.(document.text, 0.004) ?? [];
  const gold = example.spans.filter(({ type }) => type === 'OTHER');
  return weighPhrases(words, document.text, suspects, rarities(document)).map(({ phrase, values }) => {
    const range = rangeOf(words, phrase);
    const { start, end } = document.toOriginal(range.start, range.end);
    const truth = gold.some(
      (span) =>
        letters(example.text.slice(span.start, Math.max(span.start, start))) === 0 &&
        letters(example.text.slice(Math.min(span.end, end), span.end)) === 0 &&
        end - start <= 1.5 * (span.end - span.start) &&
        start < span.end &&
        end > span.start,
    );
    return { values, truth, weight: example.spans.length === 0 ? 1.5 : 1, fold, text, start, end };
  });
});

if (process.argv.includes('--limits')) {
  const scored = [0, 1, 2, 3].flatMap((fold) => {
    const trees = boost(
      rows.filter((row) => row.fold !== fold),
      phraseEvidenceNames.length,
      plan,
    );
    return rows.filter((row) => row.fold === fold).map((row) => ({ ...row, score: scoreOf(trees, row.values) }));
  });
  const quietWords = corpus
    .filter(({ spans }) => spans.length === 0)
    .reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  for (let limit = -3; limit <= 1.5; limit += 0.25) {
    const chosen: (typeof scored)[number][] = [];
    for (const row of scored.filter(({ score }) => score >= limit).sort((a, b) => b.score - a.score))
      if (!chosen.some((one) => one.text === row.text && one.start < row.end && one.end > row.start)) chosen.push(row);
    let [all, caught, quiet, wrong] = [0, 0, 0, 0];
    corpus.forEach((example, text) => {
      const own = chosen.filter((row) => row.text === text);
      if (example.spans.length === 0) quiet += own.length;
      else
        wrong += own.filter(
          (row) => !example.spans.some((span) => span.start < row.end && span.end > row.start),
        ).length;
      for (const span of example.spans) {
        if (span.type !== 'OTHER') continue;
        all++;
        if (
          own.some(
            (row) =>
              letters(example.text.slice(span.start, Math.max(span.start, row.start))) === 0 &&
              letters(example.text.slice(Math.min(span.end, row.end), span.end)) === 0 &&
              row.start < span.end,
          )
        )
          caught++;
      }
    });
    console.log(
      limit,
      'caught',
      (caught / all).toFixed(3),
      'wrong',
      wrong,
      'quiet per 1,000 words',
      ((1000 * quiet) / quietWords).toFixed(2),
    );
  }
} else {
  writeFileSync(
    join(import.meta.dirname, '../src/deidentify/names/phrase-trees.ts'),
    `/**
 * Boosted trees that weigh what is said for a phrase singling somebody out (forest.ts reads them; numbers are those of
 * phrase-evidence.ts). Written by bench/deid-phrases.ts.
 */
export const phraseTrees: readonly string[] = [
${linesOf(boost(rows, phraseEvidenceNames.length, plan))}
];
`,
  );
}
