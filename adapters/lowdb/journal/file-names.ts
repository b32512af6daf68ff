import { join } from 'node:path';
import type { FileType } from './frame.ts';

/** The names of one journal's files: `<name>-<generation>.journal` and `.snapshot`; `.new` while one is being written. */
export const fileName = (name: string, generation: number, type: FileType): string =>
  `${name}-${String(generation).padStart(6, '0')}.${type}`;

export const filePath = (folder: string, name: string, generation: number, type: FileType): string =>
  join(folder, fileName(name, generation, type));

export interface Generations {
  readonly snapshots: readonly number[];
  readonly journals: readonly number[];
  /** Files that a stopped process left unfinished. */
  readonly unfinished: readonly string[];
  /** What was copied before a change: the end of a journal that was cut off, files of an earlier format. */
  readonly copies: readonly string[];
}

const pattern = /^(.+)-(\d{6,})\.(journal|snapshot)(?:(\.new)|(\.(?:torn-at-\d+(?:-\d+)?|format-\d+)(?:\.new)?))?$/;

/** Whether a name in a data folder is one that the journal of that name writes. */
export const isFileOf = (name: string, file: string): boolean => pattern.exec(file)?.[1] === name;

/** Sorts the names in a data folder; names of others are left alone. */
export function generationsOf(name: string, names: readonly string[]): Generations {
  const found = {
    snapshots: [] as number[],
    journals: [] as number[],
    unfinished: [] as string[],
    copies: [] as string[],
  };
  for (const file of names) {
    const parts = pattern.exec(file);
    if (parts?.[1] !== name) continue;
    if (parts[4] !== undefined) found.unfinished.push(file);
    else if (parts[5] !== undefined) found.copies.push(file);
    else (parts[3] === 'journal' ? found.journals : found.snapshots).push(Number(parts[2]));
  }
  found.journals.sort((a, b) => a - b);
  found.snapshots.sort((a, b) => a - b);
  return found;
}
