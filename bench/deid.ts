/**
 * How much of the identifiers in invented vignettes each layer finds, and how fast, beside four packages that people use
 * for this: `npx tsx bench/deid.ts`, after `npm ci` in bench/deid. Writes bench/deid/results.json and prints a table a set;
 * `npm run docs` puts them into the README and docs/deidentification.md. Held-back files only: the tagger learns from the others.
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
const files = ['held-back', 'held-back-2', 'held-back-5', 'held-back-6', 'held-back-7'].map((name) => `${name}.jsonl`);
const vignettes = new Map(files.map((file) => [file, readVignettes(file)]));

/** What was found, and the milliseconds of the quietest of three passes. */
type Run = (texts: readonly Vignette[]) => readonly [answers: Map<string, Answer>, milliseconds: number];
const passes = 3;

function ours(lexicon: Lexicon): Run {
  return (texts) => {
    for (const { text } of texts.slice(0, 100)) scan(text, lexicon);
    let answers = new Map<string, Answer>();
    let milliseconds = Number.POSITIVE_INFINITY;
    for (let pass = 0; pass < passes; pass++) {
      const began = performance.now();
      answers = new Map(texts.map(({ id, text }) => [id, scan(text, lexicon)] as const));
      milliseconds = Math.min(milliseconds, performance.now() - began);
    }
    return [answers, milliseconds];
  };
}

function theirs(name: string): Run | undefined {
  if (!existsSync(join(here, 'deid/node_modules', name))) return undefined;
  return (texts) => {
    const input = texts.map(({ id, text }) => JSON.stringify({ id, text })).join('\n');
    const run = spawnSync(process.execPath, [join(here, 'deid/others.mjs'), name], { input, maxBuffer: 1 << 28 });
    if (run.status !== 0) throw new Error(`${name} ended with status ${run.status}`);
    const lines = run.stdout.toString('utf8').trim().split('\n');
    const { milliseconds } = JSON.parse(lines.pop() ?? '{}') as { milliseconds: number };
    return [new Map(lines.map((line) => JSON.parse(line)).map((one) => [one.id, one.findings])), milliseconds];
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

const results: Record<string, Record<string, Figures & { readonly kbPerSecond: number }>> = {};
for (const [name, run] of Object.entries(contenders)) {
  if (!run) {
    console.error(`${name} is not installed: npm ci in bench/deid`);
    continue;
  }
  results[name] = {};
  for (const [file, texts] of vignettes) {
    const [answers, milliseconds] = run(texts);
    const kb = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1024;
    results[name][file] = { ...measure(texts, answers), kbPerSecond: Math.round((1000 * kb) / milliseconds) };
  }
}
writeFileSync(join(here, 'deid/results.json'), `${JSON.stringify(results, null, 2)}\n`);
for (const file of files) {
  console.log(`\n${file}`);
  console.log('| | recall | clean | precision | false alarms | KB/s |\n|---|---|---|---|---|---|');
  for (const [name, byFile] of Object.entries(results)) {
    const one = byFile[file];
    if (!one) continue;
    console.log(`| ${name} | ${one.recall} | ${one.clean} | ${one.precision} | ${one.alarms} | ${one.kbPerSecond} |`);
  }
}
