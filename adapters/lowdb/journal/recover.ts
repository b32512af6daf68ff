import { join } from 'node:path';
import { type Data, emptyData, type Replayed, replay } from '../data.ts';
import type { Files, OpenFile } from './files.ts';
import { type FileKey, type FileType, type Header, headerBytes, readHeader } from './frame.ts';
import { type ReadFrames, readFrames } from './frame-reader.ts';
import { filePath, generationsOf } from './names.ts';
import type { Place } from './new-file.ts';
import { corrupt } from './refusal.ts';

/** An open journal, to be written from `position` on. */
export interface JournalFile {
  readonly file: OpenFile;
  readonly path: string;
  readonly key: FileKey;
  readonly generation: number;
  /** The frames of all journals before this one. */
  readonly base: number;
  position: number;
  /** Frames written to all journals so far. */
  frames: number;
}

export interface Recovered extends Replayed {
  readonly data: Data;
  readonly journal: JournalFile;
  readonly snapshotBytes: number;
  /** In all journals since the snapshot. */
  readonly journalBytes: number;
  /** Bytes of an unfinished last write that were dropped; they had never been acknowledged. */
  readonly torn: number;
}

/**
 * Reads the newest snapshot and the journals after it. Null when the folder holds none. Changes nothing on disk but
 * cutting off an unfinished last write and deleting what a finished compaction left behind.
 *
 * Throws a `DataRefusal` (`corrupt`, `newer`, `wrong-key`).
 */
export async function recover({ files, folder, name, key }: Place): Promise<Recovered | null> {
  const found = generationsOf(name, await files.names(folder));
  const snapshot = found.snapshots.at(-1);
  const first = snapshot ?? found.journals[0];
  if (first === undefined) {
    // A power cut in the very first start leaves a journal without its name, and nothing else.
    await deleteOlder(files, folder, name, 0);
    return null;
  }
  const data = emptyData();
  const pathOf = (generation: number, type: FileType) => filePath(folder, name, generation, type);

  let base = 0;
  let snapshotBytes = 0;
  if (snapshot !== undefined)
    ({ base, bytes: snapshotBytes } = await readSnapshot(files, pathOf(snapshot, 'snapshot'), key, data));

  const journals = found.journals.filter((generation) => generation >= first);
  if (journals[0] !== first) throw corrupt(pathOf(first, 'journal'), 0, 'the file is missing');
  let journalBytes = 0;
  let eraseAsked = false;
  let removals = false;
  let last: { opened: Opened; read: ReadFrames } | null = null;
  for (const [i, generation] of journals.entries()) {
    const opened = await openChecked(files, pathOf(generation, 'journal'), key, 'journal', generation);
    const mayTear = i === journals.length - 1;
    try {
      if (opened.header.base !== base)
        throw corrupt(opened.path, 0, `it continues from write ${opened.header.base}, not from ${base}`);
      const read = await readFrames(opened.file, opened.path, opened.key, headerBytes, mayTear, (body) => {
        const replayed = replay(data, body);
        eraseAsked ||= replayed.eraseAsked;
        removals ||= replayed.removals;
      });
      base += read.frames;
      journalBytes += read.end;
      if (mayTear) last = { opened, read };
    } finally {
      if (!mayTear || last === null) await opened.file.close();
    }
  }
  const { opened, read } = last as { opened: Opened; read: ReadFrames };
  if (read.torn > 0) {
    await opened.file.truncate(read.end);
    await opened.file.sync();
  }
  await deleteOlder(files, folder, name, first);
  const journal = {
    file: opened.file,
    path: opened.path,
    key: opened.key,
    generation: opened.header.generation,
    base: opened.header.base,
    position: read.end,
    frames: base,
  };
  return { data, journal, snapshotBytes, journalBytes, eraseAsked, removals, torn: read.torn };
}

interface Opened {
  readonly file: OpenFile;
  readonly path: string;
  readonly header: Header;
  readonly key: FileKey;
}

async function openChecked(
  files: Files,
  path: string,
  key: Buffer,
  type: FileType,
  generation: number,
): Promise<Opened> {
  const file = await files.open(path);
  try {
    const read = readHeader(key, await file.read(0, headerBytes), path);
    if (read.header.type !== type || read.header.generation !== generation)
      throw corrupt(path, 0, 'it is another file under this name');
    return { file, path, header: read.header, key: read.file };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** A snapshot ends with a frame that holds nothing but the number of frames before it; without that it is not whole. */
async function readSnapshot(
  files: Files,
  path: string,
  key: Buffer,
  data: Data,
): Promise<{ base: number; bytes: number }> {
  const generation = Number(/-(\d+)\.snapshot$/.exec(path)?.[1]);
  const opened = await openChecked(files, path, key, 'snapshot', generation);
  try {
    let end: number | null = null;
    const read = await readFrames(opened.file, path, opened.key, headerBytes, false, (body) => {
      if (body.startsWith('[')) replay(data, body);
      else end = Number(body);
    });
    if (end !== read.frames - 1) throw corrupt(path, read.end, 'its end is missing');
    return { base: opened.header.base, bytes: read.end };
  } finally {
    await opened.file.close();
  }
}

/** Deletes everything before a generation, and what was left unfinished. */
export async function deleteOlder(files: Files, folder: string, name: string, generation: number): Promise<void> {
  const found = generationsOf(name, await files.names(folder));
  const old = [
    ...found.unfinished.map((file) => join(folder, file)),
    ...found.snapshots.filter((g) => g < generation).map((g) => filePath(folder, name, g, 'snapshot')),
    ...found.journals.filter((g) => g < generation).map((g) => filePath(folder, name, g, 'journal')),
  ];
  for (const path of old) await files.remove(path);
  if (old.length > 0) await files.syncFolder(folder);
}
