import { basename } from 'node:path';
import { corrupt } from '../../node/data-refusal.ts';
import type { Files, OpenFile } from './files.ts';
import { bodyLength, type FileKey, frameHeadBytes, maxBodyBytes, openFrame } from './frame.ts';
import { laterFrame, type ReadFrames } from './frame-reader.ts';
import type { FrameLimits } from './high-water-mark.ts';

/** The journal that is written last, as far as it could be read. */
export interface ReadJournal {
  readonly file: OpenFile;
  readonly path: string;
  readonly key: FileKey;
  readonly read: ReadFrames;
  /** Null for a journal of format 1, which has no high-water mark. */
  readonly limits: FrameLimits | null;
}

/**
 * Tells a last write that never finished from damage. Batches are written one at a time, so the unfinished one is the
 * last, is one batch long at most, and everything that the high-water mark counts lies before it. Anything else throws a
 * `DataRefusal` (`corrupt`) that names the file and the offset.
 */
export async function checkTail({ file, path, key, read, limits }: ReadJournal): Promise<void> {
  const { frames, end, unread } = read;
  if (limits !== null && frames < limits.least)
    throw corrupt(path, end, `it holds ${frames} readable writes of at least ${limits.least}`);
  // More frames than the mark allows are what a copy made of a journal in use looks like. All of it can be read, so take it.
  if (unread === 0) return;
  if (limits !== null && frames > limits.most)
    throw corrupt(path, end, `what follows ${frames} readable writes cannot be read, and its high-water mark is older`);
  const size = end + unread;
  const isLonger = unread > frameHeadBytes + maxBodyBytes;
  const followed =
    (await laterFrame(file, key, end + 1, size)) !== null ||
    (limits === null && (await endsWithShiftedFrame(file, key, end, size)));
  if (isLonger || followed) throw corrupt(path, end, 'what was written there cannot be read');
}

/** So many bytes may be missing for the end of a journal of format 1 to be recognized. */
const mostRemoved = 1024 * 1024;

/**
 * Format 1 closed a journal with an empty batch as soon as things were quiet. Found at the end of the file but written for
 * another place, it shows that bytes before it were removed or inserted.
 */
async function endsWithShiftedFrame(file: OpenFile, key: FileKey, end: number, size: number): Promise<boolean> {
  const at = size - frameHeadBytes - 2;
  if (at < end) return false;
  const frame = await file.read(at, frameHeadBytes + 2);
  if (frame.readUInt32BE(0) !== 2) return false;
  for (let place = end; place < size + mostRemoved; place += 1) {
    if (bodyLength(key, place, frame) !== null && openFrame(key, place, frame) !== null) return true;
  }
  return false;
}

/**
 * Copies the end of a journal into a file of its own beside it, `<journal>.torn-at-<offset>`, before it is cut off: it is
 * not data, but whoever wants to know what happened finds it there. Resolves to that file's path.
 */
export async function setAside(files: Files, folder: string, journal: ReadJournal): Promise<string> {
  const { file, path, read } = journal;
  const names = new Set(await files.names(folder));
  const wanted = `${path}.torn-at-${read.end}`;
  let aside = wanted;
  for (let n = 2; names.has(basename(aside)); n += 1) aside = `${wanted}-${n}`;
  await copyBytes(files, file, read.end, aside);
  await files.syncFolder(folder);
  return aside;
}

const copyBytesAtOnce = 1024 * 1024;

/** Copies a file from an offset to its end into a new, durable file that only this user can read. */
export async function copyBytes(files: Files, from: OpenFile, start: number, to: string): Promise<void> {
  const copy = await files.create(to);
  try {
    const size = await from.size();
    for (let at = start; at < size; at += copyBytesAtOnce)
      await copy.write(at - start, await from.read(at, copyBytesAtOnce));
    await copy.sync();
  } catch (error) {
    await copy.close();
    await files.remove(to).catch(() => {});
    throw error;
  }
  await copy.close();
}
