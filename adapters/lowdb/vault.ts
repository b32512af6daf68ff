import type { Log, Store, Vault } from '../../src/index.ts';
import { derive } from '../node/encryption.ts';
import { createVault } from '../node/vault.ts';
import { vaultKinds } from '../node/vault-kinds.ts';
import type { Files } from './journal/files.ts';
import type { JournalLocation } from './journal/journal-file.ts';
import { nodeFiles } from './journal/node-files.ts';
import { openJournalStore } from './store.ts';

export interface VaultOptions {
  /** The data folder; the vault has files of its own in it. */
  readonly folder: string;
  /** The installation's key, 32 bytes. Every key of the vault is derived from it, apart from the store's. */
  readonly key: Buffer;
  readonly files?: Files;
  /** Only looks: nothing on the disk is changed, and nobody new can be entered. */
  readonly readOnly?: boolean;
  readonly log?: Log;
}

/**
 * The vault in an encrypted journal of its own. Forgetting someone rewrites the files.
 *
 * Throws a `DataRefusal` when the folder cannot be used.
 */
export const openVault = async (options: VaultOptions): Promise<Vault> =>
  createVault(await openVaultStore(options), options.key);

/** The store under that vault. An erasure that a crash cut short is finished before anything else. */
export const openVaultStore = ({ folder, key, files, readOnly, log }: VaultOptions): Promise<Store> =>
  openJournalStore(vaultLocation(folder, key, files), {
    kinds: vaultKinds,
    eraseAtStart: true,
    readOnly,
    log,
  });

/** Where the vault of an installation lies. `key`: the installation's. */
export const vaultLocation = (folder: string, key: Buffer, files: Files = nodeFiles): JournalLocation => ({
  files,
  folder,
  name: 'vault',
  key: derive(key, 'curbside vault 1'),
});
