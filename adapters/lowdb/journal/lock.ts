import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, readFile, readlink, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataRefusal } from '../../node/data-refusal.ts';

/** The holder touches its lock this often; one that cannot be asked directly is watched for five times as long. */
const usualBeatMs = 2_000;

/** Throws a `DataRefusal` with code `locked` when a process holds the folder. Looks only, and takes nothing over. */
export async function checkUnlocked(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) {
    if (name.startsWith('lock.') && (await isHeld(folder, name, usualBeatMs)))
      throw refusal(folder, `process ${name.split('.')[1]}`, name);
  }
}

/** What this process holds: the folder, and which journals in it are open. */
interface Held {
  readonly names: Set<string>;
  readonly free: Promise<() => Promise<void>>;
}
const held = new Map<string, Held>();

/**
 * Takes a data folder for this process, and one journal in it for the caller. Resolves to the release.
 *
 * A lock is a file whose name says who holds it (process, its start time, machine), so it is never seen half written.
 * Everyone first makes their own and then looks at the others: of two that come at once at least one sees the other and
 * steps back, and taking over from a dead process needs no second lock.
 *
 * Throws a `DataRefusal` with code `locked` when another process holds the folder, or this one has the journal open.
 */
export async function lockFolder(folder: string, name: string, beatMs = usualBeatMs): Promise<() => Promise<void>> {
  const path = resolve(folder);
  const mine = held.get(path) ?? { names: new Set(), free: take(path, beatMs) };
  if (mine.names.has(name)) throw refusal(path, 'this one');
  held.set(path, mine);
  mine.names.add(name);
  const leave = (): boolean => {
    mine.names.delete(name);
    if (mine.names.size === 0 && held.get(path) === mine) held.delete(path);
    return mine.names.size === 0;
  };
  try {
    const free = await mine.free;
    let released = false;
    return async () => {
      if (released) return;
      released = true;
      if (leave()) await free();
    };
  } catch (error) {
    leave();
    throw error;
  }
}

async function take(folder: string, beatMs: number): Promise<() => Promise<void>> {
  const mine = `lock.${process.pid}.${await startOf(process.pid)}.${await machine()}.${randomBytes(4).toString('hex')}`;
  const path = join(folder, mine);
  const handle = await open(path, 'wx', 0o600);
  try {
    for (const name of await readdir(folder)) {
      if (!name.startsWith('lock.') || name === mine) continue;
      if (await isHeld(folder, name, beatMs)) throw refusal(folder, `process ${name.split('.')[1]}`, name);
      await unlink(join(folder, name)).catch(() => {});
    }
  } catch (error) {
    await handle.close();
    await unlink(path).catch(() => {});
    throw error;
  }
  const beat = setInterval(() => void touch(handle), beatMs).unref();
  return async () => {
    clearInterval(beat);
    await handle.close();
    await unlink(path).catch(() => {});
  };
}

async function touch(handle: FileHandle): Promise<void> {
  const now = new Date();
  await handle.utimes(now, now).catch(() => {});
}

async function isHeld(folder: string, name: string, beatMs: number): Promise<boolean> {
  const [, pid, start, where] = name.split('.');
  if (where === (await machine())) return (await startOf(Number(pid))) === start;
  // Another container or machine that shares the folder: its process cannot be looked up, so see whether the lock moves.
  const before = await changed(join(folder, name));
  for (let waited = 0; waited < 5 * beatMs && before !== null; waited += beatMs / 4) {
    await sleep(beatMs / 4);
    const after = await changed(join(folder, name));
    if (after === null) return false;
    if (after !== before) return true;
  }
  return false;
}

const changed = (path: string): Promise<number | null> =>
  stat(path).then(
    (facts) => facts.mtimeMs,
    () => null,
  );

/** When a process started, in the kernel's ticks since boot ("0" where there is no /proc); null when there is none. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold blanks; the start time is the 22nd (proc(5)).
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? '0');
  } catch {
    if (pid === process.pid) return '0';
    try {
      process.kill(pid, 0);
      return (await canReadProc()) ? null : '0';
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM' ? '0' : null;
    }
  }
}

const canReadProc = (): Promise<boolean> =>
  stat('/proc/self/stat').then(
    () => true,
    () => false,
  );

/** Where process numbers mean the same: one boot of one machine, one process namespace. */
async function machine(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const space = await readlink('/proc/self/ns/pid').catch(() => '');
  return createHash('sha256').update(`${hostname()}\n${boot}\n${space}`).digest('hex').slice(0, 16);
}

function refusal(folder: string, who: string, lock = ''): DataRefusal {
  const otherwise = lock === '' ? '' : ` If you are sure that it isn’t running anymore, delete ${join(folder, lock)}.`;
  return new DataRefusal(
    'locked',
    `Another Curbside (${who}) is using ${folder}. Stop it first, then start again.${otherwise}`,
  );
}
