import {
  type ChatPlatform,
  type CheckinSettings,
  type Clock,
  type Core,
  createCurbside,
  type DraftCache,
  type Lexicon,
  type Log,
  migrations,
  NewerStore,
  parsing,
  type RateLimits,
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
import { openVault, openVaultStore } from '../lowdb/vault.ts';
import { createSearchIndex } from '../minisearch/index.ts';
import { loadCheckins } from '../node/checkin-settings.ts';
import { systemClock } from '../node/clock.ts';
import { shippedFiles } from '../node/consultation-files.ts';
import { createDraftCache } from '../node/drafts.ts';
import { randomIds } from '../node/ids.ts';
import { lexiconWhenUsed } from '../node/lexicon.ts';
import type { Pace } from '../node/pace.ts';
import { shippedPacks } from '../node/packs.ts';
import { shippedRenewalPacks } from '../node/renewal-packs.ts';
import { createScanner, type NodeScanner } from '../node/scanner.ts';
import { warmUp } from '../node/warm-up.ts';
import type { Leases } from '../platform.ts';
import { notServing, withoutThose } from './community/away.ts';
import { type Away, awayIn } from './community/standing.ts';
import { checkFolder, modeOpenToOthers, peopleIn, refuseInterrupted, refuseLinks } from './folder-integrity.ts';
import { keptCopy } from './kept-copy.ts';
import type { InstallationKey } from './key.ts';
import { makeDataFolder } from './make-folder.ts';
import { refuseUnfinished } from './migrate/unfinished.ts';

/** Store and vault over one data folder or database, and the core on top of them. */
export interface Parts {
  readonly store: Store;
  readonly vault: Vault;
  readonly documents: Documents;
  /** The time that everybody who shares them goes by. */
  readonly clock: Clock;
  /** Where several processes share them. */
  readonly leases?: Leases;
  readonly pace?: Pace;
  core(platforms: readonly ChatPlatform[], clock: Clock, limits?: RateLimits): Core;
  /** Loads the word lists and scans something invented, so that the first case is not the first scan. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}

let lexicon: Lexicon | undefined;

/** What comes with Curbside as files, read at the first core of a process. */
const shipped = () => {
  files ??= { packs: shippedPacks(), renewals: shippedRenewalPacks(), files: shippedFiles() };
  return files;
};
let files: Pick<Parameters<typeof createCurbside>[0], 'packs' | 'renewals' | 'files'> | undefined;

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

/** The two stores of a data folder as they are, made when missing, for a move. Throws a `DataRefusal` that says what to do. */
export async function openFolderStores(
  folder: string,
  key: Buffer,
  log: Log,
): Promise<{ readonly documents: Store; readonly people: Store }> {
  await makeDataFolder(folder);
  await refuseLinks(nodeFiles, folder);
  await refuseInterrupted(folder);
  const documents = await openLowdbStore({ folder, key, kinds: storedKinds, log });
  try {
    return { documents, people: await openVaultStore({ folder: peopleIn(folder), key, log }) };
  } catch (error) {
    await documents.close();
    throw error;
  }
}

/**
 * Opens one data folder and brings it up to date; see `openFolder`. `files`: the disk, unless it is this machine's.
 * `measured`: wraps what scans.
 */
export async function openParts(
  folder: string,
  key: InstallationKey,
  log: Log,
  checkins: CheckinSettings = loadCheckins(),
  files: Files = nodeFiles,
  measured: Measured = unmeasured,
): Promise<Parts> {
  const opened = await openFolder(folder, key, log, files);
  const copy = keptCopy(folder);
  let away: Away;
  try {
    await refuseUnfinished(opened.store);
    await upgraded(opened, migrations, { log, keepCopy: copy.keep });
    await copy.dropOld(Date.now());
    away = await awayIn(opened.store);
  } catch (error) {
    await opened.store.close();
    await opened.vault.close();
    throw error instanceof NewerStore ? newer(folder) : error;
  }
  const vault: Vault = {
    ...opened.vault,
    async forget(ref) {
      await copy.drop();
      await opened.vault.forget(ref);
    },
  };
  return partsOver({ store: opened.store, away, vault, key: key.key, clock: systemClock }, log, checkins, measured);
}

/** Wraps what scans, to measure it. */
export type Measured = (scanner: NodeScanner) => NodeScanner;
const unmeasured: Measured = (scanner) => scanner;

/** What lies under a core, opened and up to date. */
export interface Under {
  readonly store: Store;
  /** Communities that are on their way to another installation, or from one. */
  readonly away: Away;
  readonly vault: Vault;
  /** The installation's key: what is signed follows from it. */
  readonly key: Buffer;
  readonly clock: Clock;
  /** Raw text, if not in this process alone; `around`: what takes events to the core in its place. */
  readonly hops?: { readonly drafts: DraftCache; around(core: Core): Core };
  readonly leases?: Leases;
  readonly pace?: Pace;
  /** Closes what else was opened, the last of all. */
  readonly close?: () => Promise<void>;
}

/** The core over a store and a vault, whichever they are. */
export function partsOver(under: Under, log: Log, checkins: CheckinSettings, measured: Measured = unmeasured): Parts {
  const { vault, hops, away } = under;
  if (away.size > 0) log.warn('store.communities_on_their_way', { communities: away.size });
  const store = withoutThose(parsing(under.store), away);
  lexicon ??= lexiconWhenUsed();
  const words = lexicon;
  const scanner = measured(createScanner(words, log));
  const signer = createSigner(under.key);
  return {
    store,
    vault,
    documents: createDocuments(signer),
    clock: under.clock,
    ...(under.leases ? { leases: under.leases } : {}),
    ...(under.pace ? { pace: under.pace } : {}),
    core(platforms, clock, limits) {
      const core = createCurbside({
        ...(limits ? { limits } : {}),
        store,
        vault,
        clock,
        ids: randomIds,
        log,
        drafts: hops?.drafts ?? createDraftCache(clock),
        lexicon: words,
        scanner,
        checkins,
        ...shipped(),
        fingerprint: signer.fingerprint,
        searchIndex: createSearchIndex(log),
        platforms,
      });
      return notServing(hops?.around(core) ?? core, away);
    },
    async warmUp() {
      // Whoever waits for an answer gets it in between.
      words.word('');
      await new Promise(setImmediate);
      await warmUp(scanner);
    },
    async close() {
      await scanner.close();
      await store.close();
      await vault.close();
      await under.close?.();
    },
  };
}

const newer = (folder: string): DataRefusal =>
  new DataRefusal(
    'newer',
    `${folder} was written by a newer version of Curbside. Nothing was changed. Start that version, or restore a backup made before the upgrade.`,
  );

/** Resolves when the process is asked to end. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
