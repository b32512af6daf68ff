/**
 * How long a case takes: `npx tsx bench/deid-speed.ts` prints JSON. Cases are made of the vignettes in
 * test/fixtures/deid. Milliseconds; `quietest` is each case's best of all rounds, which a busy machine disturbs least.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { loadLexicon } from '../adapters/node/lexicon.ts';
import { scan } from '../src/index.ts';

const caseLength = 1500;
const rounds = 15;

const memory = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};
const empty = memory();
const began = performance.now();
const lexicon = loadLexicon();
const load = { milliseconds: performance.now() - began, megabytes: memory() - empty };

const written = ['held-back.jsonl', 'held-back-2.jsonl', 'dev-3.jsonl']
  .flatMap((file) =>
    readFileSync(join(import.meta.dirname, '../test/fixtures/deid', file), 'utf8')
      .trim()
      .split('\n'),
  )
  .map((line) => (JSON.parse(line) as { text: string }).text);
const all = written.join('\n\n');
const cases = Array.from({ length: Math.floor(all.length / caseLength) }, (_, i) =>
  all.slice(i * caseLength, (i + 1) * caseLength),
);
const timed = (text: string): number => {
  const start = performance.now();
  scan(text, lexicon);
  return performance.now() - start;
};
for (const text of cases) timed(text);

const times = cases.map((text) => Array.from({ length: rounds }, () => timed(text)));
const round = (value: number): number => Math.round(100 * value) / 100;
const figures = (values: readonly number[]): { median: number; p99: number } => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  return { median: at(0.5), p99: at(0.99) };
};
const perKilobyte = Object.fromEntries(
  [1000, 10_000, 100_000].map((length) => [
    length,
    round(Math.min(...Array.from({ length: 5 }, () => timed(all.slice(0, length)))) / (length / 1000)),
  ]),
);
console.log(
  JSON.stringify(
    {
      load: { milliseconds: round(load.milliseconds), megabytes: round(load.megabytes) },
      cases: cases.length,
      everyRun: figures(times.flat()),
      quietest: figures(times.map((runs) => Math.min(...runs))),
      millisecondsPerThousandCharacters: perKilobyte,
    },
    null,
    2,
  ),
);
