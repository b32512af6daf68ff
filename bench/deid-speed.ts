/**
 * How long a case takes: `npx tsx bench/deid-speed.ts` (with `npm ci` in bench/deid also how long compromise takes over the
 * same cases, in the same run). Cases are made of the vignettes in test/fixtures/deid, full of identifiers. Milliseconds;
 * `quietest` is each case's best of all rounds, which a busy machine disturbs least. Writes bench/deid/speed.json and prints it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { loadLexicon } from '../adapters/node/lexicon.ts';
import { createLog } from '../adapters/node/log.ts';
import { createScanner } from '../adapters/node/scanner.ts';
import { warmUp } from '../adapters/node/warm-up.ts';
import { read } from '../src/deidentify/document.ts';
import { readWords } from '../src/deidentify/names/reading.ts';
import { patterns } from '../src/deidentify/patterns/index.ts';
import { otherParagraphs, scan } from '../src/index.ts';

const here = import.meta.dirname;
const caseLength = 1500;
/** `--rounds N` for fewer. */
const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 15;
const none: ReadonlySet<string> = new Set();

const written = ['held-back.jsonl', 'held-back-2.jsonl', 'dev-3.jsonl']
  .flatMap((file) =>
    readFileSync(join(here, '../test/fixtures/deid', file), 'utf8')
      .trim()
      .split('\n'),
  )
  .map((line) => (JSON.parse(line) as { text: string }).text);
const all = written.join('\n\n');
const cases = Array.from({ length: Math.floor(all.length / caseLength) }, (_, i) =>
  all.slice(i * caseLength, (i + 1) * caseLength),
);
const round = (value: number): number => Math.round(100 * value) / 100;
const clocked = (work: () => void): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

/** In a process of its own: the first case after a start, with what a server does before it. */
async function firstCase(warm: boolean): Promise<void> {
  const lexicon = loadLexicon();
  const scanner = createScanner(lexicon, createLog('silent'));
  const warming = performance.now();
  if (warm) await warmUp(scanner);
  const warmedIn = performance.now() - warming;
  console.log(JSON.stringify({ first: clocked(() => scan(cases[1] ?? '', lexicon)), warmedIn }));
}
function afterStart(how: string): { first: number; warmedIn: number } {
  const run = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, how], { encoding: 'utf8' });
  return JSON.parse(run.stdout) as { first: number; warmedIn: number };
}

const figures = (values: readonly number[]): { median: number; p99: number } => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  return { median: at(0.5), p99: at(0.99) };
};

const inTurn = (work: (i: number) => void): void => {
  for (const i of cases.keys()) work(i);
};

/** Milliseconds a case in each part, each part alone; the rest is names, evidence and what is made of them. */
function phases(lexicon: ReturnType<typeof loadLexicon>, whole: number): Record<string, number> {
  const documents = cases.map((text) => read(text, lexicon));
  const each = (work: (i: number) => void): number =>
    round(Math.min(...Array.from({ length: rounds }, () => clocked(() => inTurn(work)))) / cases.length);
  const parts = {
    reading: each((i) => read(cases[i] ?? '', lexicon)),
    language: each((i) => otherParagraphs(cases[i] ?? '', lexicon)),
    patterns: each((i) => Object.values(patterns).map((detect) => detect(documents[i] as never))),
    words: each((i) => readWords(documents[i] as never)),
    tagger: each((i) => lexicon.suspects?.(cases[i] ?? '', 0.02)),
  };
  const sum = Object.values(parts).reduce((total, one) => total + one, 0);
  return { ...parts, namesAndEvidence: round(whole - sum) };
}

/** What compromise takes for all cases (ms), the quietest of three passes; undefined where it is not installed. */
function compromise(): number | undefined {
  if (!existsSync(join(here, 'deid/node_modules/compromise'))) return undefined;
  const input = cases.map((text, i) => JSON.stringify({ id: String(i), text })).join('\n');
  const run = spawnSync(process.execPath, [join(here, 'deid/others.mjs'), 'compromise'], { input, maxBuffer: 1 << 28 });
  return (JSON.parse(run.stdout.toString('utf8').trim().split('\n').pop() ?? '{}') as { milliseconds: number })
    .milliseconds;
}

/** A message as long as they come, on the scanning thread: how long it takes and how long it holds up this one. */
async function longMessage(lexicon: ReturnType<typeof loadLexicon>) {
  const scanner = createScanner(lexicon, createLog('silent'));
  const scanIt = async (): Promise<number> => {
    const began = performance.now();
    await scanner.scan({ text: all.slice(0, 40_000) }, none);
    return round(performance.now() - began);
  };
  const withStart = await scanIt();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const next = await scanIt();
  delay.disable();
  await scanner.close();
  return { characters: 40_000, withStart, next, longestHoldUp: round(delay.max / 1e6) };
}

async function main(): Promise<void> {
  const began = performance.now();
  const lexicon = loadLexicon();
  const load = performance.now() - began;
  const timed = (text: string): number => clocked(() => scan(text, lexicon));
  for (const text of cases) timed(text);
  const times = cases.map((text) => Array.from({ length: rounds }, () => timed(text)));
  const best = times.map((runs) => Math.min(...runs));
  const passes = Array.from({ length: 3 }, () => clocked(() => inTurn((i) => timed(cases[i] ?? ''))));
  const theirs = compromise();
  const kb = cases.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1024;
  const [cold, warm] = [afterStart('--first'), afterStart('--first-warm')];
  const speed = {
    cases: cases.length,
    /** Processes that wanted to run, over the last minute: with more than there are cores, read the ratios alone. */
    loadAverage: round(loadavg()[0] ?? 0),
    cores: availableParallelism(),
    load: round(load),
    everyRun: figures(times.flat()),
    quietest: figures(best),
    firstCase: { cold: round(cold.first), afterWarmUp: round(warm.first), warmUp: round(warm.warmedIn) },
    phases: phases(lexicon, best.reduce((sum, one) => sum + one, 0) / best.length),
    perThousandCharacters: Object.fromEntries(
      [1000, 10_000, 100_000].map((length) => [
        length,
        round(Math.min(...Array.from({ length: 5 }, () => timed(all.slice(0, length)))) / (length / 1000)),
      ]),
    ),
    longMessage: await longMessage(lexicon),
    kbPerSecond: {
      curbside: Math.round((1000 * kb) / Math.min(...passes)),
      ...(theirs === undefined ? {} : { compromise: Math.round((1000 * kb) / theirs) }),
    },
  };
  writeFileSync(join(here, 'deid/speed.json'), `${JSON.stringify(speed, null, 2)}\n`);
  console.log(JSON.stringify(speed, null, 2));
}

const how = process.argv[2] ?? '';
await (how.startsWith('--first') ? firstCase(how === '--first-warm') : main());
