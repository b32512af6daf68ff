import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type BackupOptions, backUp } from '../../../adapters/cli/backup/backup.ts';
import { backupName } from '../../../adapters/cli/backup/layout.ts';
import { rekey } from '../../../adapters/cli/backup/rekey.ts';
import { verify } from '../../../adapters/cli/backup/restore.ts';
import { peopleIn } from '../../../adapters/cli/folder-integrity.ts';
import { decodedKey } from '../../../adapters/cli/key.ts';
import { dayMs } from '../../../src/time/durations.ts';
import { foldersOfATest, idsIn, inUse, key, opened } from './data-in-use.ts';

const today = Date.parse('2026-11-30T05:20:35Z');
const keep: BackupOptions = { keep: 35 };

const { folders, say } = foldersOfATest();
const toKey = (own = key) => ({ folder: folders.data, key: own });

it('a change of key that is stopped after any step goes on, and loses nothing', async () => {
  const steps: string[] = [];
  const keyFile = (name: string) => join(folders.top, name, 'key');
  const made = async (name: string): Promise<string> => {
    const folder = join(folders.top, name, 'data');
    await mkdir(join(folders.top, name), { recursive: true });
    await writeFile(keyFile(name), `${key.toString('base64')}\n`, { mode: 0o600 });
    folders.data = folder;
    const used = await inUse(folders.data, 12);
    await used.store.compact();
    await used.put(12, 15);
    await used.close();
    return folder;
  };
  const run = (name: string, step?: (done: string) => void) =>
    rekey({ folder: join(folders.top, name, 'data'), keyFile: keyFile(name) }, async () => key, today, step);
  const folder = await made('whole');
  const before = await idsIn(folder);
  await run('whole', (step) => steps.push(step));
  expect(steps.length).toBeGreaterThan(8);
  for (const stop of ['', ...steps]) {
    const name = stop === '' ? 'whole' : stop.replaceAll(' ', '-');
    if (stop !== '') {
      await made(name);
      const stopping = run(name, (step) => {
        if (step === stop) throw new Error(`stopped after ${stop}`);
      });
      await expect(stopping).rejects.toThrow(/stopped after/);
      if (steps.indexOf(stop) >= steps.indexOf('ready'))
        await expect(opened(join(folders.top, name, 'data'))).rejects.toThrow(/change of the key .* was interrupted/);
      await run(name);
    }
    const next = decodedKey(await readFile(keyFile(name), 'utf8'), name);
    expect(next.equals(key), stop).toBe(false);
    const now = await idsIn(join(folders.top, name, 'data'), next);
    expect(now.ids, stop).toEqual(before.ids);
    expect(now.person, stop).not.toBeNull();
    expect(await readdir(peopleIn(join(folders.top, name, 'data'))), stop).toHaveLength(2);
    const kept = (await readdir(join(folders.top, name))).filter((file) => file.startsWith('key.before-'));
    expect(kept, stop).toHaveLength(1);
    await expect(opened(join(folders.top, name, 'data')), stop).rejects.toThrow(/another key/);
  }
});

it('backups of before a change of key stay whole, open with the key of then, and age out', async () => {
  await (await inUse(folders.data, 2)).close();
  const before = await backUp(toKey(), folders.backups, keep, today, say);
  const keyFile = join(folders.top, 'key');
  await writeFile(keyFile, `${key.toString('base64')}\n`, { mode: 0o600 });
  await rekey({ folder: folders.data, keyFile }, async () => key, today);
  const next = decodedKey(await readFile(keyFile, 'utf8'), keyFile);
  const after = await backUp(toKey(next), folders.backups, keep, today + dayMs, say);
  await verify(after, next, say);
  const aside = join(folders.backups, `before-${backupName(today + dayMs)}`);
  await verify(join(aside, backupName(today)), key, say);
  await expect(verify(before, key, say)).rejects.toThrow(/There is no backup/);
  await backUp(toKey(next), folders.backups, keep, today + 40 * dayMs, say);
  expect((await readdir(folders.backups)).sort()).toEqual([backupName(today + 40 * dayMs), 'people']);
});

it('a change of key keeps what people sealed, and the hashes that are compared with older ones', async () => {
  const used = await inUse(folders.data, 1);
  const sealed = (await used.vault.identity(used.who))?.seal('c', 'what only I read') ?? '';
  const workspace = { platform: 'slack', id: 'T0GRANTED' };
  await used.vault.changeGrant(workspace, () => 'a token');
  await used.close();
  const before = await idsIn(folders.data);
  const keyFile = join(folders.top, 'key');
  await writeFile(keyFile, `${key.toString('base64')}\n`, { mode: 0o600 });
  await rekey({ folder: folders.data, keyFile }, async () => key, today);
  const second = decodedKey(await readFile(keyFile, 'utf8'), keyFile);
  await rekey({ folder: folders.data, keyFile }, async () => second, today);
  const third = decodedKey(await readFile(keyFile, 'utf8'), keyFile);
  expect(await idsIn(folders.data, third)).toEqual(before);
  const { store, vault } = await opened(folders.data, third);
  expect((await vault.identity(used.who))?.open('c', sealed)).toBe('what only I read');
  expect(await vault.grantOf(workspace)).toBe('a token');
  await store.close();
  await vault.close();
});
