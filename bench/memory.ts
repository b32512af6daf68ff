import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { load, median, round } from './rounds.ts';
import { recordOf } from './store-record.ts';
import { ourStore, refuseMemoryDisk } from './store-rivals.ts';

/**
 * A start on 50,000 records (99 MB of text), each in a process of its own, in turns: the embedded store after a compaction, plain lowdb on one JSON
 * file, and JSON.parse of that file's text alone; then what each holds once all is quiet, at once and after ten writes. Prints JSON; ms and MB,
 * medians. Run with `npx tsx bench/memory.ts [rounds]`.
 */
const records = 50_000;
const rounds = Number(process.argv[2] ?? 5);
const folder = await mkdtemp(join(tmpdir(), 'curbside-bench-'));
refuseMemoryDisk(folder);
await (await ourStore(folder, records)).close();
await writeFile(
  join(folder, 'lowdb.json'),
  JSON.stringify(Object.fromEntries(Array.from({ length: records }, (_, n) => [`r${n}`, recordOf(n)]))),
);

interface Case {
  readonly ms: number;
  readonly cpuMs: number;
  readonly heapMb: number;
  readonly rssMb: number;
}
const run = promisify(execFile);
async function once(which: string, writes = 0): Promise<Case> {
  const script = join(import.meta.dirname, 'memory-case.ts');
  const args = ['--import', 'tsx', '--expose-gc', script, which, folder, String(writes)];
  return JSON.parse((await run(process.execPath, args)).stdout) as Case;
}

const cases: { readonly [name: string]: () => Promise<Case> } = {
  curbside: () => once('curbside'),
  lowdb: () => once('lowdb'),
  parse: () => once('parse'),
  curbsideAfterWrites: () => once('curbside', 10),
  lowdbAfterWrites: () => once('lowdb', 10),
};
const found: { [name: string]: Case[] } = {};
for (let i = 0; i < rounds; i += 1)
  for (const [name, one] of Object.entries(cases)) {
    found[name] ??= [];
    found[name].push(await one());
  }
await rm(folder, { recursive: true });
const ratio = (a: string, b: string, of: (one: Case) => number): number =>
  round(median((found[a] ?? []).map((one, i) => of(one) / of(found[b]?.[i] as Case))), 2);
const medians = Object.fromEntries(
  Object.entries(found).map(([name, all]) => [
    name,
    {
      ms: Math.round(median(all.map(({ ms }) => ms))),
      cpuMs: Math.round(median(all.map(({ cpuMs }) => cpuMs))),
      heapMb: Math.round(median(all.map(({ heapMb }) => heapMb))),
      rssMb: Math.round(median(all.map(({ rssMb }) => rssMb))),
    },
  ]),
);
console.log(
  JSON.stringify(
    {
      ...{ node: process.version, load: load(), records, rounds, ...medians },
      recoveryTimesParse: ratio('curbside', 'parse', ({ cpuMs }) => cpuMs),
      settledTimesLowdb: ratio('curbside', 'lowdb', ({ rssMb }) => rssMb),
      settledTimesLowdbAfterWrites: ratio('curbsideAfterWrites', 'lowdbAfterWrites', ({ rssMb }) => rssMb),
    },
    null,
    2,
  ),
);
