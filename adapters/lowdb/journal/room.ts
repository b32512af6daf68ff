import type { OpenFile } from './files.ts';
import { blockBytes } from './frame.ts';
import type { JournalFile } from './journal-file.ts';

/*
 * A sync of a file that grew has its new size to record as well, which takes the disk as long again. So a journal is filled
 * with zeros some way ahead of what is written, by as much as it holds and 1 MiB at most: most syncs then find it large enough.
 * Zeros at the end of the newest journal are therefore no data. A clean stop and a change-over take them off.
 */

const mostAhead = 1024 * 1024;
const zeros = Buffer.alloc(mostAhead);

/** Fills the file beyond `end`, up to where a frame was just written, unless there is room left. Durable with the next sync. */
export async function makeRoom(journal: JournalFile, end: number): Promise<void> {
  if (end <= journal.room) return;
  const ahead = Math.max(blockBytes, Math.min(end - journal.start, mostAhead));
  const room = Math.floor((end + ahead) / blockBytes) * blockBytes;
  journal.room = room;
  try {
    await journal.file.write(end, zeros.subarray(0, room - end));
  } catch (error) {
    // What was asked for is written; a disk that is too full for more says so when the next frame comes.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error;
  }
}

/** Cuts off what was filled ahead. */
export async function giveBackRoom(journal: JournalFile): Promise<void> {
  if (journal.room <= journal.position) return;
  await journal.file.truncate(journal.position);
  journal.room = journal.position;
}

/** Where a file ends but for the zeros at its end; `from` where nothing but zeros follows. */
export async function endBeforeZeros(file: OpenFile, from: number): Promise<number> {
  for (let end = await file.size(); end > from; ) {
    const start = Math.max(from, end - mostAhead);
    const bytes = await file.read(start, end - start);
    if (!bytes.equals(zeros.subarray(0, bytes.length))) return start + bytes.findLastIndex((byte) => byte !== 0) + 1;
    end = start;
  }
  return from;
}
