import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type BackupOptions, backUp } from '../../../adapters/cli/backup/backup.ts';
import { backupName } from '../../../adapters/cli/backup/layout.ts';
import { restore, verify } from '../../../adapters/cli/backup/restore.ts';
import { dayMs } from '../../../src/time/durations.ts';
import { Note, note } from '../../contract/store-kinds.ts';
import { foldersOfATest, idsIn, inUse, key, opened } from './data-in-use.ts';

const today = Date.parse('2026-11-30T05:20:35Z');
const keep: BackupOptions = { keep: 35 };

const { folders, said, say } = foldersOfATest();
const toKey = (own = key) => ({ folder: folders.data, key: own });

it('is made of a folder in use, holds all that was acknowledged before it, and comes back as it was', async () => {
  const used = await inUse(folders.data, 20);
  const backup = await backUp(toKey(), folders.backups, keep, today, say);
  await used.put(20, 30);
  await used.close();
  await verify(backup, key, say);
  expect(said.join('\n')).toMatch(/Communities: 1\. Documents: 20\./);
  const before = await idsIn(folders.data);
  expect(before.ids).toHaveLength(30);
  const other = join(folders.top, 'restored');
  await restore(backup, { folder: other, key }, say);
  const restored = await idsIn(other);
  expect(restored).toEqual({ ...before, ids: before.ids.filter((id) => Number(id.slice(1)) < 20) });
});

it('is consistent while commands and compactions go on', async () => {
  const used = await inUse(folders.data, 1);
  let going = true;
  let written = 1;
  const writing = (async () => {
    while (going) {
      await used.put(written, written + 2);
      written += 2;
      if (written % 20 === 1) await used.store.compact();
    }
  })();
  for (let i = 0; i < 5; i += 1) {
    const acknowledged = written;
    const backup = await backUp(toKey(), folders.backups, keep, today + i * 1000, say);
    const other = join(folders.top, `restored${i}`);
    await restore(backup, { folder: other, key }, say);
    const { ids } = await idsIn(other);
    expect(ids.length).toBeGreaterThanOrEqual(acknowledged);
    // Whole transactions, and none without those before it.
    expect(ids.length % 2).toBe(1);
    expect(new Set(ids)).toEqual(new Set(Array.from(ids, (_, n) => `n${n}`)));
  }
  going = false;
  await writing;
  await used.close();
});

it('holds nothing that was removed, and opens nothing of somebody who was erased since', async () => {
  const used = await inUse(folders.data, 3);
  const identity = await used.vault.identity(used.who);
  const sealed = identity?.seal('c', 'what only I read') ?? '';
  await used.store.transact(used.scope, (tx) => tx.put(Note, note('n0', { words: [sealed] })));
  const first = await backUp(toKey(), folders.backups, keep, today, say);
  await used.vault.forget(used.who);
  await backUp(toKey(), folders.backups, keep, today + dayMs, say);
  await used.close();
  const other = join(folders.top, 'restored');
  await restore(first, { folder: other, key }, say);
  expect((await idsIn(other)).person).toBeNull();
  expect((await readdir(folders.backups)).sort()).toEqual([backupName(today), backupName(today + dayMs), 'people']);
});

it('ages out, and takes nothing else away', async () => {
  await (await inUse(folders.data, 1)).close();
  await mkdir(join(folders.backups, 'mine'), { recursive: true });
  for (const age of [40, 36, 34]) await backUp(toKey(), folders.backups, keep, today - age * dayMs, say);
  await backUp(toKey(), folders.backups, keep, today, say);
  expect((await readdir(folders.backups)).sort()).toEqual(
    [backupName(today - 34 * dayMs), backupName(today), 'mine', 'people'].sort(),
  );
});

it('a second one into the same folder is refused while one is written, and takes nothing of it away', async () => {
  await (await inUse(folders.data, 5)).close();
  const others: Promise<unknown>[] = [];
  const meanwhile = (line: string): void => {
    if (line.startsWith('Wrote store'))
      others.push(backUp(toKey(), folders.backups, keep, today + 1000, say).catch((error) => error.message));
  };
  const first = await backUp(toKey(), folders.backups, keep, today, meanwhile);
  const refusal = `Another backup is being written to ${folders.backups}. Nothing was changed. Try again when that one is done.`;
  expect(await Promise.all(others)).toEqual([refusal]);
  await verify(first, key, say);
  expect((await readdir(folders.backups)).sort()).toEqual([backupName(today), 'people']);
  await backUp(toKey(), folders.backups, keep, today + 2000, say);
  expect((await readdir(folders.backups)).sort()).toEqual([backupName(today), backupName(today + 2000), 'people']);
});

