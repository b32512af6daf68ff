import { spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLowdbStore } from '../../../adapters/lowdb/index.ts';
import { Note } from '../../contract/store-kinds.ts';
import { bundled } from '../../fixtures/bundled.ts';
import { documentsIn } from './documented-reader.ts';

const script = fileURLToPath(new URL('./crash-writer.ts', import.meta.url));
const key = randomBytes(32);
let folder: string;
let writer: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'curbside-crash-'));
  writer = await bundled(script);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await writer.remove();
});

/** Starts the writer; resolves, once it has acknowledged that many pairs, to the process and the list it adds to. */
async function writerAfter(count: number, first: number) {
  const child = spawn(process.execPath, [writer.file, folder, key.toString('hex'), String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: number[] = [];
  let rest = '';
  const enough = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      acknowledged.push(...lines.map(Number));
      if (acknowledged.length >= count) resolve();
    });
  });
  const ended = once(child, 'close');
  const early = ended.then(([code]) => {
    if (acknowledged.length < count) throw new Error(`the writer ended by itself with ${code}`);
  });
  await Promise.race([enough, early]);
  early.catch(() => {});
  return { child, acknowledged, ended };
}

test('a process killed at any moment, again and again, loses nothing that it acknowledged', async () => {
  const all: number[] = [];
  // A busy machine gets fewer rounds.
  const until = performance.now() + 20_000;
  for (let round = 0; round < 8 && (round < 3 || performance.now() < until); round += 1) {
    const first = Math.max(-1, ...all) + 1000;
    const { child, acknowledged, ended } = await writerAfter(randomInt(1, 400), first);
    child.kill('SIGKILL');
    await ended;
    expect(acknowledged.length).toBeGreaterThan(0);
    all.push(...acknowledged);
    const read = documentsIn(
      { names: await readdir(folder), read: (name) => readFileSync(join(folder, name)) },
      'store',
      key,
    );
    for (const n of all) expect(read.has(`s${n % 2} note left${n}`)).toBe(true);

    const store = await openLowdbStore({ folder, key });
    for (const scope of ['s0', 's1']) {
      await store.read(scope, async (read) => {
        for (const n of all.filter((one) => `s${one % 2}` === scope)) {
          expect(await read.get(Note, `left${n}`)).not.toBeNull();
          expect(await read.get(Note, `right${n}`)).not.toBeNull();
        }
      });
    }
    await store.close();
  }
});

test('while one process has the folder a second is refused, and told which one; after a kill it is taken over', async () => {
  const { child, ended } = await writerAfter(1, 1_000_000);
  const refused = openLowdbStore({ folder, key });
  await expect(refused).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringContaining(`process ${child.pid}`),
  });
  child.kill('SIGKILL');
  await ended;
  const store = await openLowdbStore({ folder, key });
  await expect(openLowdbStore({ folder, key })).rejects.toMatchObject({ code: 'locked' });
  await store.close();
  expect((await readdir(folder)).filter((name) => name.startsWith('lock.'))).toEqual([]);
});

test('folder and files can be read by this user only', async () => {
  const store = await openLowdbStore({ folder, key });
  await store.compact();
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  await store.close();
});
