import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backUp } from '../../../adapters/cli/backup/backup.ts';
import { rekey } from '../../../adapters/cli/backup/rekey.ts';
import { restore } from '../../../adapters/cli/backup/restore.ts';
import { inspectFolder } from '../../../adapters/cli/inspect-folder.ts';
import { beginMove } from '../../../adapters/cli/migrate/unfinished.ts';
import { openFolder, openFolderStores } from '../../../adapters/cli/open-parts.ts';
import { nodeFiles } from '../../../adapters/lowdb/journal/node-files.ts';
import { createLog } from '../../../adapters/node/log.ts';
import { Note, note } from '../../contract/store-kinds.ts';
import { bundled } from '../../fixtures/bundled.ts';

const key: Buffer = Buffer.alloc(32, 9);
const log = createLog('silent');
const ignore = (): void => {};
const opened = (folder: string) => openFolder(folder, { key, file: null, made: false }, log);

let top: string;
let backup: string;
let killed: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'curbside-restore-'));
  killed = await bundled(fileURLToPath(new URL('./restore-killed.ts', import.meta.url)));
  const folder = join(top, 'data');
  const { store, vault } = await opened(folder);
  const scope = await vault.scopeFor({ platform: 'square', id: 'team' });
  await vault.refFor({ platform: 'square', id: 'ada' });
  await store.transact(scope, async (tx) => {
    // More than one frame of a snapshot.
    for (let i = 0; i < 40; i += 1) await tx.put(Note, note(`n${i}`, { words: ['x'.repeat(10_000)] }));
  });
  await store.close();
  await vault.close();
  backup = await backUp({ folder, key }, join(top, 'backups'), { keep: 35 }, Date.UTC(2026, 10, 30), ignore);
});
afterAll(async () => {
  await rm(top, { recursive: true });
  await killed.remove();
});

async function notesIn(folder: string): Promise<number> {
  const { store, vault } = await opened(folder);
  const scope = await vault.scopeFor({ platform: 'square', id: 'team' });
  const found = await store.read(scope, (read) => read.count(Note, 'id', { all: true }));
  await store.close();
  await vault.close();
  return found;
}

/** Restores in a process of its own, which is killed at a step; false when it came to its end before. */
async function killedAt(step: number, folder: string): Promise<boolean> {
  const args = [killed.file, backup, folder, key.toString('hex'), String(step)];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const [code, signal] = await once(child, 'exit');
  expect(signal === 'SIGKILL' || code === 0).toBe(true);
  return signal === 'SIGKILL';
}

/** What `doctor` says of a folder. */
async function found(folder: string) {
  const { findings } = await inspectFolder({
    ...{ dataFolder: folder, key: key.toString('base64') },
    ...{ keyFile: undefined, configFolder: join(top, 'config') },
  });
  return findings;
}

it('killed at any step, nothing opens the folder until the backup is restored again, which then has all of it', async () => {
  const interrupted = /Restoring a backup into .* was interrupted.*run: .*restore <backup>/;
  let step = 0;
  for (; ; step += 1) {
    const folder = join(top, `killed-${step}`);
    if (!(await killedAt(step, folder))) {
      expect(await notesIn(folder)).toBe(40);
      break;
    }
    const left = await readdir(folder, { recursive: true });
    await expect(opened(folder)).rejects.toThrow(interrupted);
    await expect(openFolderStores(folder, key, log)).rejects.toThrow(interrupted);
    await expect(backUp({ folder, key }, join(top, 'other'), { keep: 35 }, 0, ignore)).rejects.toThrow(interrupted);
    const keyFile = join(top, 'key');
    await expect(rekey({ folder, keyFile }, () => Promise.resolve(key), 0)).rejects.toThrow(interrupted);
    expect(await found(folder)).toContainEqual({ ok: false, says: expect.stringMatching(interrupted) });
    expect(await readdir(folder, { recursive: true })).toEqual(left);
    await restore(backup, { folder, key }, ignore);
    expect(await notesIn(folder)).toBe(40);
    expect(await readdir(folder)).not.toContain('restoring');
  }
  expect(step).toBeGreaterThan(5);
});

it('a disk that is full on the way leaves an empty folder, into which it can be restored once there is room', async () => {
  const folder = join(top, 'full');
  const steps: string[] = [];
  await restore(backup, { folder: join(top, 'whole'), key }, ignore, (name) => steps.push(name));
  for (const at of steps.keys()) {
    let left = at;
    const failing = restore(backup, { folder, key }, ignore, () => {
      if (left === 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      left -= 1;
    });
    await expect(failing).rejects.toMatchObject({ code: 'full', message: expect.stringContaining('is full') });
    expect(await readdir(folder)).toEqual([]);
  }
  await restore(backup, { folder, key }, ignore);
  expect(await notesIn(folder)).toBe(40);
});

it('what somebody else put beside a half restored backup is not taken away', async () => {
  const folder = join(top, 'shared');
  expect(await killedAt(0, folder)).toBe(true);
  await writeFile(join(folder, 'mine'), 'mine');
  await expect(restore(backup, { folder, key }, ignore)).rejects.toThrow(/isn’t empty. Nothing was changed/);
  expect((await readdir(folder)).filter((name) => !name.startsWith('lock.')).sort()).toEqual([
    'mine',
    'people',
    'restoring',
  ]);
});

it('doctor says so when a move into a folder was cut short', async () => {
  const folder = join(top, 'moved');
  const { documents, people } = await openFolderStores(folder, key, log);
  await beginMove(documents);
  await documents.close();
  await people.close();
  const says = expect.stringMatching(/Moving the data here wasn’t finished\. Run .*migrate/);
  expect(await found(folder)).toContainEqual({ ok: false, says });
});

it('of a folder in use it says who uses it, and never that it is to be moved away', async () => {
  const folder = join(top, 'used');
  await mkdir(folder);
  await writeFile(join(folder, 'mine'), 'mine');
  const free = await nodeFiles.lock(folder, 'store');
  await expect(restore(backup, { folder, key }, ignore)).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringMatching(`process ${process.pid}\\) is using`),
  });
  await free();
});
