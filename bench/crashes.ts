import { spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { documentsIn } from '../test/adapters/lowdb/documented-reader.ts';

/**
 * Kills a process that writes to the store, again and again on one folder (fifty times, then on a new one), at a random moment from its start on: in start-up,
 * writes, compactions and change-overs. After each kill the files are read by their description alone, and everything that
 * was acknowledged so far must be there. Prints JSON. Run with `npx tsx bench/crashes.ts 1000`.
 */
const kills = Number(process.argv[2] ?? 1000);
const root = join(import.meta.dirname, '..');
const ofOneFolder = 50;
let folder = '';
let data = '';
const key = randomBytes(32);

// As one file of plain JavaScript it starts in a tenth of the time.
const bundle = await rolldown({
  cwd: root,
  input: { writer: 'test/adapters/lowdb/crash-writer.ts' },
  platform: 'node',
  external: (id) => /^(?:zod|lowdb|lru-cache)(?:\/|$)/.test(id),
  logLevel: 'silent',
});
const out = join(root, 'node_modules/.cache/crashes');
await bundle.write({ dir: out, format: 'esm' });
await bundle.close();

const acknowledged = new Set<number>();
let allAcknowledged = 0;
let killedInStart = 0;
let lost = 0;
for (let round = 0; round < kills; round += 1) {
  if (round % ofOneFolder === 0) {
    if (folder !== '') await rm(folder, { recursive: true, force: true });
    folder = await mkdtemp(join(tmpdir(), 'curbside-crashes-'));
    data = join(folder, 'data');
    allAcknowledged += acknowledged.size;
    acknowledged.clear();
    process.stderr.write(`${round} kills, ${lost} lost\n`);
  }
  const first = round * 100_000;
  const child = spawn(process.execPath, [join(out, 'writer.js'), data, key.toString('hex'), String(first)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let rest = '';
  let own = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) acknowledged.add(Number(line));
    own += lines.length;
  });
  const ended = once(child, 'close');
  // Every fifth goes before it can have written anything.
  if (round % 5 === 4) await new Promise((done) => setTimeout(done, randomInt(1, 150)));
  else {
    const enough = randomInt(1, 300);
    while (own < enough && child.exitCode === null) await new Promise((done) => setTimeout(done, 1));
  }
  child.kill('SIGKILL');
  await ended;
  if (own === 0) killedInStart += 1;
  const names = await readdir(data).catch(() => []);
  const found = documentsIn({ names, read: (name) => readFileSync(join(data, name)) }, 'store', key);
  for (const n of acknowledged) {
    for (const side of ['left', 'right']) if (!found.has(`s${n % 2} note ${side}${n}`)) lost += 1;
  }
}
await rm(folder, { recursive: true, force: true });
console.log(
  JSON.stringify(
    { node: process.version, kills, killedInStart, acknowledged: allAcknowledged + acknowledged.size, lost },
    null,
    2,
  ),
);
process.exitCode = lost === 0 ? 0 : 1;
