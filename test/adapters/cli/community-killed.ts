import { importCommunity } from '../../../adapters/cli/community/arrive.ts';
import { eraseCommunity } from '../../../adapters/cli/community/erase.ts';
import { exportCommunity } from '../../../adapters/cli/community/leave.ts';
import { openFolderStores } from '../../../adapters/cli/open-parts.ts';
import { createLog } from '../../../adapters/node/log.ts';
import { ownScope, type Store } from '../../../src/index.ts';

/*
 * Imports, erases or exports a community. `name`: the file, or the community; `proof`: the signer, the receipt, or for whom. It is
 * killed as the n-th write to people, to the community's documents, or to what the installation keeps of its own begins: `people 1`.
 */
const [what = '', folder = '', key = '', name = '', proof = '', kill = ''] = process.argv.slice(2);
const writes: Record<string, number> = { people: 0, documents: 0, own: 0 };

const counting = (store: Store, of: (scope: string) => string): Store => ({
  ...store,
  transact: (scope, work) => {
    const to = of(scope);
    writes[to] = (writes[to] ?? 0) + 1;
    if (`${to} ${writes[to]}` === kill) process.kill(process.pid, 'SIGKILL');
    return store.transact(scope, work);
  },
});

const installation = Buffer.from(key, 'hex');
const opened = await openFolderStores(folder, installation, createLog('silent'));
const stores = {
  documents: counting(opened.documents, (scope) => (scope === ownScope ? 'own' : 'documents')),
  people: counting(opened.people, () => 'people'),
  key: installation,
  dropCopies: async () => {},
  stillAlone: async () => {},
};
if (what === 'import') await importCommunity(stores, { file: name, signer: proof, now: 1 }, () => {});
else if (what === 'export')
  await exportCommunity(stores, { community: 'team', recipient: proof, file: name, now: 1 }, () => {});
else await eraseCommunity(stores, { community: name, receipt: proof }, () => {});
await opened.documents.close();
await opened.people.close();
