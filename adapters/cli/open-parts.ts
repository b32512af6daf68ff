import { join } from 'node:path';
import {
  type ChatPlatform,
  type CheckinSettings,
  type Clock,
  type Core,
  createCurbside,
  type Lexicon,
  type Log,
  migrations,
  NewerStore,
  parsing,
  type Store,
  storedKinds,
  upgraded,
  type Vault,
} from '../../src/index.ts';
import { createDocuments, type Documents } from '../documents/index.ts';
import { createSigner } from '../documents/signed/signer.ts';
import { DataRefusal, openLowdbStore } from '../lowdb/index.ts';
import type { Files } from '../lowdb/journal/files.ts';
import { nodeFiles } from '../lowdb/journal/node-files.ts';
import { openVault } from '../lowdb/vault.ts';
import { loadCheckins } from '../node/checkin-settings.ts';
import { createDraftCache } from '../node/drafts.ts';
import { randomIds } from '../node/ids.ts';
import { type InstallationKey, type KeySettings, openInstallationKey } from '../node/key.ts';
import { loadLexicon } from '../node/lexicon.ts';
import { shippedPacks } from '../node/packs.ts';
import { shippedRenewalPacks } from '../node/renewal-packs.ts';
import { createScanner } from '../node/scanner.ts';
import { warmUp } from '../node/warm-up.ts';
import { checkFolder, modeOpenToOthers, peopleIn } from './folder-integrity.ts';
import { keptCopy } from './kept-copy.ts';
import { makeDataFolder } from './make-folder.ts';
import type { Settings } from './settings.ts';

/** Store and vault over one data folder, and the core on top of them. */
export interface Parts {
  readonly store: Store;
  readonly vault: Vault;
  readonly documents: Documents;
  core(platforms: readonly ChatPlatform[], clock: Clock): Core;
  /** Scans something invented, so that the first case is not the first scan. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}

let lexicon: Lexicon | undefined;

/** What lies in one data folder, as it is. */
interface Folder {
  readonly store: Store;
  readonly vault: Vault;
}

/** Opens one data folder. Throws a `DataRefusal` that says what to do; what was opened until then is closed again. */
export async function openFolder(
  folder: string,
  key: InstallationKey,
  log: Log,
  files: Files = nodeFiles,
): Promise<Folder> {
  await makeDataFolder(folder);
  await checkFolder(files, folder, key.key);
  const mode = await modeOpenToOthers(folder);
  if (mode !== null) log.warn('data.folder_open_to_others', { mode });
  const store = await openLowdbStore({ folder, key: key.key, kinds: storedKinds, log, files });
  try {
    return { store, vault: await openVault({ folder: peopleIn(folder), key: key.key, files, log }) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/**
 * Opens one data folder and brings it up to date; see `openFolder`. `files`: the disk, unless it is this machine's.
 */
export async function openParts(
  folder: string,
  key: InstallationKey,
  log: Log,
  checkins: CheckinSettings = loadCheckins(),
  files: Files = nodeFiles,
): Promise<Parts> {
  const opened = await openFolder(folder, key, log, files);
  const copy = keptCopy(folder);
  try {
    await upgraded(opened, migrations, { log, keepCopy: copy.keep });
    await copy.dropOld(Date.now());
  } catch (error) {
    await opened.store.close();
    await opened.vault.close();
    throw error instanceof NewerStore ? newer(folder) : error;
  }
  const store = parsing(opened.store);
  const vault: Vault = {
    ...opened.vault,
    async forget(ref) {
      await copy.drop();
      await opened.vault.forget(ref);
    },
  };
  lexicon ??= loadLexicon();
  const words = lexicon;
  const scanner = createScanner(words, log);
  const signer = createSigner(key.key);
  return {
    store,
    vault,
    documents: createDocuments(signer),
    core: (platforms, clock) =>
      createCurbside({
        store,
        vault,
        clock,
        ids: randomIds,
        log,
        drafts: createDraftCache(clock),
        lexicon: words,
        scanner,
        checkins,
        packs: shippedPacks(),
        renewals: shippedRenewalPacks(),
        fingerprint: signer.fingerprint,
        platforms,
      }),
    warmUp: () => warmUp(scanner),
    async close() {
      await scanner.close();
      await store.close();
      await vault.close();
    },
  };
}

const newer = (folder: string): DataRefusal =>
  new DataRefusal(
    'newer',
    `${folder} was written by a newer version of Curbside. Nothing was changed. Start that version, or restore a backup made before the upgrade.`,
  );

/** Where the key of the installation lies, or that of the playground, which has one of its own unless a key is set. */
export function keySettings(settings: Settings, which: 'data' | 'playground'): KeySettings {
  const { env, configFolder } = settings;
  return {
    key: env.CURBSIDE_KEY,
    keyFile: env.CURBSIDE_KEY_FILE ?? (which === 'playground' ? join(configFolder, 'playground.key') : undefined),
    configFolder,
    dataFolder: which === 'playground' ? settings.playgroundFolder : settings.dataFolder,
  };
}

export const keyFor = (settings: Settings, which: 'data' | 'playground'): Promise<InstallationKey> =>
  openInstallationKey(keySettings(settings, which));

/** Resolves when the process is asked to end. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
