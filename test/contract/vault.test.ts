import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLowdbStore } from '../../adapters/lowdb/index.ts';
import { readHeader } from '../../adapters/lowdb/journal/frame.ts';
import { openVault } from '../../adapters/lowdb/vault.ts';
import { derive } from '../../adapters/node/encryption.ts';
import { MemoryDisk } from '../adapters/lowdb/memory-disk.ts';
import { readable as readableOf } from '../adapters/lowdb/readable.ts';
import { vaultContract } from './vault.ts';

const person = { platform: 'slack', id: 'U0KINGFISHER' };

vaultContract('encrypted journal', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'curbside-vault-'));
  const key = randomBytes(32);
  let vault = await openVault({ folder, key });
  return {
    vault,
    async reopen() {
      await vault.close();
      vault = await openVault({ folder, key });
      return vault;
    },
    async dispose() {
      await vault.close();
      await rm(folder, { recursive: true });
    },
  };
});

const readable = (folder: string, key: Buffer): Promise<string> =>
  readableOf(folder, 'vault', derive(key, 'curbside vault 1'));

test('forgetting takes platform id and key off the disk, and nothing lies there in clear', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'curbside-vault-'));
  const key = randomBytes(32);
  const vault = await openVault({ folder, key });
  const ref = await vault.refFor(person);
  expect(await readable(folder, key)).toContain(person.id);
  for (const name of await readdir(folder)) {
    expect((await readFile(join(folder, name))).includes(person.id)).toBe(false);
  }
  await vault.forget(ref);
  expect(await readable(folder, key)).not.toContain(person.id);
  expect(await readable(folder, key)).not.toContain(ref);
  await vault.close();
  await rm(folder, { recursive: true });
});

test('a reference is durable before it is given out', async () => {
  const disk = new MemoryDisk();
  const key = randomBytes(32);
  const vault = await openVault({ folder: '/data', key, files: disk.files });
  const ref = await vault.refFor(person);
  const later = await openVault({ folder: '/data', key, files: disk.afterPowerFailure(() => false).files });
  expect(await later.reveal(ref)).toEqual(person);
  await Promise.all([vault.close(), later.close()]);
});

test('forgetting that a power failure cut short is finished before the vault opens again', async () => {
  const key = randomBytes(32);
  const disk = new MemoryDisk();
  const open = (on: MemoryDisk) => openVault({ folder: '/data', key, files: on.files });
  const vault = await open(disk);
  const ref = await vault.refFor(person);
  const moments: MemoryDisk[] = [];
  disk.beforeChange = () => moments.push(disk.afterPowerFailure(() => true));
  await vault.forget(ref);
  await vault.close();
  let removed = 0;
  for (const moment of moments) {
    const again = await open(moment);
    if ((await again.reveal(ref)) === null) {
      removed += 1;
      const names = [...moment.names.keys()];
      expect(names).toHaveLength(2);
      expect(names).not.toContain('/data/vault-000001.journal');
    }
    await again.close();
  }
  expect(removed).toBeGreaterThan(5);
});

test('vault and store share a folder and an installation key, and neither can read the other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'curbside-both-'));
  const key = randomBytes(32);
  const [vault, store] = await Promise.all([openVault({ folder, key }), openLowdbStore({ folder, key })]);
  await expect(openVault({ folder, key })).rejects.toMatchObject({ code: 'locked' });
  const bytes = await readFile(join(folder, 'store-000001.journal'));
  expect(() => readHeader(derive(key, 'curbside vault 1'), bytes, 'store')).toThrow('another key');
  await vault.close();
  await store.close();
  await rm(folder, { recursive: true });
});

test('another key is refused', async () => {
  const disk = new MemoryDisk();
  await (await openVault({ folder: '/data', key: randomBytes(32), files: disk.files })).close();
  const other = openVault({ folder: '/data', key: randomBytes(32), files: disk.files });
  await expect(other).rejects.toMatchObject({ code: 'wrong-key' });
});
