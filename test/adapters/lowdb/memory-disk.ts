import type { Files, OpenFile } from '../../../adapters/lowdb/journal/files.ts';

/** What a disk remembers of one file: what is durable, and the sectors written since, in order. */
interface Inode {
  bytes: Buffer;
  durable: Buffer;
}

/** A power failure may keep any of the sectors that were not synced yet. */
const sector = 64;

/** What the next operations meet. Counts are of operations that still succeed. */
export interface Faults {
  syncsBeforeFailure?: number;
  /** Bytes that still fit; what does not is cut off as on a real disk. */
  room?: number;
  readOnly?: boolean;
}

const failure = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });
const copyOf = (file: Inode): Inode => ({ bytes: Buffer.from(file.bytes), durable: Buffer.from(file.durable) });

/** A disk in memory that loses, at a power failure, what was not synced; it can also be full, read-only or failing. */
export class MemoryDisk {
  names: Map<string, Inode>;
  #durableNames: Map<string, Inode>;
  readonly faults: Faults = {};
  readonly modes = new Set<string>();
  /** Called before every operation that changes something. */
  beforeChange: () => void = () => {};

  constructor(names = new Map<string, Inode>()) {
    this.names = names;
    this.#durableNames = new Map(names);
  }

  /** The same disk after a power failure now. `keep` decides for each name and sector that was not synced yet. */
  afterPowerFailure(keep: () => boolean): MemoryDisk {
    const names = new Map<string, Inode>();
    for (const path of new Set([...this.#durableNames.keys(), ...this.names.keys()])) {
      const was = this.#durableNames.get(path);
      const is = this.names.get(path);
      const file = was === is || keep() ? is : was;
      if (file !== undefined) names.set(path, survivor(file, keep));
    }
    return new MemoryDisk(names);
  }

  /** The same disk, as it is. */
  copy(): MemoryDisk {
    return new MemoryDisk(new Map([...this.names].map(([path, file]) => [path, copyOf(file)])));
  }

  readonly files: Files = {
    makeFolder: async () => this.#change(),
    names: async (folder) =>
      [...this.names.keys()].filter((p) => p.startsWith(`${folder}/`)).map((p) => p.slice(folder.length + 1)),
    create: async (path) => {
      this.#change();
      if (this.names.has(path)) throw failure('EEXIST');
      const file = { bytes: Buffer.alloc(0), durable: Buffer.alloc(0) };
      this.names.set(path, file);
      return this.#open(file);
    },
    open: async (path) => {
      const file = this.names.get(path);
      if (file === undefined) throw failure('ENOENT');
      return this.#open(file);
    },
    openToRead: async (path) => {
      const file = this.names.get(path);
      if (file === undefined) throw failure('ENOENT');
      const refuse = async (): Promise<never> => {
        throw failure('EBADF');
      };
      return { ...this.#open(file), write: refuse, truncate: refuse, sync: refuse };
    },
    rename: async (from, to) => {
      this.#change();
      const file = this.names.get(from);
      if (file === undefined) throw failure('ENOENT');
      this.names.delete(from);
      this.names.set(to, file);
    },
    remove: async (path) => {
      this.#change();
      if (!this.names.delete(path)) throw failure('ENOENT');
    },
    syncFolder: async () => {
      this.#change();
      this.#sync();
      this.#durableNames = new Map(this.names);
    },
    lock: async () => {
      this.#change();
      return async () => {};
    },
    checkUnlocked: async () => {},
  };

  #open(file: Inode): OpenFile {
    return {
      size: async () => file.bytes.length,
      read: async (position, length) => Buffer.from(file.bytes.subarray(position, position + length)),
      write: async (position, bytes) => {
        this.#change();
        // What is written over takes no room.
        const over = Math.max(0, Math.min(bytes.length, file.bytes.length - position));
        const room = this.faults.room ?? Number.POSITIVE_INFINITY;
        const fits = bytes.subarray(0, Math.min(bytes.length, over + room));
        if (this.faults.room !== undefined) this.faults.room -= fits.length - over;
        const grown = Buffer.alloc(Math.max(file.bytes.length, position + fits.length));
        file.bytes.copy(grown);
        fits.copy(grown, position);
        file.bytes = grown;
        if (fits.length < bytes.length) throw failure('ENOSPC');
      },
      truncate: async (size) => {
        this.#change();
        file.bytes = Buffer.from(file.bytes.subarray(0, size));
      },
      sync: async () => {
        this.#change();
        this.#sync();
        file.durable = Buffer.from(file.bytes);
      },
      close: async () => {},
    };
  }

  #change(): void {
    if (this.faults.readOnly) throw failure('EROFS');
    this.beforeChange();
  }

  #sync(): void {
    if (this.faults.syncsBeforeFailure === undefined) return;
    if (this.faults.syncsBeforeFailure <= 0) throw failure('EIO');
    this.faults.syncsBeforeFailure -= 1;
  }
}

/** Durable bytes, and of the newer ones whichever sectors made it; gaps read as zeros, as on a real file system. */
function survivor(file: Inode, keep: () => boolean): Inode {
  if (file.bytes.equals(file.durable)) return copyOf(file);
  let bytes = Buffer.from(
    keep()
      ? file.durable
      : Buffer.concat([file.durable, Buffer.alloc(Math.max(0, file.bytes.length - file.durable.length))]),
  );
  for (let at = 0; at < file.bytes.length; at += sector) {
    const now = file.bytes.subarray(at, at + sector);
    if (now.equals(file.durable.subarray(at, at + sector)) || !keep()) continue;
    if (bytes.length < at + now.length) bytes = Buffer.concat([bytes, Buffer.alloc(at + now.length - bytes.length)]);
    now.copy(bytes, at);
  }
  return { bytes, durable: Buffer.from(bytes) };
}
