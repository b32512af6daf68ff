import { createHmac, timingSafeEqual } from 'node:crypto';
import { corrupt } from '../../node/data-refusal.ts';
import type { OpenFile } from './files.ts';
import { blockBytes, type FileKey } from './frame.ts';

/*
 * A journal says in two places at its start how many of its frames are durable. Each frame is written together with the
 * count of those before it, in one sync; once things are quiet, and at a clean stop, the count is brought up to date. So
 * what the mark counts was acknowledged, and at most two frames can be newer than it: one that was acknowledged since
 * and one in flight. Fewer frames than it counts are damage, whatever the damage looks like.
 *
 * The two copies are written in turn and each value is higher than the one before. So when a power cut makes the newer
 * copy unreadable, the older one plus one is a count that is known to be durable.
 */

const markBytes = 8 + 16;

/** What a journal says of itself when it is opened, or has said since. */
export interface Mark {
  /** The highest count that can be read, in frames of this file. */
  readonly frames: number;
  /** The copy that holds it; the other one is written next. */
  readonly slot: 0 | 1;
}

/** How many frames the file must hold beside its mark, and can hold at most. */
export interface FrameLimits {
  readonly least: number;
  readonly most: number;
}

export const firstMark: Mark = { frames: 0, slot: 0 };

const positionOf = (slot: 0 | 1): number => (1 + slot) * blockBytes;

/** Writes both copies of a new file. */
export async function writeFirstMarks(file: OpenFile, key: FileKey): Promise<void> {
  for (const slot of [0, 1] as const) await file.write(positionOf(slot), seal(key, slot, 0));
}

/** Writes a higher count over the older copy. Durable with the next sync of the file. */
export async function writeMark(file: OpenFile, key: FileKey, last: Mark, frames: number): Promise<Mark> {
  const slot = last.slot === 0 ? 1 : 0;
  await file.write(positionOf(slot), seal(key, slot, frames));
  return { frames, slot };
}

/** Reads the mark of a journal. Throws a `DataRefusal` (`corrupt`) when neither copy can be read. */
export async function readMark(
  file: OpenFile,
  key: FileKey,
  path: string,
): Promise<{ mark: Mark; limits: FrameLimits }> {
  const [first, second] = [await readSlot(file, key, 0), await readSlot(file, key, 1)];
  if (first === null && second === null) throw corrupt(path, blockBytes, 'its high-water mark cannot be read');
  const frames = Math.max(first ?? -1, second ?? -1);
  const least = first === null || second === null ? frames + 1 : frames;
  return { mark: { frames, slot: first === frames ? 0 : 1 }, limits: { least, most: frames + 2 } };
}

async function readSlot(file: OpenFile, key: FileKey, slot: 0 | 1): Promise<number | null> {
  const bytes = await file.read(positionOf(slot), markBytes);
  if (bytes.length < markBytes) return null;
  const frames = Number(bytes.readBigUInt64BE(0));
  return timingSafeEqual(seal(key, slot, frames), bytes) ? frames : null;
}

function seal(key: FileKey, slot: 0 | 1, frames: number): Buffer {
  const bytes = Buffer.alloc(markBytes);
  bytes.writeBigUInt64BE(BigInt(frames), 0);
  createHmac('sha256', key.markKey)
    .update(bytes.subarray(0, 8))
    .update(Uint8Array.of(slot))
    .digest()
    .copy(bytes, 8, 0, 16);
  return bytes;
}
