import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { corrupt, DataRefusal } from './refusal.ts';

/*
 * A file is a header and then frames, one frame per batch of changes:
 *
 *   header  "CURBSIDE" · version u16 · type u8 · 0 u8 · generation u32 · base u64 · file id 16 · crc32 of these · mac 16
 *   frame   length u32 · crc32 of (file id, position, length) · nonce 12 · tag 16 · AES-256-GCM of the body
 *
 * The length has a check of its own: without it one flipped bit there would look like a frame that reaches past the end
 * of the file, that is, like a write that never finished, and acknowledged data would be dropped in silence. Every file
 * has its own key, derived with its random id, so that random 96-bit nonces can never come near their limit.
 */

const magic = Buffer.from('CURBSIDE');
const version = 1;
const checkedBytes = 40;
export const headerBytes = checkedBytes + 4 + 16;
export const frameHeadBytes = 4 + 4 + 12 + 16;

export const fileTypes = { journal: 1, snapshot: 2 } as const;
export type FileType = keyof typeof fileTypes;

export interface Header {
  readonly type: FileType;
  /** Counts the compactions. A snapshot and the journal that continues it have the same one. */
  readonly generation: number;
  /** How many frames were written to all journals before this file began. */
  readonly base: number;
}

/** What is needed to write or read the frames of one file. */
export interface FileKey {
  readonly id: Buffer;
  readonly key: Buffer;
}

const derive = (key: Buffer, id: Buffer, use: string): Buffer => Buffer.from(hkdfSync('sha256', key, id, use, 32));

/** A header for a new file, with a fresh random id. */
export function newHeader(key: Buffer, header: Header): { bytes: Buffer; file: FileKey } {
  const id = randomBytes(16);
  const bytes = Buffer.alloc(headerBytes);
  magic.copy(bytes);
  bytes.writeUInt16BE(version, 8);
  bytes.writeUInt8(fileTypes[header.type], 10);
  bytes.writeUInt32BE(header.generation, 12);
  bytes.writeBigUInt64BE(BigInt(header.base), 16);
  id.copy(bytes, 24);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, checkedBytes)), checkedBytes);
  mac(key, id, bytes).copy(bytes, checkedBytes + 4);
  return { bytes, file: { id, key: derive(key, id, 'frames') } };
}

/** Reads a header. Throws a `DataRefusal`: `corrupt`, `newer`, or `wrong-key`. */
export function readHeader(key: Buffer, bytes: Buffer, path: string): { header: Header; file: FileKey } {
  if (bytes.length < headerBytes || !bytes.subarray(0, 8).equals(magic)) {
    throw corrupt(path, 0, 'it does not begin like a file of Curbside');
  }
  const checked = bytes.subarray(0, checkedBytes);
  if (crc32(checked) !== bytes.readUInt32BE(checkedBytes))
    throw corrupt(path, 0, 'its header does not match its checksum');
  if (bytes.readUInt16BE(8) > version) {
    throw new DataRefusal(
      'newer',
      `${path} was written by a newer Curbside (format ${bytes.readUInt16BE(8)}, this one knows ${version}). Install that version, or restore a backup made before the upgrade.`,
    );
  }
  const id = Buffer.from(bytes.subarray(24, 40));
  if (!timingSafeEqual(mac(key, id, bytes), bytes.subarray(checkedBytes + 4, headerBytes))) {
    throw new DataRefusal(
      'wrong-key',
      `${path} was written with another key. Set CURBSIDE_KEY or CURBSIDE_KEY_FILE to the key this data folder was made with.`,
    );
  }
  const type = bytes.readUInt8(10) === fileTypes.journal ? 'journal' : 'snapshot';
  const header = { type, generation: bytes.readUInt32BE(12), base: Number(bytes.readBigUInt64BE(16)) } as const;
  return { header, file: { id, key: derive(key, id, 'frames') } };
}

/** Encrypts one body for the place where the frame will begin. */
export function sealFrame(file: FileKey, position: number, body: string): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', file.key, nonce);
  cipher.setAAD(place(file, position));
  const encrypted = cipher.update(body, 'utf8');
  cipher.final();
  const head = Buffer.allocUnsafe(frameHeadBytes);
  head.writeUInt32BE(encrypted.length, 0);
  head.writeUInt32BE(lengthCheck(file, position, encrypted.length), 4);
  nonce.copy(head, 8);
  cipher.getAuthTag().copy(head, 20);
  return Buffer.concat([head, encrypted]);
}

/** Random bytes are asked for in bulk: one request costs as much as encrypting a small batch. */
let nonces = Buffer.alloc(0);
function nextNonce(): Buffer {
  if (nonces.length < 12) nonces = randomBytes(12 * 256);
  const nonce = nonces.subarray(0, 12);
  nonces = nonces.subarray(12);
  return nonce;
}

/** How long the body of the frame that begins here is, or null when these bytes are not the head of one. */
export function bodyLength(file: FileKey, position: number, head: Buffer): number | null {
  const length = head.readUInt32BE(0);
  return head.readUInt32BE(4) === lengthCheck(file, position, length) ? length : null;
}

/** Decrypts one whole frame, or null when it is not exactly what was written here. */
export function openFrame(file: FileKey, position: number, frame: Buffer): string | null {
  const decipher = createDecipheriv('aes-256-gcm', file.key, frame.subarray(8, 20));
  decipher.setAAD(place(file, position));
  decipher.setAuthTag(frame.subarray(20, frameHeadBytes));
  try {
    const body = decipher.update(frame.subarray(frameHeadBytes));
    decipher.final();
    return body.toString('utf8');
  } catch {
    return null;
  }
}

const mac = (key: Buffer, id: Buffer, header: Buffer): Buffer =>
  createHmac('sha256', derive(key, id, 'header'))
    .update(header.subarray(0, checkedBytes))
    .digest()
    .subarray(0, 16);

function place(file: FileKey, position: number): Buffer {
  const bytes = Buffer.allocUnsafe(24);
  file.id.copy(bytes);
  bytes.writeBigUInt64BE(BigInt(position), 16);
  return bytes;
}

function lengthCheck(file: FileKey, position: number, length: number): number {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(length);
  return crc32(bytes, crc32(place(file, position)));
}
