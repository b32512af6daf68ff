import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLowdbStore } from '../../adapters/lowdb/index.ts';
import { storeContract } from './store.ts';
import { Task } from './store-kinds.ts';

storeContract('lowdb', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'curbside-store-'));
  const key = randomBytes(32);
  const open = () => openLowdbStore({ folder, key, compactAfter: 4096, kinds: [Task] });
  let store = await open();
  return {
    store,
    async reopen() {
      await store.close();
      store = await open();
      return store;
    },
    async dispose() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});
