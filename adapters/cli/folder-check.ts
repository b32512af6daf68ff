import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { nodeFiles } from '../lowdb/journal/node-files.ts';
import { DataRefusal } from '../lowdb/journal/refusal.ts';

/**
 * Makes the data folder when it is missing, one level at a time: Node's own recursive `mkdir` takes "no such file" to mean
 * that the parent is missing and tries for ever where the system answers so for a folder that cannot be made, as in /proc.
 *
 * Throws a `DataRefusal` that names CURBSIDE_DATA when the folder is a file, lies below one, or cannot be made.
 */
export async function ensureFolder(folder: string): Promise<void> {
  const full = resolve(folder);
  const missing: string[] = [];
  for (let path = full; ; path = dirname(path)) {
    const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
      throw refused(full, `this user may not look into ${path} (${error.code})`, error);
    });
    if (facts?.isDirectory()) break;
    if (facts !== null) throw refused(full, `${path} is a file`);
    missing.unshift(path);
  }
  for (const path of missing) {
    await mkdir(path, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw refused(full, `${path} cannot be made (${error.code})`, error);
    });
    // What is synced in a folder whose own name is not on the disk yet is gone after a power cut all the same.
    await nodeFiles.syncFolder(dirname(path));
  }
}

const refused = (folder: string, why: string, cause?: Error): DataRefusal =>
  new DataRefusal(
    'no-access',
    `The data folder ${folder} cannot be used: ${why}. Set CURBSIDE_DATA to a folder that this user may write to.`,
    { cause },
  );
