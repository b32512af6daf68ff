import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTurns, load } from './rounds.ts';
import { recordOf } from './store-record.ts';
import { groupLimit, ourStore, ownSync, type Rival, refuseMemoryDisk, sqlite } from './store-rivals.ts';

/**
 * Durable commands per second of the embedded store with 50,000 records, beside an append and a sync of the same bytes for
 * each command, beside the most that the disk gives, and beside better-sqlite3 (after `npm ci` in bench/store). All take turns
 * of a fifth of a second; ratios are ours to theirs. Prints JSON. Run with `npx tsx bench/store.ts [rounds]`.
 */
const records = 50_000;
const rounds = Number(process.argv[2] ?? 15);
const folder = mkdtempSync(join(tmpdir(), 'curbside-bench-'));
refuseMemoryDisk(folder);
const bytesOf = (n: number): Buffer => Buffer.from(JSON.stringify(['scope', 'record', recordOf(n)]));
const beside = sqlite(folder, records);
const rivals: Record<string, Rival> = {
  curbside: await ourStore(folder, records),
  ownSync: ownSync(folder, bytesOf),
  groupLimit: await groupLimit(folder, bytesOf),
  ...(beside === null ? {} : { sqlite: beside }),
};
const writers: Record<string, unknown> = {};
for (const n of [1, 16, 64]) writers[n] = await inTurns(rivals, 'curbside', n, rounds);
for (const rival of Object.values(rivals)) await rival.close();
rmSync(folder, { recursive: true });
console.log(JSON.stringify({ node: process.version, load: load(), records, rounds, writers }, null, 2));
