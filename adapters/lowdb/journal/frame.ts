import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { corrupt, DataRefusal } from '../../node/data-refusal.ts';
import { nextNonce } from '../../node/nonce.ts';

/*
 * The bytes of a header and of a frame; `docs/journal.md` describes the whole format.
 *
 *   header  "CURBSIDE" · version u16 · type u8 · 0 u8 · generation u32 · base u64 · file id 16 · crc32 of these · mac 16 ·
 *           crc32 of all of it
 *   frame   length u32 · crc32 of (file id, position, length) · nonce 12 · tag 16 · AES-256-GCM of the body
 *
 * The length has a check of its own, so that a flipped bit there is told from a frame that reaches past the end of the
 * file. Every file has its own keys, derived with its random id, so that random 96-bit nonces never come near their limit.
 */

const magic = Buffer.from('CURBSIDE');
/** Version 2 gave journals a high-water mark, see `high-water-mark.ts`, and headers the second checksum. */
const version = 2;
const checkedBytes = 40;
const headerBytes1 = checkedBytes + 4 + 16;
export const headerBytes = headerBytes1 + 4;
export const frameHeadBytes = 4 + 4 + 12 + 16;

/** A header and each copy of a high-water mark have a block of their own: a power cut damages one at most. */
export const blockBytes = 4096;

/** The body of a journal's frame is no longer than this, so a write that never finished is not either. */
export const maxBodyBytes = 16 * 1024 * 1024 + 1;

export const fileTypes = { journal: 1, snapshot: 2 } as const;
export type FileType = keyof typeof fileTypes;

export interface Header {
  readonly version: number;
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
  /** Authenticates the high-water mark. */
  readonly markKey: Buffer;
}

/** Where the frames of a file begin. */
export function framesStart({ version, type }: Pick<Header, 'version' | 'type'>): number {
  if (hasMark({ version, type })) return 3 * blockBytes;
  return version >= 2 ? headerBytes : headerBytes1;
}

/** Whether a file says how many of its frames were acknowledged. */
export const hasMark = ({ version, type }: Pick<Header, 'version' | 'type'>): boolean =>
  type === 'journal' && version >= 2;

const derive = (key: Buffer, id: Buffer, use: string): Buffer => Buffer.from(hkdfSync('sha256', key, id, use, 32));

const fileKey = (key: Buffer, id: Buffer): FileKey => ({
  id,
  key: derive(key, id, 'frames'),
  markKey: derive(key, id, 'high-water mark'),
});

/** A header for a new file, with a fresh random id. */
export function createHeader(
  key: Buffer,
  header: Omit<Header, 'version'>,
): { header: Header; bytes: Buffer; file: FileKey } {
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
  bytes.writeUInt32BE(crc32(bytes.subarray(0, headerBytes1)), headerBytes1);
  return { header: { ...header, version }, bytes, file: fileKey(key, id) };
}

/** Reads a header. Throws a `DataRefusal`: `corrupt`, `newer`, or `wrong-key`. */
export function readHeader(key: Buffer, bytes: Buffer, path: string): { header: Header; file: FileKey } {
  if (bytes.length < headerBytes1 || !bytes.subarray(0, 8).equals(magic)) {
    throw corrupt(path, 0, 'it does not begin like a file of Curbside');
  }
  const checked = bytes.subarray(0, checkedBytes);
  if (crc32(checked) !== bytes.readUInt32BE(checkedBytes))
    throw corrupt(path, 0, 'its header does not match its checksum');
  if (bytes.readUInt16BE(8) > version) {
    throw new DataRefusal(
      'newer',
      `${path} was written by a newer version of Curbside (format ${bytes.readUInt16BE(8)}, this one knows ${version}). Install that version, or restore a backup made before the upgrade.`,
    );
  }
  // Without this a damaged mac would be taken for that of another key.
  const isWhole =
    bytes.length >= headerBytes && crc32(bytes.subarray(0, headerBytes1)) === bytes.readUInt32BE(headerBytes1);
  if (bytes.readUInt16BE(8) >= 2 && !isWhole) throw corrupt(path, 0, 'its header does not match its checksum');
  const id = Buffer.from(bytes.subarray(24, 40));
  if (!timingSafeEqual(mac(key, id, bytes), bytes.subarray(checkedBytes + 4, headerBytes1))) {
    throw new DataRefusal(
      'wrong-key',
      `${path} was written with another key. Set CURBSIDE_KEY or CURBSIDE_KEY_FILE to the key this data folder was made with.`,
    );
  }
  const type = bytes.readUInt8(10) === fileTypes.journal ? 'journal' : 'snapshot';
  const header = {
    version: bytes.readUInt16BE(8),
    type,
    generation: bytes.readUInt32BE(12),
    base: Number(bytes.readBigUInt64BE(16)),
  } as const;
  return { header, file: fileKey(key, id) };
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
