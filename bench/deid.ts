/**
 * How much of the identifiers in invented vignettes each layer finds, and how fast, beside four packages that people use
 * for this: `npx tsx bench/deid.ts`, after `npm ci` in bench/deid. Writes bench/deid/results.json and prints a table.
 * The shipped tagger was trained on dev*.jsonl; the held-back files are the honest columns for "all layers".
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { loadLexicon } from '../adapters/node/lexicon.ts';
import { loadWordLists } from '../adapters/node/word-lists.ts';
import { type Lexicon, scan } from '../src/index.ts';
import { type Answer, type Figures, measure, readVignettes, type Vignette } from './deid-measure.ts';

const here = import.meta.dirname;
const files = ['dev.jsonl', 'dev-2.jsonl', 'dev-3.jsonl', 'dev-4.jsonl', 'held-back.jsonl', 'held-back-2.jsonl'];
const vignettes = new Map(files.map((file) => [file, readVignettes(file)]));

function ours(lexicon: Lexicon): (texts: readonly Vignette[]) => [Map<string, Answer>, number] {
  return (texts) => {
    for (const { text } of texts.slice(0, 100)) scan(text, lexicon);
    const began = performance.now();
    const answers = new Map(texts.map(({ id, text }) => [id, scan(text, lexicon)] as const));
    const kb = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1024;
    return [answers, kb / ((performance.now() - began) / 1000)];
  };
}

function theirs(name: string): ((texts: readonly Vignette[]) => [Map<string, Answer>, undefined]) | undefined {
  if (!existsSync(join(here, 'deid/node_modules', name))) return undefined;
  return (texts) => {
    const input = texts.map(({ id, text }) => JSON.stringify({ id, text })).join('\n');
    const run = spawnSync(process.execPath, [join(here, 'deid/others.mjs'), name], { input, maxBuffer: 1 << 28 });
    if (run.status !== 0) throw new Error(`${name} ended with status ${run.status}`);
    const lines = run.stdout
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
    return [new Map(lines.map((line) => JSON.parse(line)).map((one) => [one.id, one.findings])), undefined];
  };
}

const nothing = (): number => 0;
const lists = loadWordLists();
const contenders = {
  'structured patterns and cues': ours({ firstName: nothing, lastName: nothing, place: nothing, word: lists.word }),
  '+ name and place lists': ours(lists),
  'Curbside (+ learned tagger)': ours(loadLexicon()),
  openredaction: theirs('openredaction'),
  'redact-pii': theirs('redact-pii'),
  '@redactpii/node': theirs('@redactpii/node'),
  compromise: theirs('compromise'),
};

const results: Record<string, Record<string, Figures & { readonly kbPerSecond?: number }>> = {};
for (const [name, run] of Object.entries(contenders)) {
  if (!run) {
    console.error(`${name} is not installed: npm ci in bench/deid`);
    continue;
  }
  results[name] = {};
  for (const [file, texts] of vignettes) {
    const [answers, speed] = run(texts);
    results[name][file] = {
      ...measure(texts, answers),
      ...(speed === undefined ? {} : { kbPerSecond: Math.round(speed) }),
    };
  }
}
writeFileSync(join(here, 'deid/results.json'), `${JSON.stringify(results, null, 2)}\n`);
for (const file of files) {
  console.log(`\n${file}`);
  console.log('| | recall | clean | precision | false alarms |\n|---|---|---|---|---|');
  for (const [name, byFile] of Object.entries(results)) {
    const one = byFile[file];
    if (one) console.log(`| ${name} | ${one.recall} | ${one.clean} | ${one.precision} | ${one.alarms} |`);
  }
}
