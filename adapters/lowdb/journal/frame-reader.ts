import type { OpenFile } from './files.ts';
import { bodyLength, type FileKey, frameHeadBytes, openFrame } from './frame.ts';

const windowBytes = 4 * 1024 * 1024;

export interface ReadFrames {
  readonly frames: number;
  /** Where the last good frame ends. */
  readonly end: number;
  /** Bytes after that: an unfinished last write or damage, see `torn-tail.ts`. */
  readonly unread: number;
}

/** Reads the frames of a file from `start` on and hands each body to `each`, up to the first that is not as it was written. */
export async function readFrames(
  file: OpenFile,
  key: FileKey,
  start: number,
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
    if (body === null) break;
    each(body.text);
    frames += 1;
    position += body.length;
  }
  return { frames, end: position, unread: Math.max(0, size - position) };

  async function frameAt(at: number): Promise<{ text: string; length: number } | null> {
    if (size - at < frameHeadBytes) return null;
    const length = bodyLength(key, at, await bytes(at, frameHeadBytes));
    if (length === null || at + frameHeadBytes + length > size) return null;
    const text = openFrame(key, at, await bytes(at, frameHeadBytes + length));
    return text === null ? null : { text, length: frameHeadBytes + length };
  }
}

/** The place of a whole, genuine frame at or after `from`, or null. Looked for only when reading has already stopped. */
export async function laterFrame(file: OpenFile, key: FileKey, from: number, size: number): Promise<number | null> {
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
