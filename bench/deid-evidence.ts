/**
 * Fits src/deidentify/names/weights.ts: `npx tsx bench/deid-evidence.ts` (about ten minutes on one core; `--models FOLDER`
 * keeps the taggers there for the next time). Logistic regression over every stretch that any layer proposes in the
 * development corpus. Four taggers, each trained without a quarter of the texts, answer for the quarter that they did not see, so
 * that their opinion is weighed as it will be on text that nobody has seen. Texts without identifiers count double, because a
 * false alarm there costs more.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWordLists } from '../adapters/node/word-lists.ts';
import { boost, linesOf, type Observation, scoreOf as treesSay } from '../scripts/tagger/boost.ts';
import { type Example, readCorpus } from '../scripts/tagger/example.ts';
import { foldOf, foldTaggers, modelFolder } from '../scripts/tagger/folds.ts';
import { readLists } from '../scripts/tagger/lists.ts';
import { fitLogistic } from '../scripts/tagger/logistic.ts';
import { chance } from '../scripts/tagger/random.ts';
import { fillTemplate, readTemplates, readVignettes, templatesIn } from '../scripts/tagger/templates.ts';
import { read } from '../src/deidentify/document.ts';
import { evidenceNames } from '../src/deidentify/names/evidence-names.ts';
import { inContext, provenBy, weighAll } from '../src/deidentify/names/judge.ts';
import { readWords } from '../src/deidentify/names/reading.ts';
import { layersOf } from '../src/deidentify/scan.ts';
import type { Lexicon } from '../src/index.ts';
import { readClasses } from './deid-measure.ts';

const seed = 20240607;
const ridge = 2;
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
/** "Colleagues told me", "Weiss told me": the same frames around names and around what names nobody. No tagger has seen these either. */
const random = chance(seed);
const subjects: Example[] = templatesIn(join(import.meta.dirname, 'deid/subjects.txt')).flatMap((line, i) =>
  Array.from({ length: 25 }, (_, k) => ({
    ...fillTemplate(line, random, makings.lists, 0.1),
    id: `subject-${i}-${k}`,
  })),
);
// Of the first of the two taggers alone: refitted with the mean of both, the weights gained nothing on text that nobody had seen.
const taggers = foldTaggers({ ordinary: corpus }, makings, seed, modelFolder(process.argv));
const lexicons = taggers.map((suspects): Lexicon => ({ ...lists, suspects }));

/** A false alarm costs more in text that identifies nobody; of the short texts many differ in a name only. */
const weightOf = ({ id, spans }: Example): number =>
  id.startsWith('subject-') ? 0.3 : spans.length === 0 ? 2 : id.startsWith('class-') ? 0.25 : 1;

/** All proposals of a text, each with its evidence and what share of it lies in identifiers. */
const texts = [...corpus, ...short, ...subjects].map((example) => {
  const document = read(example.text, lexicons[foldOf(example)] as Lexicon);
  const words = readWords(document);
  const { shaped, proposals } = layersOf(document, words, document.lexicon.suspects?.(document.text, 0.02), {});
  const weighed = weighAll(words, proposals, shaped).map((one) => {
    const { start, end } = document.toOriginal(one.proposal.start, one.proposal.end);
    const covered = example.spans.reduce(
      (sum, span) => sum + Math.max(0, Math.min(span.end, end) - Math.max(span.start, start)),
      0,
    );
    return {
      ...one,
      truth: covered >= (end - start) / 2,
      weight: weightOf(example),
    };
  });
  return { weighed, shaped, length: words.length };
});
const rows: Observation[] = texts.flatMap(({ weighed }) => weighed);
const first = fitLogistic(rows, evidenceNames.length, ridge);
const scoreOf = (values: Float64Array): number => values.reduce((sum, value, i) => sum + value * (first[i] ?? 0), 0);

// The second step: what it adds up to with the rest of the text, and what two pieces of evidence say together.
const seconds: Observation[] = texts.flatMap(({ weighed, shaped, length }) => {
  const scored = weighed.map((one) => ({ ...one, score: scoreOf(one.values) }));
  const isProven = provenBy(scored, shaped);
  return scored.map((one) => ({ ...one, values: inContext(one, isProven(one.proposal), length) }));
});
const trees = boost(seconds, evidenceNames.length);
const round = (value: number): number => Math.round(value * 100) / 100;
const lines = evidenceNames.map((name, i) => `  ${name}: ${round(first[i] ?? 0)},`);
writeFileSync(
  join(import.meta.dirname, '../src/deidentify/names/weights.ts'),
  `/**
 * What each piece of evidence is worth, as log-odds. Written by bench/deid-evidence.ts: logistic regression over every stretch
 * that any layer proposes in the development corpus, with taggers that had not seen the text they were asked about.
 */
export const weights = {
${lines.join('\n')}
};
`,
);
writeFileSync(
  join(import.meta.dirname, '../src/deidentify/names/trees.ts'),
  `/**
 * Boosted trees of two questions each, over the evidence and what the rest of the text adds (forest.ts reads them): for each node
 * "evidence:limit" by number in evidence-names.ts, behind the bar the log-odds of the leaves. Written by bench/deid-evidence.ts.
 */
export const trees: readonly string[] = [
${linesOf(trees)}
];
`,
);
const loss = seconds.reduce((sum, { values, truth, weight }) => {
  const p = 1 / (1 + Math.exp(-treesSay(trees, values)));
  return sum - weight * Math.log(Math.max(1e-9, truth ? p : 1 - p));
}, 0);
console.log(`${rows.length} stretches, mean loss ${round((1000 * loss) / rows.length) / 1000}`);
