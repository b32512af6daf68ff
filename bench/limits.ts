import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { load, round } from './rounds.ts';

/**
 * Every figure that docs/performance.md sets a goal for, from one run: each bench in a process of its own, one after another. Prints JSON
 * with goal, what was found, and whether it holds. Takes about ten minutes on a quiet machine. Run with `npx tsx bench/limits.ts` after
 * `npm run build` and `npm ci` in bench/store.
 */
type Tree = { readonly [name: string]: unknown };
const run = promisify(execFile);
async function bench(name: string): Promise<Tree> {
  const args = ['--import', 'tsx', join(import.meta.dirname, `${name}.ts`)];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout.slice(stdout.indexOf('\n{') + 1)) as Tree;
}
/** The number at a path; NaN where there is none, which holds no goal. */
function at(tree: unknown, ...path: readonly (string | number)[]): number {
  for (const name of path) tree = (tree as Tree | undefined)?.[name];
  return typeof tree === 'number' ? tree : Number.NaN;
}

const writers = [1, 16, 64] as const;
const rows: unknown[] = [];
const least = (what: string, goal: number, found: number): void =>
  void rows.push({ what, goal: `≥ ${goal}`, found: round(found, 2), holds: found >= goal });
const most = (what: string, goal: number, found: number): void =>
  void rows.push({ what, goal: `≤ ${goal}`, found: round(found, 2), holds: found <= goal });
const times = (tree: Tree, more: string, fewer: string): number => at(tree, more) / at(tree, fewer);

const commands = await bench('commands');
const store = await bench('store');
const beside = [
  ['whole command ÷ own sync', commands, 'ownSync', [0.7, 1, 1.2]],
  ['store ÷ group limit', store, 'groupLimit', [0.8, 0.6, 0.6]],
  ['store ÷ better-sqlite3', store, 'sqlite', [1, 2, 3]],
] as const;
for (const [what, found, rival, goals] of beside)
  for (const [i, n] of writers.entries())
    least(`${what}, ${n} at once`, goals[i] ?? 1, at(found, 'writers', n, rival, 'ratio'));
const memory = await bench('memory');
most('recovery ÷ JSON.parse', 1.8, at(memory, 'recoveryTimesParse'));
most('settled memory ÷ lowdb', 0.6, at(memory, 'settledTimesLowdb'));
const flat = await bench('flat');
most('post among 5,000 communities ÷ in one', 1.3, times(flat, 'communities 5000', 'communities 1'));
most(
  'export among 200,000 records ÷ 1,000',
  1.3,
  times(flat, 'export, records of others 200000', 'export, records of others 1000'),
);
most('home with 5,000 own records, ms', 5, at(flat, 'home, own records 5000'));
most('look at 1,500 waiting ÷ 500', 3.3, times(flat, 'a look, waiting 1500', 'a look, waiting 500'));
const start = await bench('start');
for (const [own, sdk] of [
  ['slack', 'import @slack/bolt'],
  ['discord', 'import discord.js'],
] as const)
  most(`start ÷ import, ${own}`, 1.5, at(start, own, 'cpuMs') / at(start, sdk, 'cpuMs'));
const slack = await bench('slack');
const p99 = [0, 1, 2].map((i) => at(slack, 'rounds', i, 'drafts', 'acknowledgement', 'p99')).sort((a, b) => a - b)[1];
most('acknowledging among long drafts, p99 ms', 25, p99 ?? Number.NaN);
console.log(JSON.stringify({ node: process.version, load: load(), rows }, null, 2));
