import { basename } from 'node:path';
import { channelsInUse, type Log, parsing, type Store } from '../../src/index.ts';
import { openLowdbStore } from '../lowdb/index.ts';
import { nodeFiles } from '../lowdb/journal/node-files.ts';
import { openVault } from '../lowdb/vault.ts';
import { onTheWay } from './community/on-the-way.ts';
import { checkFolder, holds, modeOpenToOthers, ownFiles, peopleIn } from './folder-integrity.ts';
import { findInstallationKey, type KeySettings, keyFileOf } from './key.ts';
import { checkDataFolder } from './make-folder.ts';
import { refuseUnfinished } from './migrate/unfinished.ts';

/** One thing that was looked at, in words that say what to do where something is wrong. */
export interface DoctorLine {
  readonly ok: boolean;
  readonly says: string;
}

/** What was found in a data folder, and the channels that groups use, by platform. */
export interface Inspected {
  readonly findings: readonly DoctorLine[];
  readonly channels: ReadonlyMap<string, readonly string[]>;
}

const notWhileRunning =
  'Channels: not checked while Curbside is running. Owners can check theirs with /curbside status. To check all of them here, stop Curbside first.';

/**
 * Reads a data folder with its key as `start` would, and changes nothing: no folder or key is made, nothing is locked, cut
 * off or upgraded. A folder in use by a running Curbside is fine.
 */
export async function inspectFolder(settings: KeySettings): Promise<Inspected> {
  const findings: DoctorLine[] = [];
  const found = (says: string, ok = true): void => void findings.push({ ok, says });
  const folder = settings.dataFolder;
  let channels: Inspected['channels'] = new Map();
  try {
    const isThere = await checkDataFolder(folder);
    if (isThere) await nodeFiles.checkUnlocked(folder);
    const key = await findInstallationKey(settings);
    if (key === null)
      found(`Key: none yet. The first start creates one at ${keyFileOf(settings)}. Keep a copy of it elsewhere.`);
    if (!isThere) found(`Data folder ${folder}: none yet. The first start creates it.`);
    if (isThere && key === null) found(`Data folder ${folder}: nothing is stored in it yet.`);
    if (isThere && key !== null) {
      channels = await lookInto(folder, key.key, found);
      found(`Data folder ${folder}: opens with its key${key.file ? ` (${key.file})` : ''}.`);
    }
    const mode = await modeOpenToOthers(folder);
    if (mode !== null)
      found(
        `Data folder ${folder}: other users can open it (mode ${mode}). Its files are encrypted. To keep other users out, run: chmod 700 ${folder}`,
      );
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DataRefusal') throw error;
    const isRunning = 'code' in error && error.code === 'locked';
    if (isRunning) found(`Data folder ${folder}: a running Curbside is using it.`);
    found(isRunning ? notWhileRunning : error.message, isRunning);
  }
  return { findings, channels };
}

async function lookInto(
  folder: string,
  key: Buffer,
  found: (says: string, ok?: boolean) => void,
): Promise<Inspected['channels']> {
  await checkFolder(nodeFiles, folder, key);
  const log: Log = {
    debug() {},
    info() {},
    error() {},
    warn: (_, { file, bytes } = {}) =>
      found(
        `Data folder ${folder}: the last write of the ${file} was not finished (${bytes} bytes). The next start sets it aside.`,
      ),
  };
  const store = await openLowdbStore({ folder, key, log, readOnly: true });
  await refuseUnfinished(store);
  const people = peopleIn(folder);
  if (await holds(nodeFiles, people, 'vault')) await openVault({ folder: people, key, log, readOnly: true });
  for (const { ok, says } of await communityLines(store)) found(says, ok);
  const copies = (await ownFiles(nodeFiles, folder)).filter((path) => /\.(torn-at|format)-/.test(path));
  if (copies.length > 0)
    found(
      `Copies kept in ${folder}: ${copies.map((path) => basename(path)).join(', ')}. Delete them when you no longer want them.`,
    );
  return channelsInUse(parsing(store));
}

/** Communities that are on their way to another installation, or from one. */
export const communityLines = async (store: Store): Promise<DoctorLine[]> =>
  (await onTheWay(store)).map(({ id, ok, says }) => ({ ok, says: `Community ${id}: ${says}` }));
