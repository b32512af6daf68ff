import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from '../../../adapters/lowdb/journal/lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'curbside-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('several journals of one process share the folder; the same one twice is refused', async () => {
  const [store, vault] = await Promise.all([lockFolder(folder, 'store'), lockFolder(folder, 'vault')]);
  expect(await readdir(folder)).toHaveLength(1);
  await expect(lockFolder(folder, 'store')).rejects.toMatchObject({ code: 'locked' });
  await store();
  await store();
  await expect(lockFolder(folder, 'vault')).rejects.toMatchObject({ code: 'locked' });
  await vault();
  expect(await readdir(folder)).toEqual([]);
});

test('a lock of a process that is gone, or whose number now belongs to another, is taken over', async () => {
  const release = await lockFolder(folder, 'store');
  const [mine = ''] = await readdir(folder);
  await release();
  const [, pid, start, machine] = mine.split('.');
  await writeFile(join(folder, `lock.${pid}.${Number(start) + 1}.${machine}.aa`), '');
  await writeFile(join(folder, `lock.4194305.1.${machine}.bb`), '');
  await (await lockFolder(folder, 'store'))();
  expect(await readdir(folder)).toEqual([]);
});

test('the lock of another machine is respected while it moves', async () => {
  const path = join(folder, 'lock.1.1.elsewhere.aa');
  await writeFile(path, '');
  let second = 0;
  const moving = setInterval(() => void utimes(path, second, second++), 5);
  await expect(lockFolder(folder, 'store')).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringContaining(path),
  });
  clearInterval(moving);
  expect(await readdir(folder)).toEqual(['lock.1.1.elsewhere.aa']);
});

test('the lock of another machine that stands still is taken over', async () => {
  await writeFile(join(folder, 'lock.1.1.elsewhere.aa'), '');
  const release = await lockFolder(folder, 'store', 20);
  expect(await readdir(folder)).toHaveLength(1);
  await release();
});
