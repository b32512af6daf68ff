/**
 * What Curbside finds in text that its tagger has not seen: `npx tsx bench/deid-unseen.ts`. For each development file a
 * tagger is trained on the other files alone (about two minutes each on one core); the two held-back files are judged
 * with the shipped tagger, which was not trained on them. The rules were written with all of them in view, so new text
 * shows less. Writes bench/deid/unseen.json and prints a table.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLexicon } from '../adapters/node/lexicon.ts';
import { loadWordLists } from '../adapters/node/word-lists.ts';
import { readCorpus } from '../scripts/tagger/example.ts';
import { readLists } from '../scripts/tagger/lists.ts';
import { readTemplates, readVignettes as readWritten } from '../scripts/tagger/templates.ts';
import { leaveOneOut, makeModel } from '../scripts/tagger/validate.ts';
import { createTagger, type Lexicon, scan } from '../src/index.ts';
import { type Figures, measure, readVignettes } from './deid-measure.ts';

const seed = 20240607;
const lists = loadWordLists();
const makings = { templates: readTemplates(), vignettes: readWritten(), lists: readLists(), lexicon: lists };
const judge = (file: string, lexicon: Lexicon): Figures => {
  const texts = readVignettes(file);
  return measure(texts, new Map(texts.map(({ id, text }) => [id, scan(text, lexicon)])));
};

const results: Record<string, Figures> = {};
for (const [file, learn] of leaveOneOut(readCorpus())) {
  results[file] = judge(file, { ...lists, suspects: createTagger(makeModel(learn, makings, seed), lists) });
  console.error(`${file} judged`);
}
const shipped = loadLexicon();
for (const file of ['held-back.jsonl', 'held-back-2.jsonl']) results[file] = judge(file, shipped);

writeFileSync(join(import.meta.dirname, 'deid/unseen.json'), `${JSON.stringify(results, null, 2)}\n`);
console.log(
  '| | recall | clean | precision | false alarms (certain) | NAME | ORG | LOCATION | structured | indirect |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|');
for (const [file, one] of Object.entries(results)) {
  const kinds = ['NAME', 'ORG', 'LOCATION', 'DATE, AGE, PHONE, EMAIL, URL, ID, IP', 'OTHER'].map(
    (kind) => one.byKind[kind],
  );
  console.log(
    `| ${file} | ${one.recall} | ${one.clean} | ${one.precision} | ${one.alarms} (${one.sureAlarms}) | ${kinds.join(' | ')} |`,
  );
}
