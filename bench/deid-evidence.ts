/**
 * Fits src/deidentify/names/trees.ts: `npx tsx bench/deid-evidence.ts` (about ten minutes on one core; `--models FOLDER`
 * keeps the taggers there for the next time). Boosted trees over every stretch that any layer proposes in the
 * development corpus. Four taggers, each trained without a quarter of the texts, answer for the quarter that they did not see, so
 * that their opinion is weighed as it will be on text that nobody has seen. Texts without identifiers count double, because a
 * false alarm there costs more. `--limits` fits without each quarter in turn and prints what the limits in judge.ts would give on it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWordLists } from '../adapters/node/word-lists.ts';
import { boost, linesOf, type Observation, scoreOf } from '../scripts/tagger/boost.ts';
import { type Example, readCorpus } from '../scripts/tagger/example.ts';
import { foldOf, foldTaggers, modelFolder } from '../scripts/tagger/folds.ts';
import { readLists } from '../scripts/tagger/lists.ts';
import { readTemplates, readVignettes } from '../scripts/tagger/templates.ts';
import { read } from '../src/deidentify/document.ts';
import { evidenceNames } from '../src/deidentify/names/evidence-names.ts';
import { weighAll } from '../src/deidentify/names/judge.ts';
import { readWords } from '../src/deidentify/names/reading.ts';
import { layersOf } from '../src/deidentify/scan.ts';
import type { Lexicon } from '../src/index.ts';
import { readClasses } from './deid-measure.ts';

const seed = 20240607;
const lists = loadWordLists();
const makings = { templates: readTemplates(), vignettes: readVignettes(), lists: readLists(), lexicon: lists };
const corpus = readCorpus().flat();
/** Short texts of known mistakes: no tagger has seen them, and they count little, since many differ in a name only. */
const short: Example[] = readClasses('classes.jsonl').map(({ id, text, expect }) => {
  let from = 0;
  const spans = expect.map((surface) => {
    const start = Math.max(text.indexOf(surface, from), 0);
    from = start;
    return { start, end: start + surface.length, type: 'NAME' as const };
  });
  return { id: `class-${id}`, text, spans };
});
const taggers = foldTaggers(corpus, makings, seed, modelFolder(process.argv));
const lexicons = taggers.map((suspects): Lexicon => ({ ...lists, suspects }));

/** A false alarm costs more in text that identifies nobody; of the short texts many differ in a name only. */
const weightOf = ({ id, spans }: Example): number => (spans.length === 0 ? 2 : id.startsWith('class-') ? 0.5 : 1);

/** All proposals of the texts, each with its evidence and whether most of it lies in identifiers. */
interface Row extends Observation {
  readonly fold: number;
  /** Of a text without identifiers. */
  readonly quiet: boolean;
}
const rows: Row[] = [...corpus, ...short].flatMap((example) => {
  const fold = foldOf(example);
  const document = read(example.text, lexicons[fold] as Lexicon);
  const words = readWords(document);
  const { shaped, proposals } = layersOf(document, words, document.lexicon.suspects?.(document.text, 0.02), {});
  return weighAll(words, proposals, shaped).map((one) => {
    const { start, end } = document.toOriginal(one.proposal.start, one.proposal.end);
    const covered = example.spans.reduce(
      (sum, span) => sum + Math.max(0, Math.min(span.end, end) - Math.max(span.start, start)),
      0,
    );
    return {
      values: one.values,
      truth: covered >= (end - start) / 2,
      weight: weightOf(example),
      fold,
      quiet: example.spans.length === 0,
    };
  });
});

if (process.argv.includes('--limits')) {
  const scored = [0, 1, 2, 3].flatMap((fold) => {
    const trees = boost(
      rows.filter((row) => row.fold !== fold),
      evidenceNames.length,
    );
    return rows.filter((row) => row.fold === fold).map((row) => ({ ...row, score: scoreOf(trees, row.values) }));
  });
  const share = (some: readonly unknown[], all: readonly unknown[]) =>
    Math.round((1000 * some.length) / all.length) / 1000;
  for (let limit = -4; limit <= 4; limit += 0.25) {
    const found = scored.filter(({ score }) => score >= limit);
    const right = found.filter(({ truth }) => truth);
    const quiet = found.filter((row) => row.quiet);
    console.log(
      limit,
      share(
        right,
        scored.filter(({ truth }) => truth),
      ),
      found.length - right.length - quiet.length,
      quiet.length,
    );
  }
} else {
  writeFileSync(
    join(import.meta.dirname, '../src/deidentify/names/trees.ts'),
    `/**
 * Boosted trees that weigh the evidence (forest.ts reads them): for each node "evidence:limit" by number in evidence-names.ts, behind
 * the bar the log-odds of the leaves. Written by bench/deid-evidence.ts over every stretch that any layer proposes in the
 * development corpus, with taggers that had not seen the text they were asked about.
 */
export const trees: readonly string[] = [
${linesOf(boost(rows, evidenceNames.length))}
];
`,
  );
}
