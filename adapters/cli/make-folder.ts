import { access, constants, mkdir, readlink, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { nodeFiles } from '../lowdb/journal/node-files.ts';
import { DataRefusal } from '../node/data-refusal.ts';

/**
 * Makes the data folder when it is missing, one level at a time: Node's own recursive `mkdir` takes "no such file" to mean
 * that the parent is missing and tries for ever where the system answers so for a folder that cannot be made, as in /proc.
 *
 * Throws a `DataRefusal` that names CURBSIDE_DATA when the folder is a file, lies below one, or cannot be made.
 */
export async function makeDataFolder(folder: string): Promise<void> {
  const full = resolve(folder);
  for (const path of await missingFolders(full)) {
    await mkdir(path, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw refused(full, `${path} can’t be created (${error.code})`, error);
    });
    // What is synced in a folder whose own name is not on the disk yet is gone after a power cut all the same.
    await nodeFiles.syncFolder(dirname(path));
  }
}

/**
 * Whether `makeDataFolder` would succeed, and whether this user may write there; throws the same refusals. Changes nothing.
 * Resolves to true when the folder is there already.
 */
export async function checkDataFolder(folder: string): Promise<boolean> {
  const full = resolve(folder);
  const missing = await missingFolders(full);
  const nearest = dirname(missing[0] ?? join(full, 'file'));
  await access(nearest, constants.W_OK | constants.X_OK).catch((error: NodeJS.ErrnoException) => {
    throw refused(full, `this user can’t write to ${nearest} (${error.code})`, error);
  });
  const { type, bavail, bsize } = await statfs(nearest);
  if (holdsNoFiles.has(type)) throw refused(full, `${nearest} can’t hold a folder`);
  if (bavail * bsize < leastRoom)
    throw new DataRefusal('full', `The disk that holds ${full} is full. Free some space, then start again.`);
  return missing.length === 0;
}

/** Where the kernel shows itself as files (statfs(2)): /proc and /sys. Writing there looks allowed to the superuser. */
const holdsNoFiles: ReadonlySet<number> = new Set([0x9fa0, 0x62656572]);

const leastRoom = 1024 * 1024;

/** The folders on the way to this one that are not there yet, the outermost first. */
async function missingFolders(full: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (let path = full; ; path = dirname(path)) {
    const facts = await stat(path).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
        throw refused(full, `this user can’t read ${path} (${error.code})`, error);
      const link = await readlink(path).catch(() => null);
      if (link !== null) throw refused(full, `${path} is a broken link`);
      return null;
    });
    if (facts?.isDirectory()) return missing;
    if (facts !== null) throw refused(full, `${path} is a file`);
    missing.unshift(path);
  }
}

const refused = (folder: string, why: string, cause?: Error): DataRefusal =>
  new DataRefusal(
    'no-access',
    `Can’t use the data folder ${folder}: ${why}. Set CURBSIDE_DATA to a folder that this user can write to.`,
    { cause },
  );
