import type { Files, OpenFile } from './files.ts';
import type { FileKey } from './frame.ts';
import type { Mark } from './high-water-mark.ts';

/** Where one journal and its snapshots lie, and the key they are written with. */
export interface JournalLocation {
  readonly files: Files;
  readonly folder: string;
  readonly name: string;
  readonly key: Buffer;
}

/** An open journal, to be written from `position` on. */
export interface JournalFile {
  readonly file: OpenFile;
  readonly path: string;
  readonly key: FileKey;
  readonly generation: number;
  /** The frames of all journals before this one. */
  readonly base: number;
  /** Where its frames begin, and where the next one will. */
  readonly start: number;
  position: number;
  /** Frames written to all journals so far. */
  frames: number;
  /** How many frames of this file it says are durable. */
  mark: Mark;
}
