import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Contents, readContents } from '../../lowdb/copy.ts';
import { storeLocation } from '../../lowdb/index.ts';
import type { JournalLocation } from '../../lowdb/journal/journal-file.ts';
import { vaultLocation } from '../../lowdb/vault.ts';
import { Community, vaultScope } from '../../node/vault-kinds.ts';
import { peopleIn } from '../folder-integrity.ts';

/*
 * A folder of backups holds one folder for each, and one of people, which is always the newest: the keys of people in it
 * open what they sealed in backups of any age, and whose key was erased is erased in all of them.
 *
 *     curbside-2026-11-30T05-20-35Z/   what is stored
 *     people/                          whom it belongs to
 *     before-curbside-…/               both, as they were when the key was changed, or of another installation: they open with
 *                                      the key of then
 */

const pattern = /^curbside-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z$/;

export const backupName = (now: number): string =>
  `curbside-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

/** When a backup was made (ms), from its name; null of anything else. */
export function madeAt(name: string): number | null {
  const found = pattern.exec(name);
  return found === null ? null : Date.parse(`${found[1]}T${found[2]}:${found[3]}:${found[4]}Z`);
}

/** The folder of people that belongs to a backup. */
export const peopleBeside = (backup: string): string => join(dirname(backup), basename(peopleIn('')));

/** Where a folder of backups is for the moment in which its successor takes its place. */
export const replacedBy = (folder: string): string => `${folder}.old`;

/** Both halves of a backup. `key`: the installation's. */
export const halves = (backup: string, key: Buffer): readonly [store: JournalLocation, people: JournalLocation] => [
  storeLocation(backup, key),
  vaultLocation(peopleBeside(backup), key),
];

/** Communities in what is stored. */
export const communitiesOf = ({ data }: Contents): number =>
  [...data.scopes.keys()].filter((scope) => scope.includes('.')).length;

/** The communities whose people a vault's journal holds, by scope. */
const communitiesWithPeople = ({ data }: Contents): ReadonlySet<string> =>
  new Set(data.scopes.get(vaultScope)?.get(Community.name)?.docs.keys());

/**
 * Whether the backups beside this one are of another installation than these people: made under another key, or, where a data
 * folder was made anew under the same one, of communities none of which is here. The id of a community is random.
 */
export async function areOfAnother(backup: string, key: Buffer, people: Contents): Promise<boolean> {
  const [, there] = halves(backup, key);
  if (!(await readdir(dirname(backup))).includes(basename(there.folder))) return false;
  try {
    const before = await readContents(there);
    const known = before === null ? [] : [...communitiesWithPeople(before)];
    const here = communitiesWithPeople(people);
    return known.length > 0 && !known.some((scope) => here.has(scope));
  } catch (error) {
    return (error as { code?: string }).code === 'wrong-key';
  }
}

/**
 * Moves what was backed up of another installation, or under the key before, into a folder of its own, named after the backup
 * that follows: half of it would not open with the other half any more. Resolves to that folder.
 */
export async function setAside(backup: string): Promise<string> {
  const folder = dirname(backup);
  const aside = join(folder, `before-${basename(backup)}`);
  await mkdir(aside, { mode: 0o700 });
  for (const name of await readdir(folder))
    if (name === basename(peopleBeside(backup)) || madeAt(name) !== null)
      await rename(join(folder, name), join(aside, name));
  return aside;
}

/** Deletes backups made before a time, and what an earlier one left unfinished. Resolves to the names of those backups. */
export async function ageOut(folder: string, before: number): Promise<readonly string[]> {
  const names = await readdir(folder);
  const old = names.filter((name) => (madeAt(name.replace(/^before-/, '')) ?? Number.POSITIVE_INFINITY) < before);
  const unfinished = names.filter((name) => name.endsWith('.part') && madeAt(name.slice(0, -5)) !== null);
  for (const name of [...old, ...unfinished]) await rm(join(folder, name), { recursive: true, force: true });
  return old;
}
