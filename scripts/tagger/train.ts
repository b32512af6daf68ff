/**
 * Trains the tagger, the mean of two: `npx tsx scripts/tagger/train.ts` writes data/tagger.bin and golden.json, what the new model says of a
 * few texts. The same seed gives the same bytes. `--judge` trains on parts of the corpus instead (folds.ts), judges each model on
 * the rest, and writes report.json. Both together take about twenty minutes on one core.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWordLists } from '../../adapters/node/word-lists.ts';
import { createTagger, type Tagger } from '../../src/deidentify/tagger/tagger.ts';
import { allFiles, type Example, readCorpus } from './example.ts';
import { foldOf, foldTaggers, makeMean, modelFolder } from './folds.ts';
import { readLists } from './lists.ts';
import { readTemplates, readVignettes } from './templates.ts';
import { judge } from './validate.ts';

const seed = 20240607;
const files = readCorpus(allFiles);
const corpus = { ordinary: readCorpus().flat(), all: files.flat() };
const makings = {
  templates: readTemplates(),
  vignettes: readVignettes(),
  lists: readLists(),
  lexicon: loadWordLists(),
};

const goldenTexts = [
  'New cl Marisol Quintanilla, 34 y/o, referred by her PCP at Bayview Family Health. Lives in Tacoma w/ her sister Ximena.',
  'she works at lucky nails and her boss thuy keeps her tips. ptsd, pcl-5 44.',
  'Client Will will not come back. Grace asked for a grace period. Hamilton scale 21, Zoloft 50.',
  'he is the only Black pediatrician in the county, lives off hwy 12 past mossyrock',
  '😀 Mi clienta Xóchitl trabaja en Tortillería La Güera. Name: Doe, Jane\nSchool: Roosevelt',
];

const write = (path: string, value: unknown): void =>
  writeFileSync(join(import.meta.dirname, path), `${JSON.stringify(value, null, 2)}\n`);

if (process.argv.includes('--judge')) {
  const taggers = foldTaggers(corpus, makings, seed, modelFolder(process.argv));
  const taggerOf = (example: Example): Tagger => taggers[foldOf(example)] as Tagger;
  const byFile = Object.fromEntries(allFiles.map((name, i) => [name, judge(files[i] ?? [], taggerOf)]));
  write('report.json', { seed, folds: judge(corpus.ordinary, taggerOf), byFile });
} else {
  const model = makeMean(corpus, makings, seed);
  writeFileSync(join(import.meta.dirname, '../../data/tagger.bin'), model);
  const sha256 = createHash('sha256').update(model).digest('hex');
  const tagger = createTagger(model, makings.lexicon);
  write('golden.json', { sha256, texts: goldenTexts.map((text) => ({ text, suspects: tagger(text, 0.1) })) });
  console.log(`${model.length} bytes, sha256 ${sha256}`);
}
