import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, readlink, realpath, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { nodeFiles } from '../lowdb/journal/node-files.ts';
import { asRefusal, DataRefusal } from '../node/data-refusal.ts';
import { holds, peopleIn } from './folder-integrity.ts';

export interface KeySettings {
  /** CURBSIDE_KEY: 32 bytes in base64. */
  readonly key: string | undefined;
  /** CURBSIDE_KEY_FILE, or undefined for `key` in the configuration folder. */
  readonly keyFile: string | undefined;
  /** The user's configuration folder of Curbside, `~/.config/curbside` as a rule. */
  readonly configFolder: string;
  readonly dataFolder: string;
}

export interface InstallationKey {
  /** 32 bytes. */
  readonly key: Buffer;
  /** The file it came from, or null when it came from the environment. */
  readonly file: string | null;
  /** It was made just now: a good moment to tell the operator to keep a copy. */
  readonly made: boolean;
}

/**
 * The installation's key, from the environment or from a file that only this user can read. The file is made at the
 * first start; once there is data, a missing file is refused, because a new key could not read it.
 *
 * Throws a `DataRefusal` (`key-missing`, `key-invalid`, `key-exposed`, `key-in-data`, or why a file cannot be used).
 */
export async function openInstallationKey(settings: KeySettings): Promise<InstallationKey> {
  const found = await findInstallationKey(settings);
  if (found !== null) return found;
  const file = keyFileOf(settings);
  try {
    await makeKey(file);
    const made = await readKey(file);
    // A key that lies nowhere would be lost with this process, and with it everything written under it.
    if (made === null) throw leadsNowhere(file);
    return { key: made, file, made: true };
  } catch (error) {
    throw asRefusal(error, file, 'CURBSIDE_KEY_FILE');
  }
}

/** The same key, or null when `openInstallationKey` would make one. Changes nothing; throws the same refusals. */
export async function findInstallationKey(settings: KeySettings): Promise<InstallationKey | null> {
  if (settings.key !== undefined && settings.key.trim() !== '') {
    return { key: decodedKey(settings.key, 'CURBSIDE_KEY'), file: null, made: false };
  }
  const file = keyFileOf(settings);
  try {
    if (await isWithin(file, settings.dataFolder)) throw refusedPlace(file);
    const found = await readKey(file);
    if (found !== null) return { key: found, file, made: false };
    if (await holdsData(settings.dataFolder)) throw missing(file, settings.dataFolder);
    if ((await readlink(file).catch(() => null)) !== null) throw leadsNowhere(file);
    return null;
  } catch (error) {
    throw asRefusal(error, file, 'CURBSIDE_KEY_FILE');
  }
}

/** Where the key file lies, or will. */
export const keyFileOf = ({ keyFile, configFolder }: KeySettings): string =>
  resolve(keyFile ?? join(configFolder, 'key'));

async function readKey(file: string): Promise<Buffer | null> {
  const facts = await stat(file).catch(absent);
  if (facts === null) return null;
  if ((facts.mode & 0o077) !== 0) {
    throw new DataRefusal('key-exposed', `Other users can read the key in ${file}. Run: chmod 600 ${file}`);
  }
  return decodedKey(await readFile(file, 'utf8'), file);
}

/** Writes a new key beside its place and links it there, so that of two first starts at once both use the same one. */
async function makeKey(file: string): Promise<void> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${key.toString('base64')}\n`);
    await handle.sync();
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await handle.close();
    await unlink(draft);
  }
  const within = await open(folder, 'r');
  await within.sync().finally(() => within.close());
}

/** A key as it stands in a file or variable. Throws a `DataRefusal` (`key-invalid`) that names `where`. */
export function decodedKey(text: string, where: string): Buffer {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed, 'base64');
  if (key.length === 32 && /^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) return key;
  throw new DataRefusal(
    'key-invalid',
    `${where} isn’t a key (32 bytes in base64). Create one with: openssl rand -base64 32`,
  );
}

/** Whether a file lies in a folder once links are followed, as far as the path exists. */
async function isWithin(file: string, folder: string): Promise<boolean> {
  const path = relative(await real(folder), await real(file));
  return path === '' || !(path === '..' || path.startsWith('../'));
}

async function real(path: string): Promise<string> {
  const full = resolve(path);
  const found = await realpath(full).catch(absent);
  if (found !== null || dirname(full) === full) return found ?? full;
  return join(await real(dirname(full)), basename(full));
}

/** Only the folder's own data counts: the playground may lie in it, with a key of its own. */
async function holdsData(folder: string): Promise<boolean> {
  return (await holds(nodeFiles, folder, 'store')) || (await holds(nodeFiles, peopleIn(folder), 'vault'));
}

function absent(error: NodeJS.ErrnoException): null {
  // A file stands where a folder is named: whoever opens the folder says so.
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}

const missing = (file: string, folder: string): DataRefusal =>
  new DataRefusal(
    'key-missing',
    `There is data in ${folder}, but its key is not in ${file}. Put the key back, or set CURBSIDE_KEY or CURBSIDE_KEY_FILE. Without it, the data can’t be read.`,
  );

const leadsNowhere = (file: string): DataRefusal =>
  new DataRefusal(
    'key-missing',
    `${file} is a broken link. Put the key back where it points, or delete the link to have a new key created.`,
  );

const refusedPlace = (file: string): DataRefusal =>
  new DataRefusal(
    'key-in-data',
    `The key ${file} is in the data folder, so a copy of the folder would hold both. Move it elsewhere and set CURBSIDE_KEY_FILE.`,
  );
