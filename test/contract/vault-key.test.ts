import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type KeySettings, openInstallationKey } from '../../adapters/cli/key.ts';
import { openLowdbStore } from '../../adapters/lowdb/index.ts';

let top: string;
let settings: KeySettings;
beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'curbside-key-'));
  const configFolder = join(top, 'config', 'curbside');
  settings = { key: undefined, keyFile: undefined, configFolder, dataFolder: join(top, 'data') };
});
afterEach(() => rm(top, { recursive: true }));

test('a key from the environment is used as it is', async () => {
  const key = randomBytes(32);
  for (const text of [key.toString('base64'), key.toString('base64url'), ` ${key.toString('base64')}\n`]) {
    expect(await openInstallationKey({ ...settings, key: text })).toEqual({ key, file: null, made: false });
  }
  expect(await readdir(top)).toEqual([]);
});

test('a key that is not 32 bytes of base64 is refused without being repeated', async () => {
  for (const wrong of [
    'too-short',
    randomBytes(31).toString('base64'),
    `${randomBytes(32).toString('hex')}`,
    '!'.repeat(44),
  ]) {
    const refused = openInstallationKey({ ...settings, key: wrong });
    await expect(refused).rejects.toMatchObject({
      code: 'key-invalid',
      message: expect.stringContaining('openssl rand -base64 32'),
    });
    await expect(refused).rejects.not.toThrow(wrong);
  }
});

test('the first start makes a key file that only this user can read; later starts find it', async () => {
  const first = await openInstallationKey(settings);
  const file = join(settings.configFolder, 'key');
  expect(first).toMatchObject({ file, made: true });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(settings.configFolder)).mode & 0o777).toBe(0o700);
  expect(await openInstallationKey(settings)).toEqual({ key: first.key, file, made: false });
  expect(await readdir(settings.configFolder)).toEqual(['key']);
});

test('of several first starts at once all use the same key', async () => {
  const keys = await Promise.all(Array.from({ length: 8 }, () => openInstallationKey(settings)));
  expect(new Set(keys.map(({ key }) => key.toString('hex'))).size).toBe(1);
});

test('a key file that others can read is refused, with what to do', async () => {
  const { file } = await openInstallationKey(settings);
  await chmod(file ?? '', 0o640);
  await expect(openInstallationKey(settings)).rejects.toMatchObject({
    code: 'key-exposed',
    message: expect.stringContaining('chmod 600'),
  });
});

test('a key inside the data folder is refused, also through a link', async () => {
  await mkdir(settings.dataFolder);
  const inside = join(settings.dataFolder, 'sub', 'key');
  await expect(openInstallationKey({ ...settings, keyFile: inside })).rejects.toMatchObject({ code: 'key-in-data' });
  await symlink(settings.dataFolder, join(top, 'link'));
  const linked = join(top, 'link', 'key');
  await expect(openInstallationKey({ ...settings, keyFile: linked })).rejects.toMatchObject({ code: 'key-in-data' });
});

test('a missing key file is not made anew once there is data', async () => {
  const { key, file } = await openInstallationKey(settings);
  await (await openLowdbStore({ folder: settings.dataFolder, key })).close();
  await rm(file ?? '');
  await expect(openInstallationKey(settings)).rejects.toMatchObject({ code: 'key-missing' });
  expect(await readdir(settings.configFolder)).toEqual([]);
});

test('data of the playground inside the folder does not count: it has a key of its own', async () => {
  const playground = join(settings.dataFolder, 'playground');
  await (await openLowdbStore({ folder: playground, key: randomBytes(32) })).close();
  expect(await openInstallationKey(settings)).toMatchObject({ made: true });
});

test('a key file with something else in it is refused by its name', async () => {
  const keyFile = join(top, 'mine');
  await writeFile(keyFile, 'nothing of use\n', { mode: 0o600 });
  await expect(openInstallationKey({ ...settings, keyFile })).rejects.toMatchObject({
    code: 'key-invalid',
    message: expect.stringContaining(keyFile),
  });
});

test('a link that leads nowhere is refused: a key made for it would be lost with the process', async () => {
  const keyFile = join(top, 'mine');
  await symlink(join(top, 'gone'), keyFile);
  await expect(openInstallationKey({ ...settings, keyFile })).rejects.toMatchObject({
    code: 'key-missing',
    message: expect.stringContaining(`${keyFile} is a broken link`),
  });
  expect(await readdir(top)).toEqual(['mine']);
});

test('a place where no key can be made is refused with the setting that names another', async () => {
  // Nobody may make a folder in /sys, root included.
  await expect(openInstallationKey({ ...settings, keyFile: '/sys/curbside/key' })).rejects.toMatchObject({
    name: 'DataRefusal',
    message: expect.stringContaining('choose another CURBSIDE_KEY_FILE'),
  });
});
