import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openParts } from '../../../adapters/cli/open-parts.ts';
import { removeData } from '../../../adapters/cli/remove-data.ts';
import { createLog } from '../../../adapters/node/log.ts';
import { DueJobs } from '../../../src/runtime/jobs.ts';

const key = { key: Buffer.alloc(32, 7), file: null, made: false };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'curbside-folder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = () => openParts(folder, key, createLog('silent'));

async function used(): Promise<void> {
  const { store, vault, close } = await open();
  const scope = await vault.scopeFor({ platform: 'square', id: 'team' });
  const job = { id: 'job', job: 'x', subject: 'x', at: 0, graceMs: 0, input: {} };
  await store.transact(scope, (tx) => tx.put(DueJobs, job));
  await close();
}

it('data without the people it names is refused, and stays as it was', async () => {
  await used();
  await rm(join(folder, 'people'), { recursive: true });
  const before = await readdir(folder);
  await expect(open()).rejects.toMatchObject({ code: 'corrupt', message: expect.stringContaining('has the data') });
  expect(await readdir(folder)).toEqual(before);
});

it('people without the data are refused, and stay as they were', async () => {
  await used();
  for (const name of await readdir(folder)) if (name.startsWith('store-')) await rm(join(folder, name));
  const before = await readdir(folder);
  await expect(open()).rejects.toMatchObject({ code: 'corrupt', message: expect.stringContaining('has the people') });
  expect(await readdir(folder)).toEqual(before);
});

it('a first start that ended between the two is gone on with', async () => {
  await (await open()).close();
  await rm(join(folder, 'people'), { recursive: true });
  await (await open()).close();
  await used();
  await (await open()).close();
});

it('the mode of a folder and of files that are there is left alone, with a word in the log', async () => {
  await used();
  await chmod(folder, 0o755);
  await chmod(join(folder, 'store-000001.journal'), 0o640);
  const lines: string[] = [];
  await (
    await openParts(
      folder,
      key,
      createLog('warn', (line) => lines.push(line)),
    )
  ).close();
  expect((await stat(folder)).mode & 0o777).toBe(0o755);
  expect((await stat(join(folder, 'store-000001.journal'))).mode & 0o777).toBe(0o640);
  expect(lines.join('')).toContain('"mode":"755"');
});

it.each(['store-000001.journal', 'people', 'people/vault-000001.journal', 'store-000002.journal.new', 'lock.1.1.a.b'])(
  'a link in place of %s is refused, and neither it nor what it leads to is touched',
  async (name) => {
    await used();
    const outside = await mkdtemp(join(tmpdir(), 'curbside-outside-'));
    const target = join(outside, 'target');
    if (name.includes('.new') || name.includes('lock')) await writeFile(target, 'mine');
    else await cp(join(folder, name), target, { recursive: true });
    await rm(join(folder, name), { recursive: true, force: true });
    await symlink(target, join(folder, name));
    const before = [await readdir(folder, { recursive: true }), await readdir(outside, { recursive: true })];
    for (const attempt of [open, () => removeData(folder)])
      await expect(attempt()).rejects.toMatchObject({ code: 'link', message: expect.stringContaining(name) });
    expect([await readdir(folder, { recursive: true }), await readdir(outside, { recursive: true })]).toEqual(before);
    expect((await lstat(join(folder, name))).isSymbolicLink()).toBe(true);
    await rm(outside, { recursive: true });
  },
);

it('starting over removes what was written and nothing else', async () => {
  await used();
  await writeFile(join(folder, 'notes.txt'), 'mine');
  await mkdir(join(folder, 'people', 'photos'));
  await writeFile(join(folder, 'store-backup.tar'), 'mine');
  await removeData(folder);
  expect((await readdir(folder, { recursive: true })).sort()).toEqual([
    'notes.txt',
    'people',
    'people/photos',
    'store-backup.tar',
  ]);
  await (await open()).close();
});

it('starting over in a folder that was never written is nothing', async () => {
  await removeData(join(folder, 'not there'));
  expect(await readdir(folder)).toEqual([]);
});
