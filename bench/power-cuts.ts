import { cutAnywhere, wrongAfter } from '../test/adapters/lowdb/power-cuts.ts';

/**
 * Cuts the power of a disk in memory before every single change of it, while three writers write, erase and have the files
 * compacted, keeping any of the sectors that no sync reached; then starts again and looks for what was acknowledged. Prints JSON.
 * Run with `npx tsx bench/power-cuts.ts [cuts] [first seed]`.
 */
const wanted = Number(process.argv[2] ?? 1000);
const first = Number(process.argv[3] ?? 1);
const wrong: string[] = [];
let cuts = 0;
let seed = first;
for (; cuts < wanted; seed += 1)
  for (const moment of await cutAnywhere(seed)) {
    cuts += 1;
    for (const what of await wrongAfter(moment)) wrong.push(`seed ${seed}: ${what}`);
  }
console.log(JSON.stringify({ node: process.version, cuts, seeds: seed - first, wrong }, null, 2));
process.exitCode = wrong.length === 0 ? 0 : 1;
