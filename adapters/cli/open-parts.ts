import { join } from 'node:path';
import {
  type ChatPlatform,
  type CheckinSettings,
  type Clock,
  type Core,
  createCurbside,
  type Lexicon,
  type Log,
  parsing,
  type Store,
  storedKinds,
  type Vault,
} from '../../src/index.ts';
import { openLowdbStore } from '../lowdb/index.ts';
import type { Files } from '../lowdb/journal/files.ts';
import { nodeFiles } from '../lowdb/journal/node-files.ts';
import { openVault } from '../lowdb/vault.ts';
import { loadCheckins } from '../node/checkin-settings.ts';
import { createDraftCache } from '../node/drafts.ts';
import { randomIds } from '../node/ids.ts';
import { type InstallationKey, installationKey } from '../node/key.ts';
import { loadLexicon } from '../node/lexicon.ts';
import { ensureFolder } from './folder-check.ts';
import { halvesOf } from './folder-integrity.ts';
import type { Settings } from './settings.ts';

/** Store and vault over one data folder, and the core on top of them. */
export interface Parts {
  readonly store: Store;
  readonly vault: Vault;
  core(platforms: readonly ChatPlatform[], clock: Clock): Core;
  close(): Promise<void>;
}

let lexicon: Lexicon | undefined;

/**
 * Opens one data folder. Throws a `DataRefusal` that says what to do; what was opened until then is closed again. `files`:
 * the disk, unless it is this machine's.
 */
export async function openParts(
  folder: string,
  key: InstallationKey,
  log: Log,
  checkins: CheckinSettings = loadCheckins(),
  files: Files = nodeFiles,
): Promise<Parts> {
  await ensureFolder(folder);
  const people = join(folder, 'people');
  const halves = await halvesOf(files, folder, people);
  halves.checkPeople();
  const store = await openLowdbStore({ folder, key: key.key, kinds: storedKinds, log, files });
  let vault: Vault;
  try {
    await halves.checkStored(store);
    vault = await openVault({ folder: people, key: key.key, files });
  } catch (error) {
    await store.close();
    throw error;
  }
  lexicon ??= loadLexicon();
  const words = lexicon;
  return {
    store: parsing(store),
    vault,
    core: (platforms, clock) =>
      createCurbside({
        store,
        vault,
        clock,
        ids: randomIds,
        log,
        drafts: createDraftCache(clock),
        lexicon: words,
        checkins,
        platforms,
      }),
    async close() {
      await store.close();
      await vault.close();
    },
  };
}

/** The key of the installation, or of the playground, which has one of its own unless a key is set. */
export function keyFor(settings: Settings, which: 'data' | 'playground'): Promise<InstallationKey> {
  const { env, configFolder } = settings;
  return installationKey({
    key: env.CURBSIDE_KEY,
    keyFile: env.CURBSIDE_KEY_FILE ?? (which === 'playground' ? join(configFolder, 'playground.key') : undefined),
    configFolder,
    dataFolder: which === 'playground' ? settings.playgroundFolder : settings.dataFolder,
  });
}

/** Resolves when the process is asked to end. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
