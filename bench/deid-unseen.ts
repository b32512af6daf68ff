/**
 * What Curbside finds in text that its tagger has not seen: `npx tsx bench/deid-unseen.ts` (about five minutes on one core;
 * `--models FOLDER` keeps the taggers there). Each text of the development files is judged with a tagger that was trained
 * without it (scripts/tagger/folds.ts), the held-back files with the shipped one, which never saw them. The rules were written with
 * the development files in view, so new text shows less. Writes bench/deid/unseen.json and prints the tables of
 * docs/deidentification.md.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLexicon } from '../adapters/node/lexicon.ts';
import { loadWordLists } from '../adapters/node/word-lists.ts';
import { allFiles, readCorpus } from '../scripts/tagger/example.ts';
import { foldOf, foldTaggers, modelFolder } from '../scripts/tagger/folds.ts';
import { readLists } from '../scripts/tagger/lists.ts';
import { readTemplates, readVignettes as readWritten } from '../scripts/tagger/templates.ts';
import { type Lexicon, scan } from '../src/index.ts';
import { type Figures, measure, measureClasses, readClasses, readVignettes, type Vignette } from './deid-measure.ts';

const seed = 20240607;
const lists = loadWordLists();
const makings = { templates: readTemplates(), vignettes: readWritten(), lists: readLists(), lexicon: lists };
const corpus = { ordinary: readCorpus().flat(), all: readCorpus(allFiles).flat() };
const taggers = foldTaggers(corpus, makings, seed, modelFolder(process.argv));
const unseen = taggers.map((suspects): Lexicon => ({ ...lists, suspects }));
const shipped = loadLexicon();

/** Figures of a file, with the questions asked for each text. */
const judge = (file: string, lexiconOf: (text: Vignette) => Lexicon): Figures & { readonly questions: number } => {
  const texts = readVignettes(file);
  const answers = new Map(texts.map((text) => [text.id, scan(text.text, lexiconOf(text))]));
  const asked = [...answers.values()].flat().filter((one) => one.tier === 'check').length;
  return { ...measure(texts, answers), questions: Math.round((100 * asked) / texts.length) / 100 };
};
const heldBack = ['held-back', 'held-back-2', 'held-back-5', 'held-back-6', 'held-back-7'].map(
  (name) => `${name}.jsonl`,
);
const results = Object.fromEntries([
  ...allFiles.map((file) => [file, judge(file, (text) => unseen[foldOf(text)] ?? shipped)] as const),
  ...heldBack.map((file) => [file, judge(file, () => shipped)] as const),
]);
const classes = Object.fromEntries(
  ['classes.jsonl', 'held-back-classes.jsonl'].map((file) => [
    file,
    Object.fromEntries(measureClasses(readClasses(file), (text) => scan(text, shipped))),
  ]),
);
writeFileSync(join(import.meta.dirname, 'deid/unseen.json'), `${JSON.stringify({ ...results, classes }, null, 2)}\n`);

const kinds = ['NAME', 'ORG', 'LOCATION', 'DATE, AGE, PHONE, EMAIL, URL, ID, IP', 'OTHER'];
console.log(
  '| | recall | clean | precision | false alarms (certain) | questions | NAME | ORG | LOCATION | structured | indirect |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|');
for (const [file, one] of Object.entries(results)) {
  const shares = kinds.map((kind) => one.byKind[kind] ?? '').join(' | ');
  const none = one.clean === 0 && one.recall === 0;
  const found = none ? ' | | ' : `${one.recall} | ${one.clean} | ${one.precision}`;
  console.log(`| ${file} | ${found} | ${one.alarms} (${one.sureAlarms}) | ${one.questions} | ${shares} |`);
}
for (const [file, figures] of Object.entries(classes)) {
  const below = Object.entries(figures).filter(([, one]) => one.caught < 0.95 || one.kept < 0.95);
  console.log(`${file}: ${below.map(([name, one]) => `${name} ${one.caught}/${one.kept}`).join(', ')}`);
}
