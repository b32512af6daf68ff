import type { Log, Store } from '../../src/index.ts';
import { derive } from '../node/encryption.ts';
import type { Files } from './journal/files.ts';
import type { JournalLocation } from './journal/journal-file.ts';
import { nodeFiles } from './journal/node-files.ts';
import { openJournalStore } from './store.ts';
import type { IndexedKind } from './table.ts';

export { DataRefusal } from '../node/data-refusal.ts';

export interface StoreOptions {
  /** The data folder; made when missing. */
  readonly folder: string;
  /** The installation's key, 32 bytes. The store's own is derived from it. */
  readonly key: Buffer;
  /** Kinds that may wait for their time: which communities have such documents is known from the start. */
  readonly kinds?: readonly IndexedKind[];
  readonly files?: Files;
  readonly log?: Log;
  /** The size in bytes from which a journal is compacted; 16 MiB unless told. */
  readonly compactAfter?: number;
  /** Only looks: nothing on the disk is changed, and every write is refused. */
  readonly readOnly?: boolean;
}

/**
 * The embedded store: lowdb over an encrypted journal in `folder`. Everything is held in memory; nothing is shown or
 * acknowledged before it is on disk. Throws a `DataRefusal` that says what to do when the folder cannot be used.
 */
export function openLowdbStore(options: StoreOptions): Promise<Store> {
  const { folder, files = nodeFiles, kinds, log, compactAfter, readOnly } = options;
  return openJournalStore(storeLocation(folder, options.key, files), { kinds, log, compactAfter, readOnly });
}

/** Where the store of an installation lies. `key`: the installation's. */
export const storeLocation = (folder: string, key: Buffer, files: Files = nodeFiles): JournalLocation => ({
  files,
  folder,
  name: 'store',
  key: derive(key, 'curbside store 1'),
});
