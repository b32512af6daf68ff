import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVault } from '../../adapters/lowdb/vault.ts';
import type { Vault } from '../../src/index.ts';

/** The real vault in a folder of its own, which closing it takes away again. */
export async function diskVault(): Promise<Vault> {
  const folder = await mkdtemp(join(tmpdir(), 'curbside-vault-'));
  const vault = await openVault({ folder, key: Buffer.alloc(32, 7) });
  return {
    ...vault,
    close: async () => {
      await vault.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
