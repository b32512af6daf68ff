import { closeSync, fdatasync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openLowdbStore } from '../adapters/lowdb/index.ts';
import { Record, recordOf } from './store-record.ts';

/** What a bench compares: a way to make one command durable. */
export interface Rival {
  /** Command number `n`, durable when it resolves. */
  write(n: number): Promise<unknown>;
  close(): Promise<void>;
}

const sync = promisify(fdatasync);
const tmpfs = 0x01021994;

/** Throws when a sync of this folder would cost nothing. */
export function refuseMemoryDisk(folder: string): void {
  if (statfsSync(folder).type === tmpfs) throw new Error(`${folder} lies in memory: set TMPDIR to a folder on a disk`);
}

/** Every command appends its bytes to one file and waits for a sync of its own. */
export function ownSync(folder: string, bytesOf: (n: number) => Buffer): Rival {
  const path = join(folder, 'own-sync');
  const file = openSync(path, 'w', 0o600);
  return {
    async write(n) {
      writeSync(file, bytesOf(n));
      await sync(file);
    },
    async close() {
      closeSync(file);
      rmSync(path);
    },
  };
}

const preallocated = 64 * 1024 * 1024;

/**
 * The most that this disk gives: a file written full of zeros beforehand, so that no sync has to record its growth, and one
 * sync for all commands that came while the last one was under way. Nothing is encrypted, checked or found again.
 */
export async function groupLimit(folder: string, bytesOf: (n: number) => Buffer): Promise<Rival> {
  const path = join(folder, 'group-limit');
  const file = openSync(path, 'w', 0o600);
  const zeros = Buffer.alloc(1024 * 1024);
  for (let at = 0; at < preallocated; at += zeros.length) writeSync(file, zeros, 0, zeros.length, at);
  await sync(file);
  const group = grouped(async (numbers) => {
    const bytes = Buffer.concat(numbers.map(bytesOf));
    if (position + bytes.length > preallocated) position = 0;
    writeSync(file, bytes, 0, bytes.length, position);
    position += bytes.length;
    await sync(file);
  });
  let position = 0;
  return {
    write: group,
    async close() {
      closeSync(file);
      rmSync(path);
    },
  };
}

/** Hands over whatever has come since the last hand-over ended. */
function grouped(take: (numbers: readonly number[]) => Promise<void>): (n: number) => Promise<void> {
  let waiting: { n: number; done: () => void }[] = [];
  let running = false;
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const now = waiting;
      waiting = [];
      await take(now.map(({ n }) => n));
      for (const { done } of now) done();
    }
    running = false;
  };
  return (n) =>
    new Promise((done) => {
      waiting.push({ n, done });
      if (running) return;
      running = true;
      queueMicrotask(run);
    });
}

/** Reads a record, changes it, writes it back. */
export async function ourStore(folder: string, records: number): Promise<Rival> {
  const store = await openLowdbStore({ folder: join(folder, 'store'), key: Buffer.alloc(32, 1), kinds: [Record] });
  for (let n = 0; n < records; n += 500)
    await store.transact('scope', async (tx) => {
      for (let i = n; i < Math.min(records, n + 500); i += 1) await tx.put(Record, recordOf(i));
    });
  await store.compact();
  return {
    write: (n) =>
      store.transact('scope', async (tx) => {
        const i = (n * 7919) % records;
        const before = await tx.get(Record, `r${i}`);
        await tx.put(Record, { ...recordOf(i), minutes: (before?.minutes ?? 0) + 1 });
      }),
    close: () => store.close(),
  };
}

interface Sqlite {
  pragma(text: string): unknown;
  exec(text: string): unknown;
  prepare(text: string): { get(...values: unknown[]): { doc: string } | undefined; run(...values: unknown[]): unknown };
  close(): void;
}

/**
 * The same on better-sqlite3: write-ahead log, `synchronous = FULL`, the same two indexes, one transaction for all commands
 * that wait. Null where it is not installed (`npm ci` in bench/store).
 */
export function sqlite(folder: string, records: number): Rival | null {
  const Database = loadSqlite();
  if (Database === null) return null;
  const db = new Database(join(folder, 'bench.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table record (id text primary key, at text, owner text, doc text) without rowid');
  db.exec('create index record_at on record (at); create index record_owner on record (owner)');
  const get = db.prepare('select doc from record where id = ?');
  const put = db.prepare('insert or replace into record (id, at, owner, doc) values (?, ?, ?, ?)');
  const [begin, commit] = [db.prepare('begin immediate'), db.prepare('commit')];
  const store = (record: ReturnType<typeof recordOf>) =>
    put.run(record.id, record.at, record.owner, JSON.stringify(record));
  begin.run();
  for (let n = 0; n < records; n += 1) store(recordOf(n));
  commit.run();
  db.pragma('wal_checkpoint(TRUNCATE)');
  const group = grouped(async (numbers) => {
    begin.run();
    for (const n of numbers) {
      const i = (n * 7919) % records;
      const before = get.get(`r${i}`);
      const { minutes } = JSON.parse(before?.doc ?? '{"minutes":0}') as { minutes: number };
      store({ ...recordOf(i), minutes: minutes + 1 });
    }
    commit.run();
    // A command comes with a turn of the event loop, here as with the others.
    await new Promise(setImmediate);
  });
  return {
    write: group,
    async close() {
      db.close();
    },
  };
}

function loadSqlite(): (new (path: string) => Sqlite) | null {
  try {
    return createRequire(join(import.meta.dirname, 'store/package.json'))('better-sqlite3');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}
