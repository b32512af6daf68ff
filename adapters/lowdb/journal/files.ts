/**
 * The few things the journal asks of a file system. Small, so that tests can supply one that loses what was not synced,
 * fails a sync or is full. Errors are those of the operating system, with their `code`.
 */
export interface Files {
  /** Makes the folder and those above it when missing, so that only this user can enter it (0700). One that is there is left as it is. */
  makeFolder(folder: string): Promise<void>;
  names(folder: string): Promise<readonly string[]>;
  /** A new, empty file that only this user can read (0600). Fails when it exists. */
  create(path: string): Promise<OpenFile>;
  /** An existing file, for reading and writing. Its mode is left as it is; fails when the name is a link (ELOOP). */
  open(path: string): Promise<OpenFile>;
  /** The same, for reading only. */
  openToRead(path: string): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes creations, renames and removals in this folder durable. */
  syncFolder(folder: string): Promise<void>;
  /**
   * Takes the folder for this process, and in it the journal `name` for the caller. Throws a `DataRefusal` with code
   * `locked` when somebody has it. Resolves to the release.
   */
  lock(folder: string, name: string): Promise<() => Promise<void>>;
  /** Throws that refusal when another process holds the folder; takes nothing. */
  checkUnlocked(folder: string): Promise<void>;
}

export interface OpenFile {
  size(): Promise<number>;
  /** At most `length` bytes from `position`; fewer only at the end of the file. */
  read(position: number, length: number): Promise<Buffer>;
  /** Writes all of `bytes` at `position`. Not durable before `sync`. */
  write(position: number, bytes: Buffer): Promise<void>;
  truncate(size: number): Promise<void>;
  /** Makes contents and size durable. */
  sync(): Promise<void>;
  close(): Promise<void>;
}
