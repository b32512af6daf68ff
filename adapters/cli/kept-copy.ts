import { cp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isFileOf } from '../lowdb/journal/file-names.ts';

const prefix = 'before-upgrade';
/** A copy is for the days in which an upgrade shows what it broke (ms). */
const keptMs = 7 * 24 * 60 * 60 * 1000;

/**
 * The store's files as they were before an upgrade, in a folder of their own beside them. The people are not copied: an
 * upgrade leaves them alone, and keys in a copy would outlive an erasure.
 */
export interface KeptCopy {
  keep(): Promise<void>;
  /** Removes the copy when it is old, or at once: what somebody erased must not stay in it. */
  dropOld(now: number): Promise<void>;
  drop(): Promise<void>;
}

export function keptCopy(folder: string): KeptCopy {
  const place = join(folder, prefix);
  return {
    async keep() {
      // After a crash the first copy is the one from before.
      if ((await madeAt(place)) !== null) return;
      const names = (await readdir(folder)).filter((name) => isFileOf('store', name));
      const part = `${place}.part`;
      await rm(part, { recursive: true, force: true });
      for (const name of names) await cp(join(folder, name), join(part, name));
      await rename(part, place);
    },
    async dropOld(now) {
      const made = await madeAt(place);
      if (made !== null && now - made > keptMs) await this.drop();
    },
    drop: () => rm(place, { recursive: true, force: true }),
  };
}

/** When the folder was made (ms), or null when it is not there. */
async function madeAt(place: string): Promise<number | null> {
  try {
    return (await stat(place)).mtimeMs;
  } catch {
    return null;
  }
}
