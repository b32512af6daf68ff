import { rmdir, unlink } from 'node:fs/promises';
import { nodeFiles } from '../lowdb/journal/node-files.ts';
import { ownFiles, peopleIn, refuseLinks } from './folder-integrity.ts';
import { keptCopy } from './kept-copy.ts';

/**
 * Deletes what Curbside wrote into a data folder: store, vault, their copies and locks. Everything else stays, and so
 * does the folder. Nobody may have it open. Throws a `DataRefusal` (`link`) and deletes nothing when a link stands there.
 */
export async function removeData(folder: string): Promise<void> {
  await refuseLinks(nodeFiles, folder);
  for (const path of await ownFiles(nodeFiles, folder)) await unlink(path);
  await keptCopy(folder).drop();
  await rmdir(peopleIn(folder)).catch((error: NodeJS.ErrnoException) => {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(error.code ?? '')) throw error;
  });
}
