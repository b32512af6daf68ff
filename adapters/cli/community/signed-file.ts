import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { Decrypter, Encrypter } from 'age-encryption';
import { z } from 'zod';
import { isSignedBy, readPublicKey, type Signer } from '../../documents/signed/signer.ts';
import { nodeFiles } from '../../lowdb/journal/node-files.ts';
import { InputRefused } from '../settings.ts';
import type { ReceivingKey } from './receiving-key.ts';

/**
 * A file that one installation can open and anybody can check: a line that names the format, a line that says for whom and by whom,
 * what is encrypted to the former (age), and a signature of the latter (Ed25519) over all before it.
 */
const format = 'curbside-community';
const version = 1;
const firstLine = `${format}/${version}\n`;

const Head = z.object({
  /** Who can open it: an age recipient. */
  for: z.string().max(100),
  /** Who signed it: a public key, 32 bytes in base64. */
  by: z.string().max(100),
});

/** The signature in base64, between two line feeds. */
const trailerBytes = 90;
const mostHeadBytes = 1000;

const signedText = (digest: string): string => `${firstLine}${digest}`;

/** Lines are handed on in pieces of about this size. */
const pieceBytes = 64 * 1024;

/** Writes such a file, whole or not at all; nothing reaches the disk unencrypted. Throws `InputRefused` where one is there. */
export async function writeSigned(
  file: string,
  to: { readonly recipient: string; readonly signer: Signer },
  lines: AsyncIterable<string>,
): Promise<void> {
  const path = resolve(file);
  await refuseTaken(path);
  const part = `${path}.part`;
  await rm(part, { force: true });
  const handle = await open(part, 'wx', 0o600);
  try {
    await writeTo(handle, to, lines);
    await handle.sync();
    await handle.close();
    await rename(part, path);
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(part, { force: true });
    throw error;
  }
  await nodeFiles.syncFolder(dirname(path));
}

async function refuseTaken(path: string): Promise<void> {
  const there = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  await there?.close();
  if (there !== null) throw new InputRefused(`${path} already exists. Choose another name, or delete it first.`);
}

async function writeTo(
  handle: FileHandle,
  { recipient, signer }: { readonly recipient: string; readonly signer: Signer },
  lines: AsyncIterable<string>,
): Promise<void> {
  const hash = createHash('sha256');
  const write = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes);
    await handle.writeFile(bytes);
  };
  await write(Buffer.from(`${firstLine}${JSON.stringify({ for: recipient, by: signer.publicKey })}\n`));
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const plain = Readable.toWeb(Readable.from(pieces(lines))) as ReadableStream<Uint8Array>;
  for await (const bytes of each(await encrypter.encrypt(plain))) await write(bytes);
  await handle.writeFile(`\n${signer.sign(signedText(hash.digest('hex')))}\n`);
}

async function* pieces(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let held: string[] = [];
  let bytes = 0;
  for await (const line of lines) {
    held.push(line, '\n');
    bytes += line.length + 1;
    if (bytes < pieceBytes) continue;
    yield Buffer.from(held.join(''));
    held = [];
    bytes = 0;
  }
  if (held.length > 0) yield Buffer.from(held.join(''));
}

/** A file whose signature holds. */
export interface SignedFile {
  readonly recipient: string;
  readonly publicKey: string;
  readonly fingerprint: string;
  /** Its lines. Rejects where the key does not open it, and at the end where it is not what was signed any more. */
  lines(key: ReceivingKey): AsyncGenerator<string>;
  close(): Promise<void>;
}

/** Reads a file to its end and checks the signature in it. Close it. Throws an `InputRefused` that says what is wrong with it. */
export async function openSigned(file: string): Promise<SignedFile> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new InputRefused(`${file} can’t be read (${error.code ?? 'no answer'}). Check its name.`);
  });
  try {
    return await checked(handle);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function checked(handle: FileHandle): Promise<SignedFile> {
  const end = (await handle.stat()).size - trailerBytes;
  const start = await at(handle, 0, mostHeadBytes);
  refuseOthers(start.toString('latin1'));
  const headEnd = start.indexOf(0x0a, firstLine.length) + 1;
  const head = headIn(start.subarray(firstLine.length, headEnd).toString('utf8'));
  const signer = readPublicKey(head?.by);
  if (head === null || signer === null || end <= headEnd) throw altered();
  /** All that was signed, or what is encrypted of it; `digest` gets the SHA-256 of all of it at the end. */
  const signed = async function* (from: number, digest: (hex: string) => void): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256').update(start.subarray(0, from));
    for await (const bytes of handle.createReadStream({ start: from, end: end - 1, autoClose: false })) {
      hash.update(bytes);
      yield bytes;
    }
    digest(hash.digest('hex'));
  };
  let digest = '';
  for await (const _ of signed(0, (hex) => (digest = hex)));
  const trailer = (await at(handle, end, trailerBytes)).toString('latin1');
  const signature = /^\n([A-Za-z0-9+/]{86}==)\n$/.exec(trailer)?.[1];
  if (!isSignedBy(signer.key, signedText(digest), signature)) throw altered();
  const still = (hex: string): void => {
    if (hex !== digest) throw altered();
  };
  return {
    ...{ recipient: head.for, publicKey: head.by, fingerprint: signer.fingerprint },
    lines: (key) => linesIn(signed(headEnd, still), key),
    close: () => handle.close(),
  };
}

async function at(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function refuseOthers(start: string): void {
  const found = new RegExp(`^${format}/(\\d{1,6})\\n`).exec(start);
  if (found === null) throw new InputRefused('This isn’t a community that was exported by Curbside.');
  if (Number(found[1]) > version) throw newer();
}

/** The words for what an earlier version cannot know. */
export const newer = (): InputRefused =>
  new InputRefused(
    'This community was exported by a newer version of Curbside. Nothing was changed. Update Curbside here, then try again.',
  );

const altered = (): InputRefused =>
  new InputRefused(
    'This file was altered, or a part of it is missing. Nothing was changed. Copy it again, or ask for a new export.',
  );

function headIn(text: string): z.output<typeof Head> | null {
  try {
    return Head.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function* linesIn(bytes: AsyncIterable<Uint8Array>, { identity }: ReceivingKey): AsyncGenerator<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const plain = await decrypter.decrypt(Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of each(plain)) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Types of the browser's streams do not say that they can be iterated; those of Node can. */
const each = (stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> =>
  stream as unknown as AsyncIterable<Uint8Array>;
