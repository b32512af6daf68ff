import { randomBytes } from 'node:crypto';
import { openDrafts } from '../../adapters/postgres/drafts.ts';
import { openDocuments, openPeople } from '../../adapters/postgres/index.ts';
import { databaseUrl, dropSchemas, freshSchema } from '../fixtures/database/schema.ts';
import { draftCacheContract } from './draft-cache.ts';
import { storeContract } from './store.ts';
import { vaultContract } from './vault.ts';

const url = databaseUrl();

storeContract('postgres', async () => {
  const settings = { url, schema: freshSchema(), key: randomBytes(32), most: 3 };
  let store = await openDocuments(settings);
  return {
    store,
    async reopen() {
      await store.close();
      store = await openDocuments(settings);
      return store;
    },
    async dispose() {
      await store.close();
      await dropSchemas(settings.schema);
    },
  };
});

vaultContract('postgres', async () => {
  const settings = { url, schema: freshSchema(), key: randomBytes(32), most: 3 };
  let vault = await openPeople(settings);
  return {
    vault,
    async reopen() {
      await vault.close();
      vault = await openPeople(settings);
      return vault;
    },
    async dispose() {
      await vault.close();
      await dropSchemas(settings.schema);
    },
  };
});

draftCacheContract('postgres', async () => {
  let now = 0;
  const given = { url, schema: freshSchema(), key: randomBytes(32), clock: { now: () => now } };
  await (await openDocuments(given)).close();
  const drafts = openDrafts(given);
  return {
    drafts,
    pass: (ms) => {
      now += ms;
    },
    async dispose() {
      await drafts.close();
      await dropSchemas(given.schema);
    },
  };
});
