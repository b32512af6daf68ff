import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { framesStart, headerBytes, readHeader } from '../../../adapters/lowdb/journal/frame.ts';
import { readFrames } from '../../../adapters/lowdb/journal/frame-reader.ts';
import { nodeFiles } from '../../../adapters/lowdb/journal/node-files.ts';

/** Everything that whoever has the folder and the key of the journal `name` can read of it, copies included. */
export async function readable(folder: string, name: string, key: Buffer): Promise<string> {
  const bodies: string[] = [];
  for (const file of await readdir(folder)) {
    if (!file.startsWith(`${name}-`)) continue;
    const open = await nodeFiles.openToRead(join(folder, file));
    const { header, file: own } = readHeader(key, await open.read(0, headerBytes), file);
    const { unread } = await readFrames(open, own, framesStart(header), (body) => void bodies.push(body));
    if (unread > 0) throw new Error(`${file} cannot be read to its end`);
    await open.close();
  }
  return bodies.join('\n');
}
