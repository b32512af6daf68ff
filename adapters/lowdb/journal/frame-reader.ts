import type { OpenFile } from './files.ts';
import { bodyLength, type FileKey, frameHeadBytes, openFrame } from './frame.ts';
import { corrupt } from './refusal.ts';

const windowBytes = 4 * 1024 * 1024;

export interface ReadFrames {
  readonly frames: number;
  /** Where the last good frame ends. */
  readonly end: number;
  /** Bytes after that: a last write that never finished. */
  readonly torn: number;
}

/**
 * Reads the frames of a file from `start` to its end and hands each body to `each`.
 *
 * A frame that cannot be read is taken for an unfinished last write only when `mayTear` and nothing that was written
 * after it can be found: batches are written one at a time, so what follows a torn one cannot exist. Anything else is
 * damage, and throws a `DataRefusal` (`corrupt`) that names the file and the offset.
 */
export async function readFrames(
  file: OpenFile,
  path: string,
  key: FileKey,
  start: number,
  mayTear: boolean,
  each: (body: string) => void,
): Promise<ReadFrames> {
  const size = await file.size();
  let position = start;
  let frames = 0;
  let window = await file.read(start, windowBytes);
  let windowStart = start;

  const bytes = async (from: number, length: number): Promise<Buffer> => {
    if (from + length > windowStart + window.length) {
      window = await file.read(from, Math.max(length, windowBytes));
      windowStart = from;
    }
    return window.subarray(from - windowStart, from - windowStart + length);
  };

  while (position < size) {
    const body = await frameAt(position);
    if (body === null) {
      const later = mayTear ? await laterFrame(file, key, position + 1, size) : null;
      if (!mayTear || later !== null) throw corrupt(path, position, 'what was written there cannot be read');
      return { frames, end: position, torn: size - position };
    }
    each(body.text);
    frames += 1;
    position += body.length;
  }
  return { frames, end: position, torn: 0 };

  async function frameAt(at: number): Promise<{ text: string; length: number } | null> {
    if (size - at < frameHeadBytes) return null;
    const length = bodyLength(key, at, await bytes(at, frameHeadBytes));
    if (length === null || at + frameHeadBytes + length > size) return null;
    const text = openFrame(key, at, await bytes(at, frameHeadBytes + length));
    return text === null ? null : { text, length: frameHeadBytes + length };
  }
}

/** The place of a whole, genuine frame at or after `from`, or null. Looked for only when reading has already stopped. */
async function laterFrame(file: OpenFile, key: FileKey, from: number, size: number): Promise<number | null> {
  for (let start = from; start < size; start += windowBytes) {
    const window = await file.read(start, windowBytes + frameHeadBytes);
    for (let i = 0; i + frameHeadBytes <= window.length && i < windowBytes; i += 1) {
      // Most places are ruled out by a length that leads past the end, without working out a checksum.
      if (start + i + frameHeadBytes + window.readUInt32BE(i) > size) continue;
      const length = bodyLength(key, start + i, window.subarray(i, i + frameHeadBytes));
      if (length === null) continue;
      const frame = await file.read(start + i, frameHeadBytes + length);
      if (openFrame(key, start + i, frame) !== null) return start + i;
    }
  }
  return null;
}
