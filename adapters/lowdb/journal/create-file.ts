import { filePath } from './file-names.ts';
import type { OpenFile } from './files.ts';
import { createHeader, type FileKey, framesStart, type Header, hasMark } from './frame.ts';
import { firstMark, writeFirstMarks } from './high-water-mark.ts';
import type { JournalFile, JournalLocation } from './journal-file.ts';

/** A file that does not have its real name yet. */
export interface NewFile {
  readonly file: OpenFile;
  readonly key: FileKey;
  /** Where its frames begin. */
  readonly start: number;
  /** Makes it durable under its real name. */
  publish(): Promise<void>;
  /** Takes it away again. */
  discard(): Promise<void>;
}

/** Begins a file under a temporary name, so that under its real one it is never seen half written. */
export async function createFile(location: JournalLocation, header: Omit<Header, 'version'>): Promise<NewFile> {
  const { files, folder } = location;
  const path = filePath(folder, location.name, header.generation, header.type);
  const file = await files.create(`${path}.new`);
  const discard = async (): Promise<void> => {
    await file.close().catch(() => {});
    await files.remove(`${path}.new`).catch(() => {});
  };
  try {
    const made = createHeader(location.key, header);
    await file.write(0, made.bytes);
    if (hasMark(made.header)) await writeFirstMarks(file, made.file);
    await file.sync();
    const publish = async (): Promise<void> => {
      await files.rename(`${path}.new`, path);
      await files.syncFolder(folder);
    };
    return { file, key: made.file, start: framesStart(made.header), publish, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** A journal that begins after `base` frames of earlier ones; the function that comes back gives it its name. */
export async function createJournal(
  location: JournalLocation,
  generation: number,
  base: number,
): Promise<() => Promise<JournalFile>> {
  const made = await createFile(location, { type: 'journal', generation, base });
  const path = filePath(location.folder, location.name, generation, 'journal');
  return async () => {
    await made.publish();
    const { file, key, start } = made;
    return { file, path, key, generation, base, start, position: start, frames: base, mark: firstMark };
  };
}
