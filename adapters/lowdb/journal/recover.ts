import { corrupt } from '../../node/data-refusal.ts';
import { type Data, emptyData, type Replayed, replay } from '../documents.ts';
import { filePath, generationsOf } from './file-names.ts';
import type { Files, OpenFile } from './files.ts';
import { type FileKey, type FileType, framesStart, type Header, hasMark, headerBytes, readHeader } from './frame.ts';
import { type ReadFrames, readFrames } from './frame-reader.ts';
import { firstMark, type Mark, readMark } from './high-water-mark.ts';
import type { JournalFile, JournalLocation } from './journal-file.ts';
import { checkTail, type ReadJournal } from './torn-tail.ts';

export interface Recovered extends Replayed {
  readonly data: Data;
  readonly journal: JournalFile;
  readonly snapshotBytes: number;
  /** Bytes of frames in all journals since the snapshot. */
  readonly journalBytes: number;
  /** The same journal as it was found, with what could not be read at its end: a last write that never finished. */
  readonly last: ReadJournal;
  /** The format in which that journal is written. */
  readonly format: number;
  /** All files that this was read from, and the generation of the oldest. */
  readonly paths: readonly string[];
  readonly first: number;
}

/**
 * Reads the newest snapshot and the journals after it. Null when the folder holds none. Changes nothing on the disk, see
 * `repair.ts`; the newest journal is left open.
 *
 * Throws a `DataRefusal` (`corrupt`, `newer`, `wrong-key`, `link`).
 */
export async function recover(
  { files, folder, name, key }: JournalLocation,
  readOnly: boolean,
): Promise<Recovered | null> {
  const found = generationsOf(name, await files.names(folder));
  const snapshot = found.snapshots.at(-1);
  const first = snapshot ?? found.journals[0];
  if (first === undefined) return null;
  const data = emptyData();
  const pathOf = (generation: number, type: FileType) => filePath(folder, name, generation, type);
  const paths = found.journals.filter((generation) => generation >= first).map((g) => pathOf(g, 'journal'));
  if (found.journals.find((generation) => generation >= first) !== first)
    throw corrupt(pathOf(first, 'journal'), 0, 'the file is missing');

  let base = 0;
  let snapshotBytes = 0;
  if (snapshot !== undefined)
    ({ base, bytes: snapshotBytes } = await readSnapshot(files, pathOf(snapshot, 'snapshot'), key, data));

  let journalBytes = 0;
  let eraseAsked = false;
  let removals = false;
  const each = (body: string): void => {
    const replayed = replay(data, body);
    eraseAsked ||= replayed.eraseAsked;
    removals ||= replayed.removals;
  };
  for (const path of paths.slice(0, -1)) {
    const opened = await openChecked(files, path, key, 'journal', true);
    try {
      const { read } = await readJournal(opened, base, each);
      if (read.unread > 0) throw corrupt(path, read.end, 'what was written there cannot be read');
      base += read.frames;
      journalBytes += read.end - framesStart(opened.header);
    } finally {
      await opened.file.close();
    }
  }
  const opened = await openChecked(files, paths.at(-1) as string, key, 'journal', readOnly);
  try {
    const last = await readJournal(opened, base, each);
    await checkTail(last);
    const { generation, version } = opened.header;
    const journal = {
      file: opened.file,
      path: opened.path,
      key: opened.key,
      generation,
      base,
      start: framesStart(opened.header),
      position: last.read.end,
      frames: base + last.read.frames,
      mark: last.mark,
    };
    if (snapshot !== undefined) paths.unshift(pathOf(snapshot, 'snapshot'));
    journalBytes += journal.position - journal.start;
    return { data, journal, snapshotBytes, journalBytes, eraseAsked, removals, last, format: version, paths, first };
  } catch (error) {
    await opened.file.close();
    throw error;
  }
}

/** Reads one journal, which must continue after `base` frames of earlier ones. */
async function readJournal(
  { file, path, key, header }: Opened,
  base: number,
  each: (body: string) => void,
): Promise<ReadJournal & { readonly mark: Mark }> {
  if (header.base !== base) throw corrupt(path, 0, `it continues from write ${header.base}, not from ${base}`);
  const marked = hasMark(header) ? await readMark(file, key, path) : null;
  const read = await readFrames(file, key, framesStart(header), each);
  return { file, path, key, read, limits: marked?.limits ?? null, mark: marked?.mark ?? firstMark };
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
  readOnly: boolean,
): Promise<Opened> {
  const file = await (readOnly ? files.openToRead(path) : files.open(path));
  try {
    const read = readHeader(key, await file.read(0, headerBytes), path);
    if (read.header.type !== type || read.header.generation !== Number(/-(\d+)\.\w+$/.exec(path)?.[1]))
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
  const opened = await openChecked(files, path, key, 'snapshot', true);
  try {
    let end: number | null = null;
    const read: ReadFrames = await readFrames(opened.file, opened.key, framesStart(opened.header), (body) => {
      if (body.startsWith('[')) replay(data, body);
      else end = Number(body);
    });
    if (read.unread > 0) throw corrupt(path, read.end, 'what was written there cannot be read');
    if (end !== read.frames - 1) throw corrupt(path, read.end, 'its end is missing');
    return { base: opened.header.base, bytes: read.end };
  } finally {
    await opened.file.close();
  }
}
