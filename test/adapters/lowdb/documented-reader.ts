import { createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

/*
 * A reader of the embedded store that follows docs/journal.md and shares no line with the store's own code: what the page says is
 * enough to read a folder, and what the store writes is what the page says.
 */

/** A folder: its file names, and the bytes of one. */
export interface Folder {
  readonly names: readonly string[];
  read(name: string): Buffer;
}

type Doc = { readonly id: string };
type Line = [scope: string, kind: string, docOrId: Doc | string] | null;

/** Documents as JSON by `scope kind id`, as a start would find them. Throws with file and byte where the files are damaged. */
export function documentsIn(folder: Folder, name: string, installationKey: Buffer): Map<string, string> {
  const info = name === 'vault' ? 'curbside vault 1' : 'curbside store 1';
  const journalKey = hkdf(installationKey, '', info);
  const all = new Map<string, string>();
  const generations = (ending: string) =>
    folder.names
      .flatMap((file) => {
        const found = new RegExp(`^${name}-(\\d{6,})\\.${ending}$`).exec(file);
        return found === null ? [] : [{ file, generation: Number(found[1]) }];
      })
      .sort((a, b) => a.generation - b.generation);
  const snapshot = generations('snapshot').at(-1);
  const journals = generations('journal').filter(({ generation }) => generation >= (snapshot?.generation ?? 0));
  const first = snapshot ?? journals[0];
  if (first === undefined) return all;
  let base = 0;
  if (snapshot !== undefined) base = readSnapshot(folder.read(snapshot.file), snapshot, journalKey, all);
  journals.forEach((journal, i) => {
    if (journal.generation !== first.generation + i) throw new Error(`${journal.file}: one before it is missing`);
    base += readJournal(folder.read(journal.file), journal, journalKey, base, i === journals.length - 1, all);
  });
  if (journals.length === 0) throw new Error(`${name}: there is no journal`);
  return all;
}

interface Named {
  readonly file: string;
  readonly generation: number;
}

interface Header {
  readonly base: number;
  readonly id: Buffer;
}

const hkdf = (key: Buffer, salt: Buffer | string, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, 32));

const mac = (key: Buffer, ...parts: readonly Buffer[]): Buffer =>
  createHmac('sha256', key).update(Buffer.concat(parts)).digest().subarray(0, 16);

function readHeader(bytes: Buffer, { file, generation }: Named, key: Buffer, type: number): Header {
  const wrong = (why: string) => new Error(`${file}: byte 0: ${why}`);
  if (bytes.length < 64 || bytes.toString('latin1', 0, 8) !== 'CURBSIDE') throw wrong('no header');
  if (crc32(bytes.subarray(0, 40)) !== bytes.readUInt32BE(40)) throw wrong('damaged');
  if (bytes.readUInt16BE(8) !== 2) throw wrong('another format');
  if (crc32(bytes.subarray(0, 60)) !== bytes.readUInt32BE(60)) throw wrong('damaged');
  const id = bytes.subarray(24, 40);
  if (!timingSafeEqual(mac(hkdf(key, id, 'header'), bytes.subarray(0, 40)), bytes.subarray(44, 60)))
    throw wrong('another key');
  if (bytes[10] !== type || bytes.readUInt32BE(12) !== generation) throw wrong('another file under this name');
  return { base: Number(bytes.readBigUInt64BE(16)), id };
}

/** The bodies of valid frames from a byte on, and where they end. */
function frames(bytes: Buffer, id: Buffer, key: Buffer, from: number): { bodies: string[]; end: number } {
  const frameKey = hkdf(key, id, 'frames');
  const bodies: string[] = [];
  let at = from;
  while (at + 36 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const position = Buffer.alloc(8);
    position.writeBigUInt64BE(BigInt(at));
    if (crc32(Buffer.concat([id, position, bytes.subarray(at, at + 4)])) !== bytes.readUInt32BE(at + 4)) break;
    if (at + 36 + length > bytes.length) break;
    const decipher = createDecipheriv('aes-256-gcm', frameKey, bytes.subarray(at + 8, at + 20), { authTagLength: 16 });
    decipher.setAAD(Buffer.concat([id, position])).setAuthTag(bytes.subarray(at + 20, at + 36));
    try {
      const body = [decipher.update(bytes.subarray(at + 36, at + 36 + length)), decipher.final()];
      bodies.push(Buffer.concat(body).toString('utf8'));
    } catch {
      break;
    }
    at += 36 + length;
  }
  return { bodies, end: at };
}

function apply(all: Map<string, string>, body: string): void {
  for (const line of JSON.parse(body) as Line[]) {
    if (line === null) continue;
    const [scope, kind, last] = line;
    if (typeof last === 'string') all.delete(`${scope} ${kind} ${last}`);
    else all.set(`${scope} ${kind} ${last.id}`, JSON.stringify(last));
  }
}

function readSnapshot(bytes: Buffer, named: Named, key: Buffer, all: Map<string, string>): number {
  const { base, id } = readHeader(bytes, named, key, 2);
  const { bodies, end } = frames(bytes, id, key, 64);
  if (end !== bytes.length) throw new Error(`${named.file}: byte ${end}: not valid`);
  const count = bodies.pop();
  if (count !== String(bodies.length)) throw new Error(`${named.file}: byte ${end}: the snapshot is not whole`);
  for (const body of bodies) apply(all, body);
  return base;
}

/** Returns how many frames the journal holds. */
function readJournal(
  bytes: Buffer,
  named: Named,
  key: Buffer,
  base: number,
  isNewest: boolean,
  all: Map<string, string>,
): number {
  const header = readHeader(bytes, named, key, 1);
  if (header.base !== base) throw new Error(`${named.file}: byte 0: it continues from ${header.base}, not ${base}`);
  const marks = [0, 1].flatMap((copy) => markAt(bytes, header.id, key, copy));
  const { bodies, end } = frames(bytes, header.id, key, 12_288);
  const damaged = (why: string) => new Error(`${named.file}: byte ${end}: ${why}`);
  if (marks.length === 0) throw damaged('neither mark can be read');
  const highest = Math.max(...marks);
  const least = marks.length === 2 ? highest : highest + 1;
  if (bodies.length < least) throw damaged(`${bodies.length} frames, and ${least} were durable`);
  const rest = bytes.length - end;
  if (rest > 0 && !isNewest) throw damaged('something follows the last frame');
  if (rest > 0 && bodies.length > highest + 2) throw damaged('more frames than can be, and then something else');
  for (const body of bodies) apply(all, body);
  return bodies.length;
}

function markAt(bytes: Buffer, id: Buffer, key: Buffer, copy: number): number[] {
  const at = 4096 * (1 + copy);
  if (bytes.length < at + 24) return [];
  const count = bytes.subarray(at, at + 8);
  const expected = mac(hkdf(key, id, 'high-water mark'), count, Buffer.from([copy]));
  return timingSafeEqual(expected, bytes.subarray(at + 8, at + 24)) ? [Number(count.readBigUInt64BE())] : [];
}
