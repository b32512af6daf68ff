import { createSigner, readFingerprint } from '../../documents/signed/signer.ts';
import { createLog } from '../../node/log.ts';
import { openDocuments, openPeopleStore } from '../../postgres/index.ts';
import { moving, refuseRunning } from '../../postgres/running.ts';
import { refuseNoData } from '../folder-integrity.ts';
import { keptCopy } from '../kept-copy.ts';
import { existingKey, keyFor } from '../key-settings.ts';
import { openFolderStores } from '../open-parts.ts';
import { InputRefused, type Settings } from '../settings.ts';
import { importCommunity } from './arrive.ts';
import { eraseCommunity, keepCommunity } from './erase.ts';
import { refuseNoTables } from './existing-tables.ts';
import { exportCommunity } from './leave.ts';
import { listCommunities } from './list.ts';
import { receivingKey } from './receiving-key.ts';
import type { Stores } from './stores.ts';
import { afterErasing, afterExport, afterImport, belowKey } from './words.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Opens both stores, wherever they are, for as long as `work` takes. Curbside has to be stopped. A folder or tables are made
 * only for what brings something (`fills`).
 */
export async function withStores(
  settings: Settings,
  work: (stores: Stores) => Promise<void>,
  { fills }: { readonly fills: boolean } = { fills: false },
): Promise<void> {
  const { DATABASE_URL: url, VAULT_DATABASE_URL: vaultUrl = url, LOG_LEVEL } = settings.env;
  const { key } = await existingKey(settings);
  const log = createLog(LOG_LEVEL === 'info' ? 'warn' : LOG_LEVEL);
  const opened: { close(): Promise<void> }[] = [];
  try {
    if (url === undefined || vaultUrl === undefined) {
      if (!fills) await refuseNoData(settings.dataFolder, key);
      const folder = await openFolderStores(settings.dataFolder, key, log);
      opened.push(folder.documents, folder.people);
      const dropCopies = () => keptCopy(settings.dataFolder).drop();
      // The folder is locked.
      await work({ ...folder, key, dropCopies, stillAlone: async () => {} });
      return;
    }
    await refuseRunning(url);
    if (!fills) await refuseNoTables(settings);
    const documents = await openDocuments({ url, key, log, as: moving });
    opened.push(documents);
    const people = await openPeopleStore({ url: vaultUrl, key, log, as: moving });
    opened.push(people);
    const stillAlone = () => refuseRunning(url, { movers: false });
    await work({ documents, people, key, dropCopies: async () => {}, stillAlone });
  } finally {
    for (const store of opened) await store.close();
  }
}

export async function keyCommand(settings: Settings): Promise<void> {
  const { key, made, file } = await keyFor(settings, 'data');
  if (made)
    say(`Created a key in ${file}. Keep a copy of it away from the data: without the key, the data can’t be read.`);
  say((await receivingKey(key)).recipient);
  say(belowKey);
}

export const listCommand = (settings: Settings): Promise<void> =>
  withStores(settings, (stores) => listCommunities(stores, say));

export const exportCommand = (settings: Settings, community: string, recipient: string, file: string): Promise<void> =>
  withStores(settings, async (stores) => {
    const fingerprint = await exportCommunity(stores, { community, recipient, file, now: Date.now() }, say);
    say(afterExport(community, fingerprint));
  });

export async function importCommand(settings: Settings, file: string, signer: string): Promise<void> {
  const fingerprint = readFingerprint(signer);
  if (fingerprint === null)
    throw new InputRefused('--signer: a fingerprint has 32 digits from 0 to 9 and a to f. The export shows it.');
  const work = async (stores: Stores): Promise<void> => {
    const receipt = await importCommunity(stores, { file, signer: fingerprint, now: Date.now() }, say);
    say(afterImport(receipt, createSigner(stores.key).fingerprint));
  };
  await withStores(settings, work, { fills: true });
}

export const eraseCommand = (settings: Settings, community: string, receipt: string): Promise<void> =>
  withStores(settings, async (stores) => {
    await eraseCommunity(stores, { community, receipt }, say);
    say(afterErasing);
  });

export const keepCommand = (settings: Settings, community: string): Promise<void> =>
  withStores(settings, (stores) => keepCommunity(stores, community, say));
