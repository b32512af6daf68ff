import { openLowdbStore, type StoreOptions } from '../../../adapters/lowdb/index.ts';
import type { Store } from '../../../src/index.ts';
import { Note, note } from '../../contract/store-kinds.ts';
import type { MemoryDisk } from './memory-disk.ts';

export const key = Buffer.alloc(32, 7);
export const folder = '/data';

export const openOn = (disk: MemoryDisk, rest: Partial<StoreOptions> = {}): Promise<Store> =>
  openLowdbStore({ folder, key, files: disk.files, ...rest });

export const putNote = (store: Store, id: string, ...words: string[]): Promise<void> =>
  store.transact('s', (tx) => tx.put(Note, note(id, { words })));

/** The ids and words of everything in the store's scope "s". */
export async function contents(store: Store): Promise<Map<string, readonly string[]>> {
  const found = await store.read('s', (read) => read.find(Note, 'at', { all: true }, { limit: 1000 }));
  return new Map(found.docs.map(({ id, words }) => [id, words]));
}