it('where one was cut short as it replaced the people, verify and restore say so, and the next one mends it', async () => {
  await (await inUse(folders.data, 5)).close();
  const first = await backUp(toKey(), folders.backups, keep, today, say);
  const people = join(folders.backups, 'people');
  await rename(people, `${people}.old`);
  const says = `${people} is missing, because a backup was interrupted. Make a new backup. If you can’t, use the one before: mv ${people}.old ${people}`;
  await expect(verify(first, key, say)).rejects.toThrow(says);
  await expect(restore(first, { folder: join(folders.top, 'restored'), key }, say)).rejects.toThrow(says);
  // The next one fails before it has people of its own: those of before are back.
  const failing = (line: string): void => {
    if (line.startsWith('Wrote store')) throw new Error('stopped');
  };
  await expect(backUp(toKey(), folders.backups, keep, today + 1000, failing)).rejects.toThrow('stopped');
  await verify(first, key, say);
  await backUp(toKey(), folders.backups, keep, today + 2000, say);
  expect((await readdir(folders.backups)).sort()).toEqual([backupName(today), backupName(today + 2000), 'people']);
});

it('hands its folder to the command of the operator, and says when that failed', async () => {
  await (await inUse(folders.data, 1)).close();
  const list = join(folders.top, 'list of backups');
  const backup = await backUp(toKey(), folders.backups, { keep: 35, afterwards: `printf %s > '${list}'` }, today, say);
  expect(await readFile(list, 'utf8')).toBe(backup);
  await expect(
    backUp(toKey(), folders.backups, { keep: 35, afterwards: 'exit 3;' }, today + 1000, say),
  ).rejects.toThrow(/is whole, but the command after it ended with 3/);
});

it('is refused with another key, when a byte differs, into a folder with anything in it, and inside the data', async () => {
  await (await inUse(folders.data, 5)).close();
  const backup = await backUp(toKey(), folders.backups, keep, today, say);
  await expect(verify(backup, Buffer.alloc(32, 1), say)).rejects.toThrow(
    /^The backup in .* was written with another key\. .* the key this backup was made with\.$/,
  );
  await expect(verify(join(folders.backups, 'none'), key, say)).rejects.toThrow(/There is no backup/);
  await expect(restore(backup, toKey(), say)).rejects.toThrow(/isn’t empty/);
  await expect(backUp(toKey(), join(folders.data, 'backups'), keep, today, say)).rejects.toThrow(/outside it/);
  const file = join(backup, 'store-000001.snapshot');
  const bytes = await readFile(file);
  bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
  await writeFile(file, bytes);
  await expect(verify(backup, key, say)).rejects.toThrow(/damaged at byte \d+.*Use another backup\.$/);
  const other = join(folders.top, 'restored');
  await expect(restore(backup, { folder: other, key }, say)).rejects.toThrow(/damaged at byte/);
  await expect(readdir(other)).rejects.toThrow(/ENOENT/);
});

it('nothing under one key does not take the place of backups under another, and what is there opens as before', async () => {
  await (await inUse(folders.data, 3)).close();
  const real = await backUp(toKey(), folders.backups, keep, today, say);
  const before = await readdir(folders.backups, { recursive: true });
  const other = Buffer.alloc(32, 1);
  const fresh = { folder: join(folders.top, 'fresh'), key: other };
  await expect(backUp(fresh, folders.backups, keep, today + dayMs, say)).rejects.toThrow(
    /^There is no data in .*fresh/,
  );
  const { store, vault } = await opened(fresh.folder, other);
  await Promise.all([store.close(), vault.close()]);
  await expect(backUp(fresh, folders.backups, keep, today + dayMs, say)).rejects.toThrow(
    /holds no community, but .* holds backups of one\. Nothing was backed up or moved\. .* as that user/,
  );
  expect(await readdir(folders.backups, { recursive: true })).toEqual(before);
  await verify(real, key, say);
});

it('a data folder made anew under the same key does not take the place of people whom backups need', async () => {
  const first = await inUse(folders.data, 3);
  await first.close();
  await backUp(toKey(), folders.backups, keep, today, say);
  const before = await idsIn(folders.data);
  await rename(folders.data, join(folders.top, 'lost'));
  const { store, vault } = await opened(folders.data);
  await Promise.all([store.close(), vault.close()]);
  const files = await readdir(folders.backups, { recursive: true });
  await expect(backUp(toKey(), folders.backups, keep, today + dayMs, say)).rejects.toThrow(
    /holds no community, but .* holds backups of one\. .* If the data folder was lost, restore the newest backup\./,
  );
  expect(await readdir(folders.backups, { recursive: true })).toEqual(files);

  // The same workspace installs it again, and is another community from then on.
  await (await inUse(folders.data, 1)).close();
  const fresh = await backUp(toKey(), folders.backups, keep, today + 2 * dayMs, say);
  const aside = join(folders.backups, `before-${backupName(today + 2 * dayMs)}`);
  expect(said).toContain(`Backups made under another key, or of another installation, are now in ${aside}.`);
  await verify(fresh, key, say);
  const other = join(folders.top, 'restored');
  await restore(join(aside, backupName(today)), { folder: other, key }, say);
  expect(await idsIn(other)).toEqual(before);
  expect(before.person).not.toBeNull();
});

it('makes no folder of backups where there is no data', async () => {
  await expect(backUp(toKey(), folders.backups, keep, today, say)).rejects.toThrow(/There is no data/);
  expect(await readdir(folders.top)).toEqual([]);
});
