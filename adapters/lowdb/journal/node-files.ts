import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { Files, OpenFile } from './files.ts';
import { checkUnlocked, lockFolder } from './lock.ts';

const read = promisify(fs.read);
const write = promisify(fs.write);
const fdatasync = promisify(fs.fdatasync);
const ftruncate = promisify(fs.ftruncate);
const close = promisify(fs.close);
const { promises } = fs;

/** Up to here a write is a copy into the page cache, quicker than a trip through Node's thread pool. */
const smallWrite = 64 * 1024;

/** Windows has no such flag. */
const noFollow = fs.constants.O_NOFOLLOW ?? 0;

/** The file system of this machine. */
export const nodeFiles: Files = {
  async makeFolder(folder) {
    const first = await promises.mkdir(folder, { recursive: true, mode: 0o700 });
    if (first !== undefined) await this.syncFolder(dirname(first));
  },
  names: (folder) => promises.readdir(folder),
  create: (path) => openFile(path, fs.constants.O_RDWR | fs.constants.O_CREAT | fs.constants.O_EXCL),
  open: (path) => openFile(path, fs.constants.O_RDWR | noFollow),
  openToRead: (path) => openFile(path, fs.constants.O_RDONLY | noFollow),
  rename: (from, to) => promises.rename(from, to),
  remove: (path) => promises.unlink(path),
  async syncFolder(folder) {
    const handle = await promises.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  lock: (folder, name) => lockFolder(folder, name),
  checkUnlocked,
};

async function openFile(path: string, flags: number): Promise<OpenFile> {
  const handle = await promisify(fs.open)(path, flags, 0o600);
  return {
    size: async () => fs.fstatSync(handle).size,
    async read(position, length) {
      const bytes = Buffer.allocUnsafe(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await read(handle, bytes, done, length - done, position + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return bytes.subarray(0, done);
    },
    async write(position, bytes) {
      let done = 0;
      if (bytes.length <= smallWrite) done = fs.writeSync(handle, bytes, 0, bytes.length, position);
      while (done < bytes.length) {
        done += (await write(handle, bytes, done, bytes.length - done, position + done)).bytesWritten;
      }
    },
    truncate: (size) => ftruncate(handle, size),
    sync: () => fdatasync(handle),
    close: () => close(handle),
  };
}
