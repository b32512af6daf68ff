import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { type Contents, checkWritten, fingerprint, readContents, writeContents } from '../../lowdb/copy.ts';
import { allDocuments } from '../../lowdb/documents.ts';
import { storeLocation } from '../../lowdb/index.ts';
import type { JournalLocation } from '../../lowdb/journal/journal-file.ts';
import { nodeFiles } from '../../lowdb/journal/node-files.ts';
import { vaultLocation } from '../../lowdb/vault.ts';
import { peopleIn, refuseInterrupted, refuseNoData } from '../folder-integrity.ts';
import { otherUser } from '../run.ts';
import { InputRefused } from '../settings.ts';
import { ageOut, areOfAnother, backupName, communitiesOf, peopleBeside, replacedBy, setAside } from './layout.ts';

export interface BackupOptions {
  /** Backups older than this (days) are deleted once the new one is whole. */
  readonly keep: number;
  /** A command of the operator's, run by the shell with the folder of the backup as its last argument. */
  readonly afterwards?: string | undefined;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Writes a backup of a data folder, which may be in use, into a folder of backups, and reads it back. What was removed is not
 * in it. The store is read before the people, who are in the vault before anything names them. Resolves to its folder. Throws an
 * `InputRefused` while another one is being written there.
 */
export async function backUp(
  data: { readonly folder: string; readonly key: Buffer },
  target: string,
  options: BackupOptions,
  now: number,
  say: (line: string) => void,
): Promise<string> {
  const into = resolve(target);
  if (!relative(resolve(data.folder), into).startsWith('..'))
    throw new InputRefused(`${into} is in the data folder. Choose a folder outside it, on another disk if you can.`);
  await refuseInterrupted(data.folder);
  await refuseNoData(data.folder, data.key);
  await nodeFiles.makeFolder(into);
  const unlock = await alone(into);
  const backup = join(into, backupName(now));
  try {
    await write(data, backup, say);
    for (const name of await ageOut(into, now - options.keep * dayMs))
      say(`Deleted ${name}: older than ${options.keep} days.`);
  } finally {
    await unlock();
  }
  if (options.afterwards !== undefined) await runAfterwards(options.afterwards, backup, say);
  return backup;
}

/** Two at once would take away what the other one has not finished. Resolves to the release. */
async function alone(into: string): Promise<() => Promise<void>> {
  return nodeFiles.lock(into, 'backup').catch((error: { code?: string }) => {
    if (error.code !== 'locked') throw error;
    throw new InputRefused(
      `Another backup is being written to ${into}. Nothing was changed. Try again when that one is done.`,
    );
  });
}

async function write(
  data: { readonly folder: string; readonly key: Buffer },
  backup: string,
  say: (line: string) => void,
): Promise<void> {
  const people = peopleBeside(backup);
  await putBack(people);
  const store = storeLocation(data.folder, data.key);
  const stored = await contentsOf(store);
  const from = vaultLocation(peopleIn(data.folder), data.key);
  if (await areOfAnother(backup, data.key, await contentsOf(from))) {
    if (communitiesOf(stored) === 0) throw emptyBesideOthers(data.folder, dirname(backup));
    say(`Backups made under another key, or of another installation, are now in ${await setAside(backup)}.`);
  }
  await replaced(backup, (part) => copied(store, stored, storeLocation(part, data.key), say));
  await replaced(people, async (part) => copied(from, await contentsOf(from), vaultLocation(part, data.key), say));
}

/** Makes a folder beside its place and puts it there when it is whole; what was there goes. */
async function replaced(folder: string, make: (part: string) => Promise<void>): Promise<void> {
  const [part, old] = [`${folder}.part`, replacedBy(folder)];
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { mode: 0o700 });
  await make(part);
  await rm(old, { recursive: true, force: true });
  await renamed(folder, old);
  await rename(part, folder);
  await nodeFiles.syncFolder(resolve(folder, '..'));
  await rm(old, { recursive: true, force: true });
}

/** After one that was cut short between taking a folder away and putting the new one there. */
async function putBack(folder: string): Promise<void> {
  const isThere = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
  if (isThere === null) await renamed(replacedBy(folder), folder);
}

/** Renames what may not be there. */
async function renamed(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

async function contentsOf(from: JournalLocation): Promise<Contents> {
  const found = await readContents(from);
  if (found === null) throw new InputRefused(`There is nothing to back up in ${from.folder} yet.`);
  return found;
}

/** Nearly always a folder that was made by accident, such as the wrong user's: real backups must not give way to nothing. */
const emptyBesideOthers = (folder: string, into: string): InputRefused =>
  new InputRefused(
    `${folder} holds no community, but ${into} holds backups of one. Nothing was backed up or moved. ${otherUser} If the data folder was lost, restore the newest backup. If this is a new installation, choose another folder for its backups. If every community here was erased, delete the backups in ${into}.`,
  );

async function copied(
  from: JournalLocation,
  found: Contents,
  to: JournalLocation,
  say: (line: string) => void,
): Promise<void> {
  const documents = allDocuments(found.data);
  const written = fingerprint(documents);
  await writeContents(to, documents, 1, progress(from.name, written.documents, say));
  await checkWritten(to, written);
  say(`Wrote ${from.name}: ${written.documents} documents, read back and compared.`);
}

/** A line each tenth of the way, where there is a way to speak of. */
function progress(name: string, all: number, say: (line: string) => void): (documents: number) => void {
  let done = 0;
  let said = 0;
  return (documents) => {
    done += documents;
    const tenth = Math.floor((10 * done) / Math.max(1, all));
    if (all >= 10_000 && tenth > said && tenth < 10) say(`${name}: ${tenth * 10}%`);
    said = Math.max(said, tenth);
  };
}

async function runAfterwards(command: string, backup: string, say: (line: string) => void): Promise<void> {
  say(`Running: ${command} ${backup}`);
  const child = spawn('sh', ['-c', `${command} "$1"`, 'curbside', backup], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0)
    throw new InputRefused(
      `The backup in ${backup} is whole, but the command after it ended with ${code ?? 'a signal'}.`,
    );
}
