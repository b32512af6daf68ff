import { lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openLowdbStore } from '../lowdb/index.ts';
import { generationsOf, isFileOf } from '../lowdb/journal/file-names.ts';
import type { Files } from '../lowdb/journal/files.ts';
import { nodeFiles } from '../lowdb/journal/node-files.ts';
import { asRefusal, DataRefusal, linkWords } from '../node/data-refusal.ts';
import { otherUser, run } from './run.ts';

/** Where a change of key writes before it is done, inside the data folder. */
export const rekeyIn = (folder: string): string => join(folder, 'rekey');

/** Stands in a data folder from before the first byte of a backup is written there until all of it is read back. */
export const restoringIn = (folder: string): string => join(folder, 'restoring');

/** The folder of the vault, inside the data folder. */
export const peopleIn = (folder: string): string => join(folder, 'people');

/**
 * Looks at a data folder before anything in it is opened, and changes nothing.
 *
 * Throws a `DataRefusal`: `link` when a symbolic link stands where a file of Curbside belongs; `corrupt` when only one of
 * the two halves is there, what is stored or the people it names. A first start that broke off has an empty store and no
 * people, which is fine.
 */
export async function checkFolder(files: Files, folder: string, key: Buffer): Promise<void> {
  await refuseLinks(files, folder);
  await refuseInterrupted(folder);
  const people = peopleIn(folder);
  const hasPeople = await holds(files, people, 'vault');
  const hasStore = await holds(files, folder, 'store');
  if (hasPeople && !hasStore) throw halved(folder, `${folder} has the people (${people}), but not their data`);
  if (hasPeople || !hasStore) return;
  const store = await openLowdbStore({ folder, key, files, readOnly: true });
  if ((await store.scopes()).some((scope) => scope.includes('.')))
    throw halved(folder, `${folder} has the data, but not the people it belongs to (${people})`);
}

/** Throws a `DataRefusal` where a restore or a change of key was cut short: what lies there is a part, or of two keys. */
export async function refuseInterrupted(folder: string): Promise<void> {
  await refuseHalfRestored(folder);
  if ((await stat(join(rekeyIn(folder), 'ready')).catch(absent)) !== null)
    throw new DataRefusal(
      'rekey',
      `A change of the key of ${folder} was interrupted. To finish it, run: ${run('rekey')}`,
    );
}

/** Throws a `DataRefusal` where a backup was being restored and not all of it is there. */
export async function refuseHalfRestored(folder: string): Promise<void> {
  if ((await lstat(restoringIn(folder)).catch(absent)) !== null)
    throw new DataRefusal(
      'restoring',
      `Restoring a backup into ${folder} was interrupted, so only part of it may be there. To start over, run: ${run('restore')} <backup>`,
    );
}

/**
 * For commands that use what is there: throws a `DataRefusal` (`empty`) where a data folder holds nothing yet, and what `checkFolder`
 * throws where it holds a part. Changes nothing.
 */
export async function refuseNoData(folder: string, key: Buffer): Promise<void> {
  try {
    const halves = [await holds(nodeFiles, folder, 'store'), await holds(nodeFiles, peopleIn(folder), 'vault')];
    if (halves.includes(true)) await checkFolder(nodeFiles, folder, key);
    if (!halves.includes(false)) return;
  } catch (error) {
    throw asRefusal(error, folder);
  }
  throw new DataRefusal('empty', `There is no data in ${folder} yet. ${otherUser}`);
}

/** Whether a journal of that name, or its snapshot, lies in a folder. */
export async function holds(files: Pick<Files, 'names'>, folder: string, name: string): Promise<boolean> {
  const { journals, snapshots } = generationsOf(name, await namesIn(files, folder));
  return journals.length + snapshots.length > 0;
}

/** The files of Curbside in a data folder, as paths; the data folder itself may hold others. */
export async function ownFiles(files: Pick<Files, 'names'>, folder: string): Promise<readonly string[]> {
  const people = peopleIn(folder);
  const isOwn = (name: string, file: string): boolean => isFileOf(name, file) || file.startsWith('lock.');
  return [
    ...(await namesIn(files, folder)).filter((file) => isOwn('store', file)).map((file) => join(folder, file)),
    ...(await namesIn(files, people)).filter((file) => isOwn('vault', file)).map((file) => join(people, file)),
  ];
}

/** Throws a `DataRefusal` (`link`) for a link in place of a file of Curbside or of its folder `people`. */
export async function refuseLinks(files: Pick<Files, 'names'>, folder: string): Promise<void> {
  const people = await lstat(peopleIn(folder)).catch(absent);
  if (people?.isSymbolicLink()) throw new DataRefusal('link', linkWords(peopleIn(folder)));
  for (const path of await ownFiles(files, folder)) {
    const facts = await lstat(path).catch(absent);
    if (facts?.isSymbolicLink()) throw new DataRefusal('link', linkWords(path));
  }
}

/** The mode of a folder that others than its user can enter, as in `chmod`; null when they cannot, or it is not there. */
export async function modeOpenToOthers(folder: string): Promise<string | null> {
  const facts = await stat(folder).catch(absent);
  return facts !== null && (facts.mode & 0o077) !== 0 ? (facts.mode & 0o777).toString(8) : null;
}

const halved = (folder: string, what: string): DataRefusal =>
  new DataRefusal(
    'corrupt',
    `${what}. Without both, nobody can get their drafts, records, and questions back. Nothing was changed. Restore all of ${folder} from a backup, or move it away to start over.`,
  );

const namesIn = async (files: Pick<Files, 'names'>, folder: string): Promise<readonly string[]> =>
  (await files.names(folder).catch(absent)) ?? [];

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}
