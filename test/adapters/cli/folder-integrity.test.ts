import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openParts } from '../../../adapters/cli/open-parts.ts';
import { createLog } from '../../../adapters/node/log.ts';
import { DueJobs } from '../../../src/runtime/jobs.ts';

const key = { key: Buffer.alloc(32, 7), file: null, made: false };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'curbside-halves-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = () => openParts(folder, key, createLog('silent'));

async function used(): Promise<void> {
  const { store, vault, close } = await open();
  const scope = await vault.scopeFor({ platform: 'fake', id: 'team' });
  const job = { id: 'job', job: 'x', subject: 'x', at: 0, graceMs: 0, input: {} };
  await store.transact(scope, (tx) => tx.put(DueJobs, job));
  await close();
}

it('data without the people it names is refused, and stays as it was', async () => {
  await used();
  await rm(join(folder, 'people'), { recursive: true });
  const before = await readdir(folder);
  await expect(open()).rejects.toMatchObject({ code: 'corrupt', message: expect.stringContaining('people') });
  expect(await readdir(folder)).toEqual(before);
});

it('people without the data are refused, and stay as they were', async () => {
  await used();
  for (const name of await readdir(folder)) if (name.startsWith('store-')) await rm(join(folder, name));
  const before = await readdir(folder);
  await expect(open()).rejects.toMatchObject({ code: 'corrupt', message: expect.stringContaining('nothing else') });
  expect(await readdir(folder)).toEqual(before);
});

it('a first start that ended between the two is gone on with', async () => {
  await (await open()).close();
  await rm(join(folder, 'people'), { recursive: true });
  await (await open()).close();
  await used();
  await (await open()).close();
});
